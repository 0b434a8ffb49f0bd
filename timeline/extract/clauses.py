"""A sentence cut into clauses: each piece says one thing, and knows what it hangs on."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate

from timeline.extract.predicates import Predicate, predicates
from timeline.extract.words import CLOSE, COMMA, HARD, NAME, OPEN, QUOTE, TIME, Words
from timeline.languages.events import (
    ADVERB,
    COORDINATOR,
    DETERMINER,
    EVENT,
    ING,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    Events,
)

_TURNING = OPEN | CLOSE | HARD | SUBORDINATOR | RELATIVE | THAT | COORDINATOR | COMMA


@dataclass(slots=True)
class Clause:
    """Words `[first, last)`."""

    first: int
    last: int
    kind: str
    """`main` | `adjunct` (no verb: "As a result, …") | `sub` (when …) | `rel` (who …) | `that` | `coord` (and …) |
    `part` (…, killing …) | `aside` (in brackets) | `say` (…, he said)."""
    number: int
    """Pieces of one interrupted clause share their number."""
    predicates: list[Predicate] = field(default_factory=list)

    @property
    def finite(self) -> Predicate | None:
        return next((one for one in self.predicates if one.form == "finite"), None)

    @property
    def subject_inside(self) -> bool:
        """Does a subject stand before the verb, within the clause?"""
        verb = self.finite
        return verb is not None and verb.first > self.first


@dataclass(slots=True)
class Parsed:
    """A sentence with its predicates and clauses."""

    sentence: Words
    predicates: list[Predicate]
    clauses: list[Clause]
    clause_at: list[int]
    """Word → place in `clauses`."""
    commas: list[int]
    """Word → how many commas stand before it."""

    def clause_of(self, word: int) -> Clause:
        return self.clauses[self.clause_at[word]]

    def whole(self, number: int) -> list[Clause]:
        """All pieces of an interrupted clause."""
        return [clause for clause in self.clauses if clause.number == number]


def parse(sentence: Words, events: Events) -> Parsed:
    """Words → predicates and clauses."""
    _pair_dashes(sentence)
    found = predicates(sentence, events)
    clauses = _cut(sentence, found, events)
    at: list[int] = []
    for place, clause in enumerate(clauses):
        at += [place] * (clause.last - clause.first)
    for one in found:
        clauses[at[one.head]].predicates.append(one)
    commas = [0, *accumulate(1 if bit & COMMA else 0 for bit in sentence.bits)]
    return Parsed(sentence, found, clauses, at, commas)


def _pair_dashes(sentence: Words) -> None:
    """`Kolberg – which had held – fell`: two dashes are a pair of brackets."""
    dashes = [k for k, bit in enumerate(sentence.bits) if bit & HARD and sentence.words[k] in "–—-"]
    if len(dashes) == 2 and 1 < dashes[1] - dashes[0] < 30 and dashes[0]:
        sentence.bits[dashes[0]], sentence.bits[dashes[1]] = OPEN, CLOSE


def _cut(sentence: Words, found: list[Predicate], events: Events) -> list[Clause]:
    """Walk the words once; at each boundary close the piece and say what the next one is."""
    bits, size = sentence.bits, len(sentence.words)
    starts = {one.first: one for one in found if one.form == "finite"}
    opens = {_told(bits, starts, one) for one in starts.values() if one.lemma in events.report and not one.passive}
    clauses: list[Clause] = []
    first, kind, number, numbers = 0, "main", 0, 0
    main_number, resume = 0, ("main", 0)
    at = 0
    while at < size:
        bit = bits[at]
        if not bit & _TURNING and at not in opens and (kind != "rel" or at not in starts):
            at += 1
            continue
        turn = _turn(sentence, starts, opens, at, first, kind, events)
        if turn is not None:
            if at > first:
                clauses.append(Clause(first, at, kind, number))
            if turn == "resume":
                kind, number = resume
            else:
                if kind in ("main", "coord", "that", "sub") and turn in ("rel", "aside", "part"):
                    resume = (kind, number)
                numbers += 1
                kind, number = turn, numbers
                if turn == "main":
                    main_number = numbers
                    resume = ("main", main_number)
            first = at
        if bit & CLOSE and kind == "aside":
            clauses.append(Clause(first, at + 1, kind, number))
            first, (kind, number) = at + 1, resume
        at += 1
    if size > first:
        clauses.append(Clause(first, size, kind, number))
    return clauses


def _turn(
    sentence: Words, starts: dict[int, Predicate], opens: set[int], at: int, first: int, kind: str, events: Events
) -> str | None:
    """What begins at this word; None when the clause goes on."""
    bits = sentence.bits
    bit = bits[at]
    if bit & OPEN:
        return "aside"
    if kind == "aside":
        return None
    if bit & HARD:
        return "main" if at > first else None
    if bit & SUBORDINATOR and not bit & NAME:
        return "sub" if _verb_ahead(bits, starts, at) and at > first - 1 else None
    if bit & RELATIVE:
        return "rel" if at > first else None
    if bit & THAT and at > first and _that_clause(bits, starts, at):
        return "rel" if at + 1 in starts else "that"
    if bit & COORDINATOR and at > first:
        return _coordination(bits, starts, at, first)
    if bit & COMMA and at > first:
        return _comma(sentence, starts, at, first, kind, events)
    if at in opens:
        return "that"
    if kind == "rel" and at in starts and _second_verb(bits, starts, first, at):
        return "resume"
    return None


def _told(bits: list[int], starts: dict[int, Predicate], one: Predicate) -> int:
    """Where what is said begins, when no "that" marks it: `said (on Monday) it will …`; -1: nowhere."""
    at = one.head + 1
    if one.lemma in _TELLING:
        at = _past_hearer(bits, at)
    if at < len(bits) and bits[at] & PREPOSITION and at + 1 < len(bits) and bits[at + 1] & TIME:
        at += 1
    if at < len(bits) and bits[at] & TIME and not (at + 1 < len(bits) and bits[at + 1] & (COMMA | HARD)):
        at += 1
    if at < len(bits) and not bits[at] & (COMMA | HARD | THAT | PREPOSITION | SUBORDINATOR | QUOTE | RELATIVE):
        return at if _verb_ahead(bits, starts, at, COORDINATOR) and at not in starts else -1
    return -1


_TELLING = frozenset(["tell", "inform", "warn", "assure", "remind", "show", "convince", "notify", "advise"])


def _past_hearer(bits: list[int], at: int) -> int:
    """`told the police she had …`: past the one who is told."""
    while at < len(bits) and bits[at] & DETERMINER:
        at += 1
    start = at
    while at < len(bits) and (bits[at] & NAME or not bits[at] & ~EVENT) and at - start < 5:
        at += 1
    return at


def _verb_ahead(bits: list[int], starts: dict[int, Predicate], at: int, barrier: int = 0) -> bool:
    """A finite verb before the next boundary: `when the war began`, not `after the war`, `while returning`."""
    if bits[at] & SUBORDINATOR and at + 1 < len(bits) and bits[at + 1] & ING and at + 1 not in starts:
        return False
    for k in range(at + 1, len(bits)):
        if k in starts:
            return True
        if (
            bits[k] & (HARD | CLOSE | barrier)
            or (bits[k] & SUBORDINATOR and not bits[k] & PREPOSITION)
            or (bits[k] & COMMA and k > at + 2)
        ):
            return False
    return False


def _that_clause(bits: list[int], starts: dict[int, Predicate], at: int) -> bool:
    after = bits[at + 1] if at + 1 < len(bits) else HARD
    return not after & (COMMA | HARD) and _verb_ahead(bits, starts, at)


def _coordination(bits: list[int], starts: dict[int, Predicate], at: int, first: int) -> str | None:
    """`and` joins clauses where a verb stands on both sides; else it joins nouns."""
    if not any(first <= k < at for k in starts):
        return None
    k = at + 1
    while k < len(bits) and bits[k] & (ADVERB | TIME | COMMA) and k not in starts:
        k += 1
    if k in starts:
        return "coord"
    seen_noun = False
    for k in range(at + 1, len(bits)):
        if k in starts:
            return "main" if seen_noun else "coord"
        if bits[k] & (HARD | COORDINATOR | RELATIVE | THAT | SUBORDINATOR | OPEN | CLOSE | QUOTE):
            return None
        if bits[k] & COMMA and k > at + 5:
            return None
        seen_noun = True
    return None


def _comma(sentence: Words, starts: dict[int, Predicate], at: int, first: int, kind: str, events: Events) -> str | None:
    bits = sentence.bits
    size = len(bits)
    after = at + 1
    if after >= size:
        return None
    bit = bits[after]
    has_verb = any(first <= k < at for k in starts)
    if _saying(sentence, starts, after, events):
        return "say"
    head = sentence.words[after]
    if head.endswith("ing") and not bit & (NAME | PREPOSITION) and (has_verb or kind == "say"):
        return "part"
    if kind == "say":
        return "main"
    if bit & (RELATIVE | SUBORDINATOR | COORDINATOR):
        return None
    if kind in ("sub", "rel", "part"):
        if kind == "sub":
            return "main" if not any(k < first for k in starts) else None
        return "resume"
    if not has_verb and first == 0 and kind == "main" and _opens_adjunct(bits, sentence, first, at):
        return "main"
    if has_verb and _verb_ahead(bits, starts, at) and bit & (DETERMINER | PRONOUN | NAME) and kind != "that":
        return "main" if _clause_after(bits, starts, after) else None
    return None


def _opens_adjunct(bits: list[int], sentence: Words, first: int, comma: int) -> bool:
    """`As a result of the war, …`, `In 2009, …`; not `In 2009 the head of …, a lawyer, …`, whose subject has begun."""
    time = next((k for k in range(first, comma) if bits[k] & TIME), None)
    if time is not None and any(bits[k] & (DETERMINER | NAME) for k in range(time + 1, comma)):
        return False
    return bool(bits[first] & (PREPOSITION | ADVERB | TIME | SUBORDINATOR)) or sentence.words[first].endswith("ing")


def _clause_after(bits: list[int], starts: dict[int, Predicate], at: int) -> bool:
    """A short noun phrase, then its verb: a new clause after a comma."""
    for k in range(at, min(at + 7, len(bits))):
        if k in starts:
            return k > at
        if bits[k] & (COMMA | HARD | COORDINATOR | RELATIVE | THAT | QUOTE | SUBORDINATOR):
            return False
    return False


def _second_verb(bits: list[int], starts: dict[int, Predicate], first: int, at: int) -> bool:
    """`the man who left the party | won`: the second verb of a relative clause is the main clause's."""
    inside = [k for k in starts if first <= k < at]
    return bool(inside) and not any(
        bits[k] & (COMMA | COORDINATOR | THAT | SUBORDINATOR) for k in range(inside[-1], at)
    )


def _saying(sentence: Words, starts: dict[int, Predicate], at: int, events: Events) -> bool:
    """`, he said`, `, said Ibrahim`, `, the ministry said`: words of attribution up to the next boundary."""
    bits = sentence.bits
    for k in range(at, min(at + 12, len(bits))):
        one = starts.get(k)
        if one is not None:
            if one.lemma not in events.report or one.passive:
                return False
            after = bits[one.head + 1] if one.head + 1 < len(bits) else HARD
            last = one.head + 1 >= len(bits) or sentence.words[one.head + 1] in ".!?"
            if k == at:
                return bool(after & (NAME | DETERMINER | PRONOUN))
            return last or bool(after & (COMMA | TIME | PREPOSITION | HARD | QUOTE | ADVERB))
        if bits[k] & (COMMA | HARD | RELATIVE | THAT | SUBORDINATOR | OPEN):
            return False
    return False
