"""Signs along the way of a text, no part of what happened: `First, the mill closed`, `For example, the mill closed`."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.words import COMMA
from timeline.languages.events import PREPOSITION

_LONGEST = 6
"""Words of `On the other hand, …`, with its comma and a verb."""


def without_signpost(parsed: Parsed, kept: list[int]) -> list[int]:
    """The words of a line after the sign that opens it, if one does."""
    bits, words, sets = parsed.sentence.bits, parsed.sentence.words, parsed.events.sets
    if len(kept) > 2 and kept[1] == kept[0] + 1 and bits[kept[1]] & COMMA:
        return kept[2:] if words[kept[0]].lower() in sets["counted"] else kept
    if len(kept) < _LONGEST or not bits[kept[0]] & PREPOSITION:
        return kept
    comma = next((at for at in range(2, _LONGEST) if bits[kept[at]] & COMMA), None)
    if comma is None or kept[comma] - kept[0] != comma:
        return kept
    last = words[kept[comma - 1]].lower()
    points = comma == 2 and last in sets["thereto"]  # `Before that, the mill …`
    return kept[comma + 1 :] if points or last in sets["signposts"] else kept
