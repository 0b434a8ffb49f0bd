"""Signs along the way of a text, no part of what happened: `First, the mill closed`, `Before that, it was sold`."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.words import COMMA
from timeline.languages.events import PREPOSITION

_LONGEST = 5
"""Words of one, its comma included."""


def without_signpost(parsed: Parsed, kept: list[int]) -> list[int]:
    """The words of a line after the sign that opens it, if one does."""
    bits, words, sets = parsed.sentence.bits, parsed.sentence.words, parsed.events.sets
    comma = next((at for at, k in enumerate(kept[: _LONGEST + 1]) if bits[k] & COMMA), 0)
    if comma and "_".join(words[k].lower() for k in kept[:comma]) in sets["asides"]:
        return kept[comma + 1 :]
    if len(kept) > 2 and kept[1] == kept[0] + 1 and bits[kept[1]] & COMMA:
        return kept[2:] if words[kept[0]].lower() in sets["counted"] else kept
    if len(kept) < 5 or not bits[kept[0]] & PREPOSITION or not bits[kept[2]] & COMMA:
        return kept
    return kept[3:] if words[kept[1]] in sets["signposts"] else kept
