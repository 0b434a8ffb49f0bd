"""A document with its time expressions marked, in the forms of `timeline tag`: each is a function."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from timeline.render import timex
from timeline.render.formats.json import line
from timeline.render.mentions import COLUMNS, row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.model.document import Document, Published
    from timeline.model.mention import TimeMention


class Understood(Protocol):
    """What the pipeline makes of a document, as far as it is needed here."""

    @property
    def document(self) -> Document: ...
    @property
    def mentions(self) -> Sequence[TimeMention]: ...
    @property
    def published(self) -> Published | None: ...


FORMS = ("text", "jsonl", "timeml")


def text(found: Understood) -> Iterator[str]:
    """The text with its tags, escaped as XML wants it."""
    yield from timex.inline(found.document.text, found.mentions)
    if not found.document.text.endswith("\n"):
        yield "\n"


def jsonl(found: Understood) -> Iterator[str]:
    """One JSON object: `uri`, `published`, `text`, `tagged`, and `expressions` with offsets into `text`."""
    document, published = found.document, found.published
    told = {
        "uri": document.uri,
        "published": published.when.edtf if published else None,
        "published_how": published.how if published else None,
        "text": document.text,
        "tagged": "".join(timex.inline(document.text, found.mentions)),
        "expressions": [dict(zip(COLUMNS, row(mention), strict=True)) for mention in found.mentions],
    }
    yield line(told) + "\n"


def timeml(found: Understood) -> Iterator[str]:
    """A whole TimeML document."""
    published = found.published.when.edtf if found.published else None
    return timex.document(found.document.text, found.mentions, found.document.uri, published)
