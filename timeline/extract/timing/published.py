"""`figures released today show …`: when a paper came out, which a line does without beside its date."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, TIME
from timeline.extract.timing.datewords import date_words
from timeline.model.expression import Relative


def published(parsed: Parsed, one: Predicate, time: int | None) -> frozenset[int]:
    """The words `released today` of a line: at its own time, or at one told from where the writer stands."""
    return frozenset(k for paper in _papers(parsed, one) for k in _words(parsed, paper, time))


def _papers(parsed: Parsed, one: Predicate) -> Iterator[Predicate]:
    for paper in parsed.predicates:
        plain = paper.form == "participle" and paper.passive and paper.first == paper.head
        opens = paper is one and parsed.clause_of(one.head).finite is None  # `In a report released last year, the …`
        if plain and (paper is not one or opens) and paper.lemma in parsed.events.sets["publishing"]:
            yield paper


def _words(parsed: Parsed, paper: Predicate, time: int | None) -> range:
    """The participle with its time, where a verb or a comma follows: not `figures released today by the bank`."""
    bits, at = parsed.sentence.bits, paper.head + 1
    if at >= len(bits) or not bits[at] & TIME or (not paper.head or bits[paper.head - 1] & COMMA):
        return range(0)
    own = at == time and date_words(parsed, at)
    deictic = isinstance(parsed.sentence.times[at].expression.meaning, Relative)
    verb = any(one.first == at + 1 and one.form == "finite" for one in parsed.predicates)
    ends = at + 1 < len(bits) and (verb or bits[at + 1] & COMMA)
    return range(paper.head, at + 1) if ends and (own or deictic) else range(0)
