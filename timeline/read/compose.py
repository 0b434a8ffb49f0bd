"""A `Document` from what a reader found: cleaned once, hashed, its language and date chosen."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from timeline.model.document import Document, Published
from timeline.model.key import content_key
from timeline.model.problem import Problem
from timeline.read.clean import clean
from timeline.read.language import choose
from timeline.read.published import published as parsed
from timeline.read.reading import Reading
from timeline.read.source import Source

TITLE_LENGTH = 300
_SOFT = "\u00ad"


class Facts(NamedTuple):
    """What a document tells of itself beside its text; empty where it does not."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str | None = None
    published: object = None
    """As written; read by `published`."""


def compose(
    source: Source,
    reading: Reading,
    data: bytes,
    text: str,
    facts: Facts = Facts(),  # noqa: B008 - a constant
    *,
    page_starts: Sequence[int] = (),
    remarks: Sequence[tuple[str, str]] = (),
) -> Document:
    """The document of `data`, the bytes that it alone was made of. `remarks` are (code, sentence)."""
    text, replaced = clean(text)
    if _SOFT in text:
        text, page_starts = _whole(text, page_starts)
    notes = [Problem(source.uri, "read", "note", code, sentence) for code, sentence in remarks if sentence]
    if replaced:
        notes.append(
            Problem(source.uri, "read", "note", "replaced", f"{replaced} signs that no store carries were replaced.")
        )
    code, doubt = choose(text, reading.language, facts.language)
    if doubt:
        notes.append(Problem(source.uri, "read", "note", "language", doubt))
    return Document(
        key=content_key(data),
        uri=source.uri,
        text=text,
        format=source.container if source.format == "record" and source.container else source.format or "text",
        bytes_sha256=hashlib.sha256(data).hexdigest(),
        text_sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        title=line(facts.title or source.fact("title")),
        publisher=line(facts.publisher or source.fact("publisher")),
        author=line(facts.author),
        language=code,
        published=_date(reading, facts.published, source),
        page_starts=tuple(page_starts),
        problems=tuple(notes),
    )


def _whole(text: str, page_starts: Sequence[int]) -> tuple[str, list[int]]:
    """Without soft hyphens, which say where a word may be cut and are no part of it; pages begin where they did."""
    starts: list[int] = []
    before = gone = 0
    for start in page_starts:
        gone += text.count(_SOFT, before, start)
        starts.append(start - gone)
        before = start
    return text.replace(_SOFT, ""), starts


def line(text: str | None) -> str | None:
    """One line without white space at its ends or in rows; None when nothing is left."""
    if not text:
        return None
    return clean(" ".join(str(text)[: TITLE_LENGTH * 4].split())[:TITLE_LENGTH])[0] or None


def _date(reading: Reading, told: object, source: Source) -> Published | None:
    if reading.date is not None:
        return Published(reading.date, "given")
    return (told if isinstance(told, Published) else parsed(told)) or parsed(source.fact("published"))
