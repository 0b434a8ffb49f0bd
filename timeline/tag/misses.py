"""Numbers and words that look like a time and are none, each with the reason: for `explain`."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.languages import Language
from timeline.tag.compiled import Compiled, compiled
from timeline.tag.engine import tag
from timeline.tag.fold import fold
from timeline.tag.surroundings import objection


@dataclass(frozen=True, slots=True)
class Miss:
    """Words that begin as a time does."""

    start: int
    end: int
    text: str
    reason: str
    """`no rule goes on from here`, `date.in_year: stands after "page"`, …"""


def misses(text: str, language: Language) -> tuple[Miss, ...]:
    """What the tagger looked at closer and left alone, by position; never inside an expression that it found."""
    rules = compiled(language)
    found = [(e.start, e.end) for e in tag(text, language, "news")]
    missed: list[Miss] = []
    folded = fold(text)
    for trigger in rules.trigger.finditer(folded):
        start = trigger.end() - 1
        if any(begin <= start < end for begin, end in found) or (missed and start < missed[-1].end):
            continue
        miss = _miss(text, folded, start, trigger[1], rules)
        if miss is not None:
            missed.append(miss)
    return tuple(missed)


def _miss(text: str, folded: str, start: int, head: str, rules: Compiled) -> Miss | None:
    """A refused match, or a bare number that no rule takes; common words that go on as no time are not told."""
    first = rules.families[head].first(folded, start + 1)
    if first is None:
        end = start
        while end < len(text) and text[end].isdecimal():
            end += 1
        return Miss(start, end, text[start:end], "a number that no rule takes for a time") if end - start > 1 else None
    match, reader = first
    end = match.end() - 1
    nothing = "an age or a rate" if reader.rule.make == "nothing" else "no such time exists"
    reason = objection(text, folded, match, reader.rule, rules) or nothing
    return Miss(start, end, text[start:end], f"{reader.rule.name}: {reason}")
