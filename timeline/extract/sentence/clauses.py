"""A sentence cut into clauses: each piece says one thing, and knows what it hangs on."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.extract.sentence.boundaries import TURNING, boundaries
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.settle import predicates
from timeline.extract.sentence.words import CLOSE, COMMA, Words
from timeline.languages.events import Events


@dataclass(slots=True)
class Clause:
    """Words `[first, last)`."""

    first: int
    last: int
    kind: str
    """`main` | `sub` (when …) | `rel` (who …) | `that` | `coord` (and …, the subject shared) |
    `part` (…, killing …) | `aside` (in brackets) | `say` (…, he said)."""
    number: int
    """Pieces of one interrupted clause share their number."""
    predicates: list[Predicate] = field(default_factory=list)
    finite: Predicate | None = None
    """Its first finite verb."""

    @property
    def subject_inside(self) -> bool:
        """Does a subject stand before the verb, within the clause?"""
        return self.finite is not None and self.finite.first > self.first


@dataclass(slots=True)
class Parsed:
    """A sentence with its predicates and clauses."""

    sentence: Words
    predicates: list[Predicate]
    clauses: list[Clause]
    clause_at: list[int]
    """Word → place in `clauses`."""
    commas: list[int]
    """Places of the commas."""
    events: Events
    """The words of the language."""

    def clause_of(self, word: int) -> Clause:
        """The clause that a word stands in."""
        return self.clauses[self.clause_at[word]]

    def whole(self, number: int) -> list[Clause]:
        """All pieces of an interrupted clause."""
        return [clause for clause in self.clauses if clause.number == number]


def parse(sentence: Words, found: list[Predicate] | None = None) -> Parsed:
    """Words → predicates (`found`, where they are known) and clauses."""
    found = predicates(sentence) if found is None else found
    turning = [k for k, bit in enumerate(sentence.bits) if bit & TURNING]
    clauses = _cut(sentence, found, turning)
    at: list[int] = []
    for place, clause in enumerate(clauses):
        at += [place] * (clause.last - clause.first)
    for one in found:
        clause = clauses[at[one.head]]
        clause.predicates.append(one)
        if clause.finite is None and one.form == "finite":
            clause.finite = one
    commas = [k for k in turning if sentence.bits[k] & COMMA]
    return Parsed(sentence, found, clauses, at, commas, sentence.events)


def _cut(sentence: Words, found: list[Predicate], turning: list[int]) -> list[Clause]:
    """Walk the words once; at each boundary close the piece and say what the next one is."""
    bits, size = sentence.bits, len(sentence.words)
    walk = boundaries(sentence, found)
    clauses: list[Clause] = []
    first, kind, number, numbers = 0, "main", 0, 0
    resume = ("main", 0)
    for at in sorted({*turning, *walk.told, *walk.starts, walk.past_when} - {-1}):
        bit = bits[at]
        turn = walk.turn(at, first, kind)
        if turn is not None:
            if at > first:
                clauses.append(Clause(first, at, kind, number))
            if turn == "resume":
                kind, number = resume
            else:
                within = turn in ("rel", "aside", "part") or (kind, turn) == ("main", "sub")
                if within and (kind in ("main", "coord", "that", "sub") or (kind, turn) == ("say", "aside")):
                    resume = (kind, number)
                numbers += 1
                kind, number = turn, numbers
                if turn == "main":
                    resume = (kind, number)
            first = at
        if bit & CLOSE and kind == "aside":
            clauses.append(Clause(first, at + 1, kind, number))
            first, (kind, number) = at + 1, resume
    if size > first:
        clauses.append(Clause(first, size, kind, number))
    return clauses
