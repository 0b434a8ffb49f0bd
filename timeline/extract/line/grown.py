"""Which neighbouring clauses join a title, as long as the line stays short and tells of one thing."""

from __future__ import annotations

from timeline.extract.line.fitting import LONGEST, length
from timeline.extract.line.related import whereby
from timeline.extract.sentence.clauses import Clause, Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.speaker import attribution
from timeline.extract.sentence.words import COMMA, HARD
from timeline.languages.events import COORDINATOR, THAT
from timeline.model.expression import Relative, Shift


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
        barred = barred or _of_now(parsed, piece, parsed.clauses[home])
        barred = barred or (not before and _resumes(piece, parsed.clauses[home]))
        barred = barred or _one_of_a_list(parsed, piece)
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
    if home.finite is None or piece.finite is None:
        return False
    if parsed.sentence.bits[home.first] & THAT and parsed.sentence.words[home.first - 1] in parsed.events.sets["hence"]:
        return any(home.first < time < home.last for time in parsed.sentence.times)  # `was sold, so | that it closed`
    if not parsed.sentence.bits[home.first] & (COORDINATOR | COMMA):
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


def _resumes(piece: Clause, home: Clause) -> bool:
    """`Moe, who left and has taught since, | succeeds Lind`: the clause that a relative one interrupted."""
    return home.kind in ("rel", "coord") and piece.kind == "main" and piece.number < home.number


def _one_of_a_list(parsed: Parsed, piece: Clause) -> bool:
    """`left in 1901, | worked in a mill, | married in 1911`: each verb of a list stands for itself."""
    return piece.kind == "coord" and piece.finite is not None and bool(parsed.sentence.bits[piece.first] & COMMA)


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


def _later(parsed: Parsed, time: int) -> bool:
    """`was flown to Oslo, | where she died three days later`: not the day of the flight."""
    meaning = parsed.sentence.times[time].expression.meaning
    return isinstance(meaning, Shift) and meaning.leans == "mention" and meaning.sign > 0


def _reminds(parsed: Parsed, piece: Clause) -> bool:
    """`You remember that | the mill burned`, `Readers may recall that …`."""
    if piece.finite is None or piece.finite.lemma not in parsed.events.sets["reminding"]:
        return False
    if piece.finite.tense in ("future", "conditional"):
        return True
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
    if any(clause.first < time < clause.last and _later(parsed, time) for time in parsed.sentence.times):
        return True
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
