"""XML as a stream of elements, of bounded depth, without entities of its own and without any other file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from timeline.errors import InputError

DEEPEST = 512
_PIECE = 1 << 16
_PROLOGUE = 1 << 16


def elements(stream: BinaryIO, *, keep: bool = False) -> Iterator[tuple[str, Element]]:
    """("start" | "end", element) in order. Clear an element after its end to keep memory small; children of the root
    are taken off it unless they are to be kept.

    InputError for broken XML, for entity declarations (expat never fetches anything; they are refused all the same,
    since the text would be incomplete) and for absurd depth.
    """
    parser: Any = XMLPullParser(("start", "end"))
    depth, seen = 0, b""
    root: Element | None = None
    try:
        while True:
            piece = stream.read(_PIECE)
            if len(seen) < _PROLOGUE:
                seen += piece
                if b"<!ENTITY" in seen:
                    raise InputError("It declares entities of its own; that is refused.", code="entities")
            if piece:
                parser.feed(piece)
            else:
                parser.close()
            for event, element in parser.read_events():
                depth += 1 if event == "start" else -1
                if depth > DEEPEST:
                    raise InputError("It is nested too deep.", code="too-deep")
                root = element if root is None else root
                yield event, element
                if depth == 1 and event == "end" and root is not None and not keep:
                    root.clear()
            if not piece:
                return
    except ParseError as error:
        raise InputError(f"It is broken XML: {error}.", code="damaged") from error


def local(element: Element) -> str:
    """The name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """An attribute by its name without namespace; empty where there is none."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
