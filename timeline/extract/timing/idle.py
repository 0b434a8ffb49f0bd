"""Times that say nothing of a happening: stamps, halves of a match, what something is likened to, what it was not."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.words import COMMA, HARD, OPEN, TIME
from timeline.languages.events import BASE, COORDINATOR, DETERMINER, PREPOSITION, SUBORDINATOR, THAT, THIRD
from timeline.model.mention import TimeMention
from timeline.temporal.precision import Precision

_JOINING = COMMA | HARD | COORDINATOR | PREPOSITION | SUBORDINATOR | THAT

_FAR = 9
"""Words of what a length of time is counted from, at most."""
_PLANNED = 2200
"""The last year for which anything is planned."""
_BETWEEN = 7
"""Words from `between` to the second of what it joins, at most."""


def idle(parsed: Parsed, time: int) -> bool:
    """`4.32pm BST The minister says …`, `led 9-8 in the first half`, `as regular as Christmas`, `not on 3 May`."""
    return (
        _stretch(parsed, time)
        or _stamp(parsed, time)
        or _of_play(parsed, time)
        or _likened(parsed, time)
        or _denied(parsed, time)
        or _deadline(parsed, time)
        or _shifted(parsed, time)
        or _of_another(parsed, time)
        or _counted_from(parsed, time)
        or _spoken_of(parsed, time)
        or _the_last_that(parsed, time)
        or _of_a_topic(parsed, time)
        or _far_ahead(parsed, time)
        or _every_year(parsed, time)
    )


def _every_year(parsed: Parsed, time: int) -> bool:
    """`It is paid on 26 April every year from 1988`: of no year."""
    home = parsed.clause_of(time)
    again = parsed.events.sets["repeating"]
    days = [k for k, one in parsed.sentence.times.items() if home.first <= k < home.last and one.type == "DATE"]
    return any(not again.isdisjoint(parsed.sentence.words[k + 1 : k + 2]) for k in days)


def _far_ahead(parsed: Parsed, time: int) -> bool:
    """`2666 opens in Vik`: a year that nobody plans for, with no preposition: the name of something."""
    text = parsed.sentence.words[time]
    return text.isdecimal() and int(text) > _PLANNED and not (time and parsed.sentence.bits[time - 1] & PREPOSITION)


def _of_a_topic(parsed: Parsed, time: int) -> bool:
    """`broke off talks over 1987 wages`, `agreed on the 1987 budget`: of what was spoken about."""
    bits, words = parsed.sentence.bits, parsed.sentence.words
    if not words[time].isdigit() or time < 2 or time + 1 >= len(bits):
        return False
    led = time - 2 if bits[time - 1] & DETERMINER else time - 1
    noun = words[time + 1]
    plain = noun.isalpha() and noun.islower() and not bits[time + 1] & ~(BASE | THIRD)
    verb = any(one.form == "finite" and one.head < led for one in parsed.predicates)
    return plain and verb and words[led] in parsed.events.sets["topical"]


def _stretch(parsed: Parsed, time: int) -> bool:
    """`for 82 years before he fell`, `a cut against 1990 levels`: how long, and what a figure is held against."""
    words, sets, text = parsed.sentence.words, parsed.events.sets, parsed.sentence.words[time]
    if time and words[time - 1] in sets["toward"] and text[0].isdigit() and text.split()[-1] in sets["around_date"]:
        return True
    return time + 1 < len(words) and words[time + 1] in sets["yardsticks"]


def _stamp(parsed: Parsed, time: int) -> bool:
    """`4.32pm BST The minister says …`: when a line of a running report was written."""
    words, mention = parsed.sentence.words, parsed.sentence.times[time]
    return not time and len(words) > 1 and stamped(mention) and words[1][:1].isupper()


def stamped(mention: TimeMention) -> bool:
    """`4.32pm BST`, with its zone."""
    return mention.type == "TIME" and mention.text[-2:].isupper() and mention.text[-2:].isalpha()


def _of_play(parsed: Parsed, time: int) -> bool:
    """`Ashmere led 9-8 in the first half`: of a match, where nothing speaks of accounts."""
    when, events = parsed.sentence.times[time].when, parsed.events
    if (
        when is None
        or when.precision is not Precision.HALF
        or any(bit.isdigit() for bit in parsed.sentence.times[time].text)
    ):
        return False
    told = {word.lower() for word in parsed.sentence.words}
    return events.sets["accounts"].isdisjoint(told) and "%" not in "".join(told)


def _likened(parsed: Parsed, time: int) -> bool:
    """`as regular as Christmas`, `just as deep as 800 years ago`."""
    words, sets = parsed.sentence.words, parsed.events.sets
    if not time or words[time - 1] not in sets["likening"]:
        return False
    between = words[max(0, time - 4) : time - 1]
    return not sets["likening"].isdisjoint(between) and sets["as_when"].isdisjoint(between)


def _deadline(parsed: Parsed, time: int) -> bool:
    """`was given until 31 January to mend it`: what was to be done by then is another thing than what was done."""
    words, sets = parsed.sentence.words, parsed.events.sets
    if not time or words[time - 1] not in sets["until"]:
        return False
    return any(
        one.head == time - 2 and one.form != "noun" and one.lemma in sets["granting"] for one in parsed.predicates
    )


def _denied(parsed: Parsed, time: int) -> bool:
    """`on 4 May, not on 3 May`, `not in 1912 but in 1911`: a date that another is put in place of."""
    bits, words, sets = parsed.sentence.bits, parsed.sentence.words, parsed.events.sets
    k = time - 1
    while k > 0 and (bits[k] & DETERMINER or (bits[k] & PREPOSITION and words[k].lower() not in sets["around_date"])):
        k -= 1
    if k < 0 or words[k].lower() not in sets["denying"]:
        return False
    after = next((n for n in range(time + 1, min(len(words), time + 6)) if words[n] in sets["but"]), None)
    if after is not None and any(bit & TIME for bit in bits[after : after + 5]):
        return True
    while k > 0 and bits[k - 1] & (COMMA | OPEN | COORDINATOR | HARD):
        k -= 1
    return k > 0 and bool(bits[k - 1] & TIME)


def _shifted(parsed: Parsed, time: int) -> bool:
    """`changed its year-end from 30 June to 31 December`: what was changed, not when."""
    bits, sets = parsed.sentence.bits, parsed.events.sets
    before = [one for one in parsed.predicates if one.form != "noun" and one.head < time]
    if not before or before[-1].lemma not in sets["shifting"] or before[-1].passive:
        return False
    between = bits[before[-1].head + 1 : time]
    if parsed.sentence.times[time].range is not None:
        return not any(bit & (COMMA | HARD | COORDINATOR) for bit in between)
    return bool(between) and bool(between[0] & DETERMINER) and not any(bit & ~DETERMINER & _JOINING for bit in between)


def _of_another(parsed: Parsed, time: int) -> bool:
    """`sales of 40 crowns including Easter Monday`, `a loan for 60 days until May`, `between the peak and 2011`."""
    words, bits, sets = parsed.sentence.words, parsed.sentence.bits, parsed.events.sets
    if not time or parsed.sentence.times[time].range is not None:
        return False
    if words[time - 1] in sets["counting_in"]:
        return True
    if time > 3 and words[time - 1] in sets["until"] and words[time - 2] in sets["lengths"]:
        return words[time - 4] in sets["toward"]
    near = words[max(0, time - _BETWEEN) : time - 1]
    return bool(bits[time - 1] & COORDINATOR) and not sets["of_two"].isdisjoint(near)


def _counted_from(parsed: Parsed, time: int) -> bool:
    """`met two weeks after the riots in Vik in May`: the date of what is counted from."""
    bits, words, sets = parsed.sentence.bits, parsed.sentence.words, parsed.events.sets
    for k in range(time - 1, max(0, time - _FAR), -1):
        if bits[k] & (COMMA | HARD | COORDINATOR) or any(
            one.head == k and one.form != "noun" for one in parsed.predicates
        ):
            return False
        if words[k] in sets["counted_off"]:
            return words[k - 1] in sets["lengths"]
    return False


def _spoken_of(parsed: Parsed, time: int) -> bool:
    """`She thought tonight was a step ahead`, `said that Saturday had been wet`: the day is what is spoken of."""
    events = parsed.events
    verb = next((one for one in parsed.predicates if one.first == time + 1 and one.form == "finite"), None)
    when = parsed.sentence.times[time].when
    if verb is None or not time or verb.lemma not in events.sets["copula"] or when is None:
        return False
    if when.precision.rank > Precision.DAY.rank:
        return False  # `said 1911 had been a hard year`
    at = time - 1 if not parsed.sentence.bits[time - 1] & THAT else time - 2
    return any(one.head == at and one.form == "finite" and one.lemma in events.report for one in parsed.predicates)


def _the_last_that(parsed: Parsed, time: int) -> bool:
    """`on the last day that it is legal`: which of some days, not the day before."""
    words, bits, sets = parsed.sentence.words, parsed.sentence.bits, parsed.events.sets
    told = words[time].lower().split()
    if len(told) < 2 or told[0] not in sets["the"] or time + 1 >= len(bits):
        return False
    return told[1] in sets["ordinals"] and bool(bits[time + 1] & THAT)
