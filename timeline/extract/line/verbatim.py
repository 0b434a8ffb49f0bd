"""A clause with all that its sentence tells before it: `Moe's men came to Vik, and they burned the mill`."""

from __future__ import annotations

from timeline.extract.line.fitting import length
from timeline.extract.line.line import line_of
from timeline.extract.line.shape import core
from timeline.extract.line.torn import torn
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import HARD
from timeline.extract.timing.datewords import date_words
from timeline.languages.events import PRONOUN

_LONGEST = 160
"""Signs of such a line."""


def from_the_start(parsed: Parsed, one: Predicate, time: int | None, others: frozenset[int]) -> str:
    """The line from the sentence's first word, where its pronoun is explained; empty where that is of no help.

    `others`: words that other claims own.
    """
    home, sets, words = parsed.clause_of(one.head), parsed.events.sets, parsed.sentence.words
    if one.tense != "past" or (home.kind == "sub" and words[home.first].lower() in sets["around_date"]):
        return ""  # `The mill has stood still since they left in May`
    told = [k for k in parsed.predicates if k.form == "finite" and k.head < home.first]
    if not told or parsed.clause_of(told[0].head).finite is not told[0] or not told[0].first:
        return ""
    subject = words[told[0].first - 1].lower()
    if parsed.sentence.bits[told[0].first - 1] & PRONOUN or subject in sets["replaced"] | sets["nobody"]:
        return ""
    kept, cut = list(range(core(parsed, one)[-1] + 1)), date_words(parsed, time)
    if not others.isdisjoint(kept) or any(parsed.sentence.bits[k] & HARD for k in kept):
        return ""
    if words[0].lower() in sets["possessives"] | sets["demonstratives"] or length(parsed, kept, cut) > _LONGEST:
        return ""
    return "" if torn(parsed, kept, cut) else line_of(parsed, kept, cut)
