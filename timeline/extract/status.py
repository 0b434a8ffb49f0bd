"""Was it told as done, planned, denied, or made to hang on something?"""

from __future__ import annotations

from timeline.extract.denial import denied
from timeline.extract.sentence.clauses import Clause, Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, TIME
from timeline.extract.timing.belonging import falls_due
from timeline.languages.events import ADVERB, BE, MODAL, NEGATION, PREPOSITION, SUBORDINATOR, TO
from timeline.model.mention import TimeMention

_FORESEEN = 5
"""Words from `is expected`, `is listed` to its day."""
_AWAITED = 9
"""Words from `was due` to its day."""
_HEARER = 5
"""Words between a verb of asking and what is asked: whom."""


def status(
    parsed: Parsed, one: Predicate, time: int | None, mention: TimeMention | None, today: int | None
) -> tuple[str, bool]:
    """`reported` | `planned` | `denied` | `conditional`, and whether the happening is negated.

    `today` is the document's own day as a Julian Day Number: what lies after it can only be planned.
    """
    clause = parsed.clause_of(one.head)
    ahead = _ahead(mention, today)
    if denied(parsed, one, clause):
        return "denied", True
    negated = _negated(parsed, one, clause) and not _not_until(parsed, time)
    if one.form == "noun":
        if _none_at_all(parsed, one, clause):
            return "denied", True
        if clause.finite is None or one.head <= clause.finite.head:
            return ("planned" if ahead else "reported"), False
        one = next((k for k in reversed(clause.predicates) if k.head < one.head and k.form == "infinitive"), one)
    verb = one if one.form == "finite" else clause.finite
    when = mention.when if mention is not None else None
    coming = ahead or today is None or (when is not None and when.last_day is not None and when.last_day > today)
    bound = verb is not None and one.form != "noun" and bound_to(parsed, verb, ahead=coming)
    if _conditional(parsed, clause, verb, bound=bound, ahead=ahead, past=_gone(mention, today)):
        return "conditional", negated
    if bound:
        return "planned", negated
    if one.form == "participle" and one.tense == "past" and one.first == one.head:
        return ("planned" if ahead or _meant_for(parsed, one, time) else "reported"), negated
    undertaken = not ahead and _undertaken(parsed, one, clause, mention, today)
    if coming and today is not None and foresees(parsed, one):
        return "planned", negated
    put_off = one.lemma in parsed.events.status["put_off_verbs"] and (ahead or put_off_to(parsed, one, time))
    if put_off or (_planned(parsed, one, verb, time) and not undertaken):
        return "planned", negated
    if negated:
        return "denied", True
    told = verb is not None and verb.tense == "past" and one.form == "finite"
    told = told and not _arranged(parsed, one, time)
    toward = time is not None and time > 0 and parsed.sentence.words[time - 1] in parsed.events.sets["toward_date"]
    return ("planned" if ahead and (toward or not told) else "reported"), False  # `called a strike for Monday`


def bound_to(parsed: Parsed, verb: Predicate, *, ahead: bool) -> bool:
    """`must pay by 3 May`, `can give notice on 9 March`, a day to come; `should have opened last autumn`."""
    if verb.tense != "conditional":
        return False
    modal, sets = _modal(parsed, verb), parsed.events.sets
    if verb.perfect:
        return modal in sets["ought"] and (verb.passive or verb.lemma in sets["timetabled"])
    return ahead and modal in sets["bound"]


def foresees(parsed: Parsed, one: Predicate) -> bool:
    """`For fiscal 2024 Hale now expects net sales of ten million`: what a firm holds itself to."""
    if one.form != "finite" or one.tense != "present" or one.perfect or one.passive:
        return False
    return one.lemma in parsed.events.sets["foreseeing"] and not one.negated


def put_off_to(parsed: Parsed, one: Predicate, time: int | None) -> bool:
    """`was adjourned to 9 June`, `pushed the launch back to May`: the new day; not `The pact extends until 1912`."""
    if time is None or one.form != "finite" or one.tense != "past" or time <= one.head:
        return False
    events = parsed.events
    if one.lemma not in events.status["put_off_verbs"] or one.lemma in events.sets["lengthening"]:
        return False
    return parsed.sentence.words[time - 1] in events.sets["put_off_to"] and (one.passive or time > one.head + 2)


def _undertaken(parsed: Parsed, one: Predicate, clause: Clause, mention: TimeMention | None, today: int | None) -> bool:
    """`Moe offered to resign last week`: the offer was made then; `agreed to meet on Monday`, to come, is planned."""
    when = mention.when if mention is not None else None
    if one.form != "infinitive" or today is None or when is None or when.last_day is None or when.last_day >= today:
        return False
    governor = next((k for k in reversed(clause.predicates) if k.head < one.first), None)
    if governor is None or governor.form != "finite" or governor.tense != "past" or governor.passive:
        return False
    return governor.lemma in parsed.events.status["undertakings"]


def _ahead(mention: TimeMention | None, today: int | None) -> bool:
    when = mention.when if mention is not None else None
    return today is not None and when is not None and when.first_day is not None and when.first_day > today


def _gone(mention: TimeMention | None, today: int | None) -> bool:
    """In a text without a day of its own, counted from what it told before: a history."""
    counted = mention is not None and mention.anchor is not None and mention.anchor.kind == "mention"
    return counted and today is None


def _negated(parsed: Parsed, one: Predicate, clause: Clause) -> bool:
    """`was not held`, `no service was carried out`, `did not agree to meet`."""
    verb = clause.finite
    if one.negated or verb is None:
        return one.negated
    if one.form == "infinitive":
        first = not any(k.form == "infinitive" and k.head < one.head for k in clause.predicates)
        return verb.negated and first
    if one.form != "finite":
        return False
    bits, words = parsed.sentence.bits, parsed.sentence.words
    if one.first > clause.first and words[one.first - 1].lower() in parsed.events.sets["with_past"]:
        return True  # `Moe never led a march`
    plain = parsed.events.sets["plain_negations"]
    comma = next((k for k in range(one.first - 1, clause.first, -1) if bits[k] & COMMA), clause.first)
    led = bits[clause.first] & (PREPOSITION | ADVERB) or words[clause.first].lower() in parsed.events.sets["contrary"]
    start = comma if led else clause.first  # `Contrary to reports, no talks took place`
    opening = range(start, min(one.first, start + 4))
    return any(bits[k] & NEGATION and words[k].lower() not in plain for k in opening)


def _none_at_all(parsed: Parsed, one: Predicate, clause: Clause) -> bool:
    """`She never led any march in May`: the noun is what was not done."""
    verb, any_word = clause.finite, parsed.events.sets["any_of"]
    if verb is None or verb.tense != "past" or verb.head >= one.head or not _negated(parsed, verb, clause):
        return False
    return not any_word.isdisjoint(parsed.sentence.words[verb.head + 1 : one.head])


def _meant_for(parsed: Parsed, one: Predicate, time: int | None) -> bool:
    """`an extension planned for 1973`; `the comet, found in 1981, will pass in May` is told as found."""
    if time is not None and parsed.sentence.words[one.head].lower() in parsed.events.sets["awaited"]:
        return one.head < time  # `, originally due last June,`
    if (
        time is not None
        and one.head == time - 2
        and parsed.sentence.words[one.head] in parsed.events.sets["awaited_then"]
    ):
        return bool(parsed.sentence.bits[time - 1] & PREPOSITION)  # `a gale expected by noon`
    if time is None or one.head >= time or parsed.sentence.words[time - 1] not in parsed.events.sets["toward_date"]:
        return False
    cues = parsed.events.status
    return one.lemma in cues["planned_verbs"] or parsed.sentence.words[one.head].lower() in cues["planned_adjectives"]


def _not_until(parsed: Parsed, time: int | None) -> bool:
    """`was not repaired until 1556`: then it was."""
    return time is not None and time > 0 and parsed.sentence.words[time - 1] in parsed.events.sets["until"]


def _conditional(
    parsed: Parsed, clause: Clause, verb: Predicate | None, *, bound: bool, ahead: bool, past: bool
) -> bool:
    """`if …` before or after, `should prices rise, …`; a bare `may`, `might`, `could` before the verb."""
    bits, words = parsed.sentence.bits, parsed.sentence.words
    conditions = parsed.events.status["conditions"]
    if clause.kind == "sub" and words[clause.first].lower() in conditions and bits[clause.first] & SUBORDINATOR:
        return not _asked(parsed, clause.first)
    coming = ahead and verb is not None and verb.tense == "present" and not verb.perfect  # `If it thaws, we leave`
    if verb is None or not (verb.tense in ("future", "conditional") or coming) or (bound and verb.perfect):
        return False
    for k, word in enumerate(words):
        if coming and not _hangs_on(parsed, verb, k):
            continue
        if word.lower() in conditions and (bits[k] & SUBORDINATOR or (k == 0 and bits[k] & MODAL)):
            return not _asked(parsed, k)
    modal, sets = _modal(parsed, verb), parsed.events.sets
    if past and not verb.perfect and modal in sets["able_then"]:
        return False  # `On the 3rd the army could parade 290 men`
    return verb.tense == "conditional" and not bound and modal not in sets["future_in_past"]


def _hangs_on(parsed: Parsed, verb: Predicate, k: int) -> bool:
    """Does a present verb hang on the condition at a word: before it, or in the clause right behind it?"""
    apart = any(bit & COMMA for bit in parsed.sentence.bits[verb.head : k - 1])  # `, so shout if …`
    return k < verb.first or (parsed.clause_at[k] - parsed.clause_at[verb.head] in (0, 1) and not apart)


def _asked(parsed: Parsed, k: int) -> bool:
    """`asked if the bridge was safe`, `asked Moe whether he had …`: a question, no condition."""
    before = [one for one in parsed.predicates if one.form != "noun" and k - _HEARER <= one.head < k]
    return bool(before) and before[-1].lemma in parsed.events.sets["asking"]


def _modal(parsed: Parsed, verb: Predicate) -> str:
    modals = (parsed.sentence.words[k] for k in range(verb.first, verb.head + 1) if parsed.sentence.bits[k] & MODAL)
    return next(modals, "").lower()


def _planned(parsed: Parsed, one: Predicate, verb: Predicate | None, time: int | None) -> bool:
    """`will open`, `is to open`, `is due to open`, `plans to open`, `was promised for`, `would open` in a report."""
    cues = parsed.events.status
    if verb is not None and verb.tense in ("future", "conditional"):
        return verb.tense == "future" or _modal(parsed, verb) in parsed.events.sets["future_in_past"]
    clause = parsed.clause_of(one.head)
    awaited = one.form == "finite" and one.tense == "past" and one.passive
    if awaited and parsed.sentence.words[one.head] in parsed.events.sets["awaited_then"] and time is not None:
        return one.head < time <= one.head + _AWAITED and _leads(parsed, one, time)
    if one.form == "finite" and one.tense == "present" and not one.perfect and one.passive:
        foreseen = one.lemma in cues["planned_verbs"] | cues["put_off_verbs"]
        foreseen = foreseen or parsed.sentence.words[one.head] in cues["planned_adjectives"]
        last = one.head + _FORESEEN
        if time is not None and any(parsed.sentence.bits[k] & TIME for k in range(one.head, min(time, last + 1))):
            last = time  # `is planned for May and another for June`
        if time is not None and parsed.sentence.words[time - 1] in parsed.events.sets["toward_date"]:
            last += _FORESEEN  # `is planned for this May and a second for 2026`
        if foreseen and time is not None and one.head < time <= last:
            return True  # `A ruling is expected in 2026`
    if one.lemma in cues["planned_verbs"] and one.tense == "present" and not one.perfect:
        return any(k.form == "infinitive" and k.head > one.head for k in clause.predicates)
    if one.form == "infinitive":
        return _governed(parsed, one, clause, time) or given_until(parsed, one, time)
    if one.tense == "present" and time is not None and falls_due(parsed, one, time):
        return True
    return _meant_for(parsed, one, time)


def _arranged(parsed: Parsed, one: Predicate, time: int | None) -> bool:
    """`agreed to a debate on Monday`, `called an election in May`: what is to come, told with who set its day."""
    if time is None or one.perfect or one.lemma not in parsed.events.sets["arranging"] or one.passive:
        return False
    between = range(one.head + 1, time)
    return any(k.form == "noun" and k.head in between for k in parsed.predicates) and not any(
        k.form == "infinitive" and k.head in between for k in parsed.predicates
    )


def given_until(parsed: Parsed, one: Predicate, time: int | None) -> bool:
    """`has until Friday | to rule`: what there is time for, up to a day."""
    if time is None or one.form != "infinitive" or one.first != time + 1 or time < 2:
        return False
    having = any(k.form != "noun" and k.head == time - 2 and k.lemma == "have" for k in parsed.predicates)
    return having and parsed.sentence.words[time - 1] in parsed.events.sets["until"]


def _leads(parsed: Parsed, one: Predicate, time: int) -> bool:
    """`had been expected on 24 May`, `was due at noon on Monday`; not `was expected, on Monday, to …`."""
    between = parsed.sentence.bits[one.head + 1 : time]
    return not any(bit & (COMMA | TO) for bit in between)


def _governed(parsed: Parsed, one: Predicate, clause: Clause, time: int | None) -> bool:
    """`due to open`, `plans to open`, `is to open`."""
    cues, sentence = parsed.events.status, parsed.sentence
    if not one.first:
        return False
    if sentence.words[one.first - 1].lower() in cues["planned_adjectives"]:
        return True
    governor = next((k for k in reversed(clause.predicates) if k.head < one.first), None)
    if governor is not None and governor.lemma in cues["planned_verbs"] and one.first - governor.head <= 4:
        return True
    if governor is not None and time is not None and governor.lemma in parsed.events.sets["demanding"]:
        by = sentence.words[time - 1] if one.head < time else ""
        if by in parsed.events.sets["deadline"] and one.first - governor.head <= _HEARER + 1:
            return True  # `required all captives to be returned by Christmas`
    now = one.first > 1 and sentence.words[one.first - 1] in parsed.events.sets["nowadays"]  # `is now to open`
    return bool(sentence.bits[one.first - 1 - now] & BE and sentence.bits[one.first] & TO)
