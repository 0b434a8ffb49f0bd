"""Time expressions as rows, and as a page that tells how each was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.render.columns import padded, wrapped
from timeline.render.foreign import clean
from timeline.render.when import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.model.mention import TimeMention
    from timeline.render.page import Page

COLUMNS = ("start", "end", "text", "type", "stated", "value", "mod", "edtf", "clock", "kind", "rule", "anchor", "why")
"""`stated` is the TIMEX3 value of the words alone, `value` the one completed by the anchor."""


def row(mention: TimeMention) -> tuple[object, ...]:
    """One expression in the order of COLUMNS."""
    when = mention.when
    return (
        *(mention.start, mention.end, mention.text, mention.type, mention.expression.value, mention.value, mention.mod),
        *(when.edtf if when else None, when.clock if when else None, mention.kind, mention.rule),
        *(str(mention.anchor) if mention.anchor else None, mention.note or None),
    )


def explained(mentions: Iterable[TimeMention], page: Page) -> Iterator[str]:
    """A few lines for each: the words, the date, the rule, what the words alone say, what completed them, and why."""
    for mention in mentions:
        when = mention.when
        told = in_words(when.edtf, when.precision) if when else _placeless(mention.type)
        clock = f" {when.clock}" if when and when.clock else ""
        for line in wrapped(f"“{clean(mention.text)}”  {told}{clock}", page.width):
            yield page.paint(line, "head") + "\n"
        facts = [
            ("rule", mention.rule),
            ("says", f"{mention.type} {mention.expression.value}" + (f", {mention.mod}" if mention.mod else "")),
            ("means", mention.value if mention.value != mention.expression.value else ""),
            ("EDTF", f"{when.edtf} ({mention.kind})" if when else ""),
            ("from", str(mention.anchor) if mention.anchor else ""),
            ("because", mention.note),
        ]
        for label, text in facts:
            for number, line in enumerate(wrapped(text, page.width and max(10, page.width - 11)) if text else ()):
                yield f"  {page.paint(padded(label if number == 0 else '', 9), 'dim')}{line}\n"


def _placeless(kind: str) -> str:
    return {"DURATION": "a length of time", "SET": "something repeated"}.get(kind, "not placed: nothing to lean on")
