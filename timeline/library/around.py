"""The sentences round a quote, from the document that tells it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.store import Store

_DOCUMENTS = 8
"""Documents whose sentences are kept: neighbours in time are often told by the same few."""


def widened(rows: Iterable[dict[str, Any]], store: Store, number: int) -> Iterator[dict[str, Any]]:
    """Rows with evidence that has `before` and `after` too: `number` sentences on each side, on one line each."""
    for row in rows:
        yield row | {"evidence": [claim | _sides(claim, store, number) for claim in row["evidence"]]}


def _sides(claim: dict[str, Any], store: Store, number: int) -> dict[str, str]:
    before, after = around(*store.told_in(claim["claim_key"]), claim["start"], claim["end"], number)
    return {"before": before, "after": after}


def around(text: str, language: str, start: int, end: int, number: int) -> tuple[str, str]:
    """The `number` sentences of a text before `[start, end)`, and those after it; white space made one.

    >>> around("It rained. Cars slid. The bridge closed. Trams stopped. It froze.", "en", 22, 40, 1)
    ('Cars slid.', 'Trams stopped.')
    """
    spans = _cut(text, language)
    first, last = bisect_left(spans, (start, start)), bisect_right([span[1] for span in spans], end)
    before = (text[one : min(other, start)] for one, other in spans[max(0, first - number) : first])
    after = (text[max(one, end) : other] for one, other in spans[last : last + number])
    return " ".join(" ".join(before).split()), " ".join(" ".join(after).split())


@lru_cache(maxsize=_DOCUMENTS)
def _cut(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Start and end of every sentence; the signs of lists and headings are outside of them."""
    from timeline.languages import codes, load
    from timeline.segment import segment

    found = segment(text, load(language if language in codes() else "en"))
    return tuple((sentence.start, sentence.end) for sentence in found)
