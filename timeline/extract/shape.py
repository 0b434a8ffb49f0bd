"""Which words a title takes: the clause of the happening with its subject, what joins it, and where it is cut."""

from __future__ import annotations

from timeline.extract.clauses import Clause, Parsed
from timeline.extract.fitting import LONGEST, complement, length
from timeline.extract.predicates import Predicate
from timeline.extract.related import antecedent, governor, related, whereby
from timeline.extract.shared import shared_auxiliary
from timeline.extract.speaker import attribution
from timeline.extract.words import COMMA, HARD, NAME, QUOTE, TIME
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
from timeline.model.expression import Relative, Shift

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
        return [*antecedent(parsed, governor(parsed, parsed.clause_at[before.first])), *own[skip:]]
    if clause.kind in ("coord", "part") or not (resumed or clause.subject_inside or clause.finite is None):
        for earlier in reversed(parsed.clauses[:place]):
            if earlier.finite is None or earlier.kind in ("say", "aside", "rel"):
                continue
            if clause.kind == "part":
                return [*(k for k in core(parsed, earlier.finite) if k < own[0]), *own]
            if earlier.subject_inside:
                skip = 1 if parsed.sentence.bits[clause.first] & (COORDINATOR | COMMA | HARD) else 0
                shared = shared_auxiliary(parsed, earlier.finite, clause.finite)
                return [*subject(parsed, earlier, earlier.finite), *shared, *own[skip:]]
        opening = _opening_subject(parsed, place)
        own = [*opening, *own[bool(opening and parsed.sentence.bits[own[0]] & HARD) :]]
    if clause.finite is None and clause.kind == "main" and place + 1 < len(parsed.clauses):
        following = parsed.clauses[place + 1]
        told = complement(parsed, following.finite, place + 1)
        return [*own, *(k for piece in (following, *told) for k in range(piece.first, piece.last))]
    quoted = _quoted(parsed, one, own[-1] + 1)
    return [*own, *(quoted or (k for piece in complement(parsed, one, place) for k in range(piece.first, piece.last)))]


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


def grown(parsed: Parsed, one: Predicate, kept: list[int], taken: frozenset[int], cut: frozenset[int]) -> list[int]:
    """Neighbouring clauses join as long as the line stays short; `taken` belongs to others, `cut` is not counted."""
    home = parsed.clause_at[one.head]
    if _alone(parsed, parsed.clauses[home]) or _dated_inside(parsed, parsed.clauses[home], cut):
        return kept
    above = attribution(parsed, one)
    words, total, closed = set(kept), length(parsed, kept, cut), [False, False]
    for k in sorted(range(len(parsed.clauses)), key=lambda k: (abs(k - home), k < home)):
        piece, before = parsed.clauses[k], k < home
        if closed[before] or k == home or piece.first in words or piece.last - 1 in words:
            continue
        shared = before and piece.kind == "rel" and parsed.clause_of(piece.last).kind == "coord"
        second = before and piece.kind == "coord" and parsed.clauses[k - 1].kind == "rel"
        barred = piece is above or shared or second or _barred(parsed, piece, kept[0], taken, before)
        barred = barred or (before and _tells_its_own(parsed, piece, parsed.clauses[home]))
        barred = barred or (not before and _of_now(parsed, piece, parsed.clauses[home]))
        barred = barred or (not before and _breaks_off(parsed, piece, parsed.clauses[home]))
        if piece.kind == "aside" and (barred or piece.last - piece.first > 6):
            continue
        size = 0 if barred else length(parsed, range(piece.first, piece.last), cut)
        if barred or total + size > LONGEST:
            closed[before] = True
            continue
        total += size
        words.update(range(piece.first, piece.last))
    words -= _headless(parsed, words, kept)
    opening = parsed.clauses[home].first
    return sorted(words | {opening} if opening - 1 in words else words)


def _tells_its_own(parsed: Parsed, piece: Clause, home: Clause) -> bool:
    """`She was dismissed, and | in 1940 she was deported`: another happening, of another time."""
    if home.finite is None or piece.finite is None or not parsed.sentence.bits[home.first] & (COORDINATOR | COMMA):
        return False
    if home.kind == "coord" and piece.kind == "sub":
        return any(home.first < time < home.finite.first for time in parsed.sentence.times)
    counted = any(home.first <= time < home.last and _counted_on(parsed, time) for time in parsed.sentence.times)
    words, sets = parsed.sentence.words, parsed.events.sets
    if words[home.finite.first - 1] in sets["things"]:
        return False
    turns = words[home.first] in sets["but"]
    apart = turns or parsed.sentence.bits[home.first - 1] & COMMA
    end = home.last if apart or counted else home.finite.first
    dated = any(home.first <= time < end for time in parsed.sentence.times)
    return dated and home.subject_inside and piece.kind in ("main", "coord") and not piece.finite.state


def _of_now(parsed: Parsed, piece: Clause, home: Clause) -> bool:
    """`I told him, | and he wants it in writing`: what holds today is no part of what was done then."""
    if (
        home.finite is None
        or piece.finite is None
        or home.finite.tense != "past"
        or piece.kind not in ("main", "coord")
    ):
        return False
    return piece.finite.tense == "present" and not piece.finite.perfect


def _breaks_off(parsed: Parsed, piece: Clause, home: Clause) -> bool:
    """`They landed, | and the men | that had left Ash | besieged it`: a subject whose verb comes later."""
    if piece.finite is not None or piece.number == home.number or piece.kind != "main":
        return False
    return parsed.whole(piece.number)[-1].finite is not None


def _counted_on(parsed: Parsed, time: int) -> bool:
    """`five years later`: after what stands before."""
    meaning = parsed.sentence.times[time].expression.meaning
    return isinstance(meaning, (Shift, Relative)) and meaning.leans == "mention"


def _reminds(parsed: Parsed, piece: Clause) -> bool:
    """`You will remember that | the mill burned`."""
    if piece.finite is None or piece.finite.lemma not in parsed.events.sets["reminding"]:
        return False
    words = parsed.sentence.words[piece.first : piece.finite.first]
    return any(word.lower() in parsed.events.sets["general"] for word in words)


def _headless(parsed: Parsed, words: set[int], kept: list[int]) -> set[int]:
    """Joined pieces at the front whose subject did not join: `later withdrew the offer, and | the firm filed …`."""
    loose: set[int] = set()
    first = min(words)
    while first < kept[0]:
        piece = parsed.clause_of(first)
        hangs = piece.kind == "sub" and any(k.form == "finite" and k.head < piece.first for k in parsed.predicates)
        if piece.kind not in ("coord", "rel", "part") and not (
            hangs and parsed.clause_of(kept[0]).subject_inside
        ):  # `when the rains came and | it had taken Vik`
            break
        loose.update(range(first, piece.last))
        first = min(words - loose)
    return loose


def _alone(parsed: Parsed, clause: Clause) -> bool:
    """A relative clause and an opening `when …` stand for themselves; a condition needs what hangs on it."""
    if clause.kind != "sub":
        return clause.kind == "rel"
    before = next((k for k in parsed.predicates if k.form == "finite" and k.head < clause.first), None)
    if before is not None and whereby(parsed, clause):
        return True
    if before is not None:
        return before.lemma in parsed.events.sets["copula"] and clause.subject_inside
    return parsed.sentence.words[clause.first].lower() not in parsed.events.status["conditions"]


def _dated_inside(parsed: Parsed, clause: Clause, cut: frozenset[int]) -> bool:
    """`The vote came after | the party left on Monday`: the day is not that of the vote."""
    if clause.kind != "sub" or not clause.subject_inside or not cut or not clause.first < min(cut) < clause.last:
        return False
    if parsed.sentence.words[clause.first].lower() in parsed.events.sets["reasons"]:
        return clause.finite is not None and clause.finite.perfect  # `It burned, because a valve had been left open`
    if parsed.sentence.words[clause.first].lower() not in parsed.events.sets["around_date"]:
        return False  # `wept when she left in 1490`: both at once
    before = [one for one in parsed.predicates if one.form == "finite" and one.head < clause.first]
    return bool(before) and before[-1].lemma not in parsed.events.sets["beginnings"]


def _barred(parsed: Parsed, piece: Clause, start: int, taken: frozenset[int], before: bool) -> bool:
    """Words of report, of another claim, or beyond a semicolon do not join."""
    bits = parsed.sentence.bits
    reports = piece.finite is not None and piece.finite.lemma in parsed.events.say and piece.kind != "rel"
    if piece.kind == "say" or (reports and not before) or (before and _reminds(parsed, piece)):
        return True
    if taken and not taken.isdisjoint(range(piece.first, piece.last)):
        return True
    if before:
        return any(bit & HARD for bit in bits[piece.first + 1 : start + 1])
    return bool(bits[piece.first] & HARD)
