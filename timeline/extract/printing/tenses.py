"""Does the tense of a verb suit its time? Not in `has closed in March last year`, nor `plays` of a Sunday long gone."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import NAME, POSSESSIVE
from timeline.extract.status import bound_to, foresees
from timeline.extract.timing.belonging import attested, of_a_source
from timeline.languages.events import BE, DETERMINER, ING, MODAL
from timeline.model.claim import Claim
from timeline.temporal.precision import Precision

_RECENT = 45
"""Days before its own day of which a document may tell in the present."""
_OLD = 100 * 365
"""Days since a time of which sources tell, and hardly anybody else."""
_JUST = 7
"""Days since an end of which `has closed` may still tell."""


def suits(made: Claim, one: Predicate, cut: Parsed, today: int | None) -> bool:
    """Can what the verb tells have been, be, or come at the time of the claim? `today`: a Julian Day Number."""
    if made.status == "conditional":
        return _to_come(made, today) and not _mere_chance(made, one, cut)
    if _told_now(made, one, cut, today):
        return False
    if one.form != "finite":
        return made.status != "planned" or not _overtaken(one, cut)
    if one.tense == "past":
        stated = made.provenance.basis == "stated"  # the day of the document may be a guess
        return stated or not _after_today(made, today) or made.status == "planned"
    if (
        one.tense == "conditional"
        and one.perfect
        and not (made.status == "planned" and bound_to(cut, one, ahead=False))
    ):
        return False  # `would have run out`: it did not; `should have opened` was planned
    if one.tense == "conditional" and made.status == "planned" and _open_to_all(made, one, cut):
        return False
    if one.tense == "present":
        if made.status == "planned" and one.passive and one.lemma in cut.events.status["put_off_verbs"]:
            return True  # `has been put back to 6 April`
        return _perfect(made, one, cut, today) if one.perfect else _present(made, one, cut, today)
    return True


def _told_now(made: Claim, one: Predicate, cut: Parsed, today: int | None) -> bool:
    """`Moe remembers the house she left in 1912`, `denies having paid in 1912`: a line whose own verb is of today."""
    last = made.when.last_day if made.when is not None else None
    if today is None or last is None or today - last <= _RECENT or made.status != "reported":
        return False
    words = made.title.split()
    told = next((k for k in cut.predicates if k.form == "finite" and cut.sentence.words[k.head] in words), one)
    if told.head >= one.head or cut.clause_of(told.head).kind != "main" or cut.clause_of(one.head).kind == "rel":
        return False
    says = told.lemma in cut.events.report or told.lemma in cut.events.sets["remembering"]
    return says and told.tense == "present" and not told.perfect and not told.passive


def _overtaken(one: Predicate, cut: Parsed) -> bool:
    """`had planned to open in May, but fell ill`: something else came instead."""
    before = (k for k in reversed(cut.clause_of(one.head).predicates) if k.head < one.first and k.form == "finite")
    above = next(before, None)
    if one.form != "infinitive" or above is None or above.tense != "past" or not above.perfect:
        return False
    turned = not cut.events.sets["but"].isdisjoint(cut.sentence.words[one.head :])
    return turned and above.lemma not in cut.events.status["undertakings"]


def _after_today(made: Claim, today: int | None) -> bool:
    when = made.when
    return today is not None and when is not None and when.first_day is not None and when.first_day > today


def _to_come(made: Claim, today: int | None) -> bool:
    """`If it rains tomorrow, …`; what hung on something long ago never was."""
    return today is None or _after_today(made, today) or _around(made, today)


def _around(made: Claim, today: int) -> bool:
    when = made.when
    if when is None:
        return True
    first, last = when.first_day, when.last_day
    return (first is None or first <= today) and (last is None or today <= last)


def _mere_chance(made: Claim, one: Predicate, cut: Parsed) -> bool:
    """`Visitors can see the mill in May`, and an `if` whose outcome the line does not tell."""
    words, events = made.title.split(), cut.events
    opening = words[0].lower() if words else ""
    if opening in events.status["conditions"]:
        return "," not in made.title and not any(events.bits.get(word.lower(), 0) & MODAL for word in words[2:])
    modals = {cut.sentence.words[k].lower() for k in range(one.first, one.head + 1) if cut.sentence.bits[k] & MODAL}
    told = events.status["conditions"].isdisjoint(word.lower() for word in cut.sentence.words)
    return told and not modals.isdisjoint(events.sets["chance"])


def _open_to_all(made: Claim, one: Predicate, cut: Parsed) -> bool:
    """`Visitors can see the mill in May`; `The bank can call a vote in May` is a plan."""
    words, bits = cut.sentence.words, cut.sentence.bits
    modals = {words[k].lower() for k in range(one.first, one.head + 1) if bits[k] & MODAL}
    if modals.isdisjoint(cut.events.sets["open_to"]) or not one.first:
        return False
    if one.passive and one.lemma in cut.events.sets["visiting"]:
        return True  # `The keep can be visited from April to October`
    if made.when is None or made.when.precision.rank > Precision.MONTH.rank:
        return True
    subject = words[one.first - 1].lower()
    if subject in cut.events.sets["readers"]:
        return True
    bare = not bits[max(0, one.first - 2)] & (DETERMINER | POSSESSIVE) and not bits[one.first - 1] & NAME
    return bare and subject.endswith(cut.events.endings["plural"])


def _perfect(made: Claim, one: Predicate, cut: Parsed, today: int | None) -> bool:
    """`has fallen since May`, `has resigned today`; English has no `has resigned in March last year`."""
    when = made.when
    if today is None or when is None or when.last_day is None or made.negated:
        return True
    if made.status == "planned" and one.lemma in cut.events.sets["arranging"]:
        return True  # `has called a vote for 3 June`
    return not _after_today(made, today) and today - when.last_day <= _JUST


def _present(made: Claim, one: Predicate, cut: Parsed, today: int | None) -> bool:
    """A plan for a day (`opens on Sunday`), or the news of one (`Norway signs`); no state, nothing that goes on."""
    when, bits = made.when, cut.sentence.bits
    if of_a_source(cut, one) and made.status == "reported":
        return True
    last = when.last_day if when is not None else None
    if last is not None and attested(cut, one) and made.status == "reported" and (today is None or today - last > _OLD):
        return True
    if today is None:
        return not one.state or made.status == "planned" or made.kind == "span"
    if last is not None and today - last > _RECENT:
        return False
    if made.status == "planned":
        return (
            foresees(cut, one)
            or not one.state
            or one.passive
            or (when is not None and when.precision.rank <= Precision.DAY.rank)
        )
    if one.state:
        return one.passive and one.lemma in cut.events.status["planned_verbs"]
    goes_on = bits[one.head] & ING and one.first < one.head and bits[one.first] & BE
    if goes_on or when is None:
        return False
    return when.precision.rank <= Precision.WEEK.rank or (
        when.precision is Precision.MONTH and not _around(made, today)
    )
