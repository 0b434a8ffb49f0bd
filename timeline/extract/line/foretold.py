"""What somebody said would be, once the words of report are gone: `Moe said the mill would close` → `… will close`."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.speaker import attribution
from timeline.temporal.interval import Interval


def foretold(line: str, parsed: Parsed, one: Predicate, when: Interval | None, today: int | None) -> str:
    """The line in the tense that it has by itself, while what it tells lies ahead of the writing."""
    if one.tense != "conditional" or today is None or when is None or (when.last_day or 0) < today:
        return line
    said, words = _reporting(parsed, one), parsed.sentence.words
    would = words[one.first]
    if said is None or said.tense != "past" or would not in parsed.events.sets["future_in_past"]:
        return line
    before, found, after = line.partition(f" {would} ")
    own = found and words[said.head] not in before.split()
    return f"{before} {min(parsed.events.sets['foretelling'])} {after}" if own else line


def _reporting(parsed: Parsed, one: Predicate) -> Predicate | None:
    """The verb of who says so: `Moe said the mill …`, `The mill …, Moe said`."""
    above = attribution(parsed, one)
    if above is not None:
        return above.finite
    return next((piece.finite for piece in parsed.clauses if piece.kind == "say" and piece.finite is not None), None)
