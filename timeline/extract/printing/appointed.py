"""What a label sets a day for: `Next meeting: Tuesday 10 December`."""

from __future__ import annotations

from dataclasses import replace

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.model.claim import Claim

_BEHIND = 2
"""Words from the noun to its colon: `Next meeting date:`."""


def appointed(made: Claim, one: Predicate, cut: Parsed) -> Claim | None:
    """`Next meeting: 10 December`, `Date of the next hearing: 3 May` → `Next meeting`, `Next hearing`, planned."""
    words, sets = [word.lower() for word in cut.sentence.words], cut.events.sets
    colon = next((k for k in range(one.head + 1, one.head + 1 + _BEHIND) if words[k : k + 1] == [":"]), None)
    if one.form != "noun" or colon is None or sets["coming_next"].isdisjoint(words[: one.head]):
        return None
    label = (*range(one.head), *range(one.head + 1, colon))
    if not all(words[k] in sets["coming_next"] | sets["label_words"] or not words[k].isalpha() for k in label):
        return None
    led = next(word for word in words if word in sets["coming_next"])
    return replace(made, title=f"{led.title()} {words[one.head]}", status="planned")
