"""Which words a title takes: the clause of the happening with its subject."""

from __future__ import annotations

from timeline.extract.line.fitting import complement
from timeline.extract.line.related import meant_by, related
from timeline.extract.sentence.clauses import Clause, Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.shared import shared_auxiliary
from timeline.extract.sentence.words import COMMA, HARD, NAME, QUOTE, TIME
from timeline.languages.events import (
    ADVERB,
    COORDINATOR,
    DETERMINER,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
)

_MARKUP = frozenset("*_~`")
"""Signs of Markdown around a name: `**Hale Works** is …`."""


def core(parsed: Parsed, one: Predicate) -> list[int]:
    """The clause with its subject, which may stand in an earlier clause."""
    clause = parsed.clause_of(one.head)
    own = _own(parsed, clause)
    place = parsed.clause_at[clause.first]
    if clause.kind == "say" and place:
        return list(range(clause.last))
    if clause.kind == "rel" and place:
        return related(parsed, clause, own, place)
    resumed = own[0] < clause.first
    if clause.kind == "coord" and place and parsed.clauses[place - 1].kind == "rel" and clause.finite is not None:
        before = parsed.clauses[place - 1]
        skip = 1 if parsed.sentence.bits[clause.first] & (COORDINATOR | COMMA) else 0
        return [*(meant_by(parsed, before, parsed.clause_at[before.first]) or ()), *own[skip:]]
    if clause.kind in ("coord", "part") or not (resumed or clause.subject_inside or clause.finite is None):
        for earlier in reversed(parsed.clauses[:place]):
            if earlier.finite is None or earlier.kind in ("say", "aside", "rel"):
                continue
            if earlier.kind == clause.kind == "coord" or _is_between_commas(parsed, earlier, clause):
                continue  # `left in 1901, | worked in a mill | and died`
            if clause.kind == "part":
                return [*(k for k in core(parsed, earlier.finite) if k < own[0]), *own]
            if earlier.subject_inside:
                shared = shared_auxiliary(parsed, earlier.finite, clause.finite)
                return [*subject(parsed, earlier, earlier.finite), *shared, *_past_joint(parsed, own)]
        opening = _opening_subject(parsed, place)
        own = [*opening, *own[bool(opening and parsed.sentence.bits[own[0]] & HARD) :]]
    if clause.finite is None and clause.kind == "main" and place + 1 < len(parsed.clauses):
        following = parsed.clauses[place + 1]
        told = complement(parsed, following.finite, place + 1)
        return [*own, *(k for piece in (following, *told) for k in range(piece.first, piece.last))]
    quoted = _quoted(parsed, one, own[-1] + 1)
    return [*own, *(quoted or (k for piece in complement(parsed, one, place) for k in range(piece.first, piece.last)))]


def _is_between_commas(parsed: Parsed, earlier: Clause, clause: Clause) -> bool:
    """`It was told in May|, a month they liked,| and was to end in June`: the month has its own verb."""
    bits = parsed.sentence.bits
    opens = earlier.first and bits[earlier.first] & COMMA and bits[earlier.first + 1] & DETERMINER
    return bool(opens and clause.kind == "coord" and bits[clause.first - 1] & COMMA)


def _past_joint(parsed: Parsed, own: list[int]) -> list[int]:
    """`, and | sold the mill`."""
    bits = parsed.sentence.bits
    own = own[1:] if bits[own[0]] & (COMMA | HARD) else own
    return own[1:] if own and bits[own[0]] & COORDINATOR else own


def _quoted(parsed: Parsed, one: Predicate, end: int) -> range:
    """`Moe said, “Well, | I was asleep”`: up to the closing mark."""
    bits, at = parsed.sentence.bits, one.head + 1
    at += 1 if at < len(bits) and bits[at] & COMMA else 0
    if one.lemma not in parsed.events.report or at >= len(bits) or not bits[at] & QUOTE or end <= at:
        return range(0)
    closing = next((k for k in range(at + 1, len(bits)) if bits[k] & QUOTE), -1)
    return range(end, closing + 1)


def _own(parsed: Parsed, clause: Clause) -> list[int]:
    """All words of an interrupted clause; what interrupts it right after a preposition too: `a sign of | how …`."""
    words: list[int] = []
    pieces = parsed.whole(clause.number)
    for at, piece in enumerate(pieces):
        before = parsed.clauses[parsed.clause_at[piece.first] - 1] if at else piece
        if at and piece.finite is None and before.kind == "part":
            continue  # `made a film, starring Ada Lindt, | Karl Moe and others`
        words += range(piece.first, piece.last)
        if at + 1 < len(pieces) and parsed.sentence.bits[piece.last - 1] & PREPOSITION:
            words += range(piece.last, pieces[at + 1].first)
    return words


def _opening_subject(parsed: Parsed, place: int) -> list[int]:
    """`The jacket, seen twice in 1990, | had been lost`: the noun phrase that opens the sentence, up to its comma."""
    opening, bits = parsed.clauses[0], parsed.sentence.bits
    if not place or opening.kind != "main" or opening.finite is not None or bits[0] & (PREPOSITION | ADVERB | TIME):
        return []
    end = next((k for k in range(opening.first, opening.last) if bits[k] & COMMA), opening.last)
    return list(range(opening.first, end))


def subject(parsed: Parsed, clause: Clause, verb: Predicate) -> list[int]:
    """What stands before a clause's verb, its opening adjunct apart."""
    bits = parsed.sentence.bits
    first = _past_bracket(parsed, clause)
    if verb.first > first and parsed.sentence.words[verb.first - 1] in parsed.events.sets["subjects"]:
        return [verb.first - 1]  # `After the armistice | she | returned`
    while first < verb.first and bits[first] & (COMMA | COORDINATOR | SUBORDINATOR | TIME | HARD):
        first += 1
    if bits[first] & PREPOSITION:
        after = next((k for k in range(first, verb.first) if bits[k] & (TIME | COMMA)), None)
        first = after + 1 if after is not None and after + 1 < verb.first else _past_adjunct(bits, first, verb.first)
    opening = parsed.whole(clause.number)[0]
    if first == verb.first and opening is not clause:  # `The king, who had fled, | returned and | abdicated`
        return [k for k in range(opening.first, opening.last) if not bits[k] & COMMA]
    return [k for k in range(first, verb.first) if parsed.sentence.words[k] not in _MARKUP]


def _past_bracket(parsed: Parsed, clause: Clause) -> int:
    """`The Hale Trust (HT) | of Ashmere bought …`: where the subject of a clause with a bracket in it begins."""
    pieces = parsed.whole(clause.number)
    at, place = pieces.index(clause), parsed.clause_at[clause.first]
    interrupted = at and pieces[at - 1].finite is None and parsed.clauses[place - 1].kind == "aside"
    return pieces[at - 1].first if interrupted else clause.first


def _past_adjunct(bits: list[int], first: int, verb: int) -> int:
    """`During the siege of the town | the king`: the last article that no preposition leads."""
    inside = (k for k in range(verb - 2, first + 2, -1) if bits[k] & DETERMINER)
    own = next((k for k in inside if not bits[k - 1] & (PREPOSITION | DETERMINER | COORDINATOR)), first)
    return own if bits[first + 1] & (DETERMINER | NAME) else first


def subject_before(cut: Parsed, place: int, *, last: bool = False) -> list[int]:
    """The subject of the first main clause that stands before this one, or of the last."""
    for clause in cut.clauses[:place][:: -1 if last else 1]:
        if clause.kind == "main" and clause.finite is not None and clause.subject_inside:
            own = subject(cut, clause, clause.finite)
            if own:
                return own
        opening = cut.whole(clause.number)[0]
        if clause.kind == "main" and clause.finite is not None and opening.first < clause.first:
            return list(range(opening.first, opening.last))  # `Maren Holt (1901–1977) | was a painter`
    return []


def noun_phrase(parsed: Parsed, one: Predicate, time: int | None) -> list[int]:
    """A noun that is a happening, with what describes it."""
    bits = parsed.sentence.bits
    finite = [k for k in parsed.predicates if k.form == "finite"]
    stop = {k.first for k in finite} | {k.head for k in finite}
    first = one.head
    barrier = COMMA | HARD | PREPOSITION | COORDINATOR | SUBORDINATOR | RELATIVE | THAT
    while first > 0 and first - 1 not in stop and not bits[first - 1] & barrier:
        first -= 1
        if bits[first] & DETERMINER:
            break
    last = one.head + 1
    barrier = COMMA | HARD | RELATIVE | SUBORDINATOR
    subjects = parsed.events.sets["subjects"]
    while last < len(bits) and last not in stop and not bits[last] & barrier and last - first < 22:
        if bits[last] & COORDINATOR and bits[last - 1] & TIME:
            break  # `the sale in 1990 | and moved away`
        if parsed.sentence.words[last] in subjects or bits[last] & PRONOUN:
            break  # `until her retirement | she taught`
        last += 1
    return list(range(first, last if time is None or time < last else time + 1))
