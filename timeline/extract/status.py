"""Was it told as done, planned, denied, or made to hang on something?"""

from __future__ import annotations

from timeline.extract.clauses import Clause, Parsed
from timeline.extract.predicates import Predicate
from timeline.languages.events import BE, MODAL, NEGATION, SUBORDINATOR, TO, Events
from timeline.model.mention import TimeMention

_FUTURE_IN_PAST = frozenset(("would", "'d", "’d"))


def status(
    parsed: Parsed, one: Predicate, time: int | None, mention: TimeMention | None, today: int | None, events: Events
) -> tuple[str, bool]:
    """`reported` | `planned` | `denied` | `conditional`, and whether the happening is negated.

    `today` is the document's own day as a Julian Day Number: what lies after it can only be planned.
    """
    clause = parsed.clause_of(one.head)
    negated = _negated(parsed, one, clause)
    ahead = _ahead(mention, today)
    if _denied(parsed, one, clause, events):
        return "denied", True
    if one.form == "noun":
        if not _noun_of_verb(parsed, one, clause):
            return ("planned" if ahead else "reported"), False
        one = next((k for k in reversed(clause.predicates) if k.head < one.head and k.form == "infinitive"), one)
    verb = one if one.form == "finite" else clause.finite
    if _conditional(parsed, one, clause, verb, events):
        return "conditional", negated
    if _planned(parsed, one, verb, clause, time, events):
        return "planned", negated
    if negated:
        return "denied", True
    if ahead and not (verb is not None and verb.tense == "past" and one.form == "finite"):
        return "planned", False
    return "reported", False


def _ahead(mention: TimeMention | None, today: int | None) -> bool:
    when = mention.when if mention is not None else None
    return today is not None and when is not None and when.first_day is not None and when.first_day > today


def _noun_of_verb(parsed: Parsed, one: Predicate, clause: Clause) -> bool:
    """A noun after its verb shares the verb's fate; one in the subject's place happened by itself."""
    verb = clause.finite
    return verb is not None and one.head > verb.head


def _negated(parsed: Parsed, one: Predicate, clause: Clause) -> bool:
    """`was not held`, `no service was carried out`, `failed to appear`."""
    if one.negated:
        return True
    bits, verb = parsed.sentence.bits, clause.finite
    if verb is None:
        return False
    if (
        one.form == "infinitive"
        and verb.negated
        and not any(k.form == "infinitive" and k.head < one.head for k in clause.predicates)
    ):
        return True
    if one.form != "finite":
        return False
    words = parsed.sentence.words
    opening = range(clause.first, min(one.first, clause.first + 4))
    return any(bits[k] & NEGATION and words[k].lower() not in ("not", "never") for k in opening)


def _denied(parsed: Parsed, one: Predicate, clause: Clause, events: Events) -> bool:
    """Inside what a verb of denial governs: `denied that …`, `denied having …`, `failed to …`."""
    place = parsed.clause_at[clause.first]
    governors = [k for k in clause.predicates if k.head < one.first and k.form != "noun"]
    if clause.kind == "that" and place:
        governors = governors or [k for k in parsed.clauses[place - 1].predicates if k.form != "noun"]
    if not governors or governors[-1] is one:
        return False
    lemma = governors[-1].lemma
    if one.form == "infinitive" and lemma in events.status["failed_verbs"] and governors[-1].form != "noun":
        return True
    if lemma not in events.status["denied_verbs"] or governors[-1].negated:
        return False
    return clause.kind == "that" or one.form in ("participle", "noun")


def _conditional(parsed: Parsed, one: Predicate, clause: Clause, verb: Predicate | None, events: Events) -> bool:
    """`if …` before or after, `should prices rise, …`; a bare `may`, `might`, `could` before the verb."""
    sentence = parsed.sentence
    conditions = events.status["conditions"]
    opening = sentence.words[clause.first].lower()
    if clause.kind == "sub" and opening in conditions and sentence.bits[clause.first] & SUBORDINATOR:
        return True
    modal = _modal(parsed, verb)
    if verb is None or (verb.tense not in ("future", "conditional") and modal == ""):
        return False
    for k, word in enumerate(sentence.words):
        lower = word.lower()
        if (
            lower in conditions
            and sentence.bits[k] & (SUBORDINATOR | MODAL)
            and (not sentence.bits[k] & MODAL or k == 0)
        ):
            return True
    return verb.tense == "conditional" and modal not in _FUTURE_IN_PAST


def _modal(parsed: Parsed, verb: Predicate | None) -> str:
    if verb is None:
        return ""
    for k in range(verb.first, verb.head + 1):
        if parsed.sentence.bits[k] & MODAL:
            return parsed.sentence.words[k].lower()
    return ""


def _planned(
    parsed: Parsed, one: Predicate, verb: Predicate | None, clause: Clause, time: int | None, events: Events
) -> bool:
    """`will open`, `is to open`, `is due to open`, `plans to open`, `was promised for`, `would open` in a report."""
    cues = events.status
    sentence = parsed.sentence
    if verb is not None and verb.tense == "future":
        return True
    if verb is not None and verb.tense == "conditional":
        return _modal(parsed, verb) in _FUTURE_IN_PAST
    if one.lemma in cues["planned_verbs"] and one.tense == "present" and not one.perfect:
        return any(k.form == "infinitive" and k.head > one.head for k in clause.predicates)
    if one.form == "infinitive":
        before = sentence.words[one.first - 1].lower() if one.first else ""
        governor = next((k for k in reversed(clause.predicates) if k.head < one.first), None)
        if before in cues["planned_adjectives"]:
            return True
        if governor is not None and governor.lemma in cues["planned_verbs"] and one.first - governor.head <= 4:
            return True
        return bool(one.first and sentence.bits[one.first - 1] & BE and sentence.bits[one.first] & TO)
    if time is not None and time and one.head < time and sentence.words[time - 1].lower() == "for":
        return one.lemma in cues["planned_verbs"] or sentence.words[one.head].lower() in cues["planned_adjectives"]
    return False
