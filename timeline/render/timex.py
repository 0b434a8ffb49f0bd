"""Text with its time expressions marked inline, as TimeML's TIMEX3 (ISO 24617-1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.model.mention import TimeMention

_NO_XML = "[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}


def inline(text: str, mentions: Iterable[TimeMention]) -> Iterator[str]:
    """The text in pieces, every expression inside its tag, everything else escaped for XML 1.0."""
    at = 0
    for number, mention in enumerate(mentions, start=1):
        yield escaped(text[at : mention.start])
        yield f"{_tag(number, mention)}{escaped(text[mention.start : mention.end])}</TIMEX3>"
        at = mention.end
    yield escaped(text[at:])


def document(text: str, mentions: Iterable[TimeMention], name: str, published: str | None) -> Iterator[str]:
    """A whole TimeML document; `published` is its date as EDTF, `t0`."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n'
    yield f"<DOCID>{escaped(name)}</DOCID>\n"
    if published is not None:
        yield '<DCT><TIMEX3 tid="t0" type="DATE" functionInDocument="CREATION_TIME"'
        yield f' value="{escaped(published)}">{escaped(published)}</TIMEX3></DCT>\n'
    yield "<TEXT>"
    yield from inline(text, mentions)
    yield "</TEXT>\n</TimeML>\n"


def escaped(text: str) -> str:
    """Text for an element or an attribute; what XML 1.0 cannot hold becomes U+FFFD."""
    return re.sub('[&<>"\r]', lambda sign: _ESCAPES[sign[0]], re.sub(_NO_XML, "\ufffd", text))


def _tag(number: int, mention: TimeMention) -> str:
    mod = f' mod="{escaped(mention.mod)}"' if mention.mod else ""
    return f'<TIMEX3 tid="t{number}" type="{mention.type}" value="{escaped(mention.value)}"{mod}>'
