"""The words of a date that a title does without, since the date stands beside it."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.words import COMMA, HARD, NAME, POSSESSIVE, TIME
from timeline.extract.timing.adverbial import at_last, own_particle, told_from_another, within_verb
from timeline.extract.timing.attach import attributive
from timeline.extract.timing.belonging import begun
from timeline.extract.timing.called import named_so, past_name
from timeline.extract.timing.occasion import names_occasion
from timeline.languages.events import (
    ADVERB,
    BASE,
    BE,
    COORDINATOR,
    DETERMINER,
    EVENT,
    ING,
    NEGATION,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    THAT,
)
from timeline.model.expression import Partial, Relative, Shift


def date_words(parsed: Parsed, time: int | None) -> frozenset[int]:
    """The time with its preposition; none where the sentence would limp without it."""
    if time is None or parsed.sentence.times[time].origin is not None or _leans(parsed, time):
        return frozenset()
    bits = parsed.sentence.bits
    first = _opening(parsed, time)
    before = bits[first - 1] if first else 0
    if _lasts(parsed, first) or _needed(parsed, first, time) or paired(parsed, time):
        return frozenset()
    after = bits[time + 1] if time + 1 < len(bits) else HARD
    opening = parsed.sentence.words[first].lower()
    until = opening in parsed.events.sets["until"]
    if until and (parsed.sentence.times[time].type == "TIME" or any(bit & NEGATION for bit in bits[:first])):
        return frozenset()  # `held it till noon`, `was not mended until 1556`
    if (until or opening in parsed.events.sets["since"]) and after & (SUBORDINATOR | PREPOSITION) == SUBORDINATOR:
        return frozenset()  # `has weakened since May when it stood at par`
    if first and parsed.sentence.words[first - 1].lower() in parsed.events.sets["only"]:
        if first > time - 1 and at_last(parsed, time):
            return frozenset((first - 1, time))  # `was told | only last week`
        return frozenset()  # `Only in 1990 did …`
    if after & POSSESSIVE or before & NEGATION or _led(parsed, first, time):
        return frozenset()
    if before & BE and not within_verb(parsed, time):
        return frozenset()
    if _of_occasion(parsed, time) or names_occasion(parsed, time) or _of_one(parsed, time):
        return frozenset()
    if first == time and (_describes(parsed, time, after) or _object(parsed, time) or _subject(parsed, time)):
        return frozenset()
    if _inverted(parsed, time):
        return frozenset()
    if _before_noun(parsed, time):
        return frozenset({time})
    last = time + 1
    if last + 1 < len(bits) and bits[last] & (COORDINATOR | COMMA) and bits[last + 1] & TIME:
        last += 0 if _leans(parsed, last + 1) else 2
    elif _told_again(parsed, time, last):
        last += 3
    else:
        last = named_so(parsed, past_name(parsed, last))
    return frozenset(range(first, last))


def _led(parsed: Parsed, first: int, time: int) -> bool:
    """A word stands before it that would lead to nothing without it: `up to | May`."""
    led = first == time and first and parsed.sentence.bits[first - 1] & (DETERMINER | PREPOSITION)
    return bool(led) and not own_particle(parsed, first, time)


def _of_one(parsed: Parsed, time: int) -> bool:
    """`burst in the | March 5 tremor`: of the noun, which without it would be any."""
    bits, words, sets = parsed.sentence.bits, parsed.sentence.words, parsed.events.sets
    led = time > 0 and bits[time - 1] & DETERMINER and words[time - 1] not in sets["possessives"]
    if not led and words[time].partition(" ")[0] in sets["the"]:
        led = any(bit & EVENT for bit in bits[time + 1 : time + 3])
    return bool(led) and attributive(parsed, time)


def leaned_on(parsed: Parsed, time: int) -> bool:
    """`adjourned until Friday, when …`: what follows needs the date."""
    after = parsed.sentence.bits[time + 1 : time + 3]
    led = len(after) > 1 and after[0] & COMMA
    return bool(led and parsed.sentence.words[time + 2] in parsed.events.sets["when"])


def _before_noun(parsed: Parsed, time: int) -> bool:
    """`rose in | Monday | trading`: it describes the noun after it, whose the preposition is."""
    bits, words, verb = parsed.sentence.bits, parsed.sentence.words, parsed.clause_of(time).finite
    if verb is None or not verb.head < time < len(bits) - 1 or not bits[time - 1] & PREPOSITION:
        return False
    noun = bits[time + 1] & (EVENT | ING) or words[time + 1] in parsed.events.nouns
    if bits[time + 1] & ING and time + 2 < len(bits) and words[time + 2][0].isalnum():
        noun = bits[time + 2] & (PREPOSITION | COORDINATOR)  # not `fell in May | knocking hopes of growth`
    return bool(noun) and words[time + 1].islower() and words[time] in parsed.events.calendar


def _inverted(parsed: Parsed, time: int) -> bool:
    """`In August 1954 | began the second harvest`: the subject stands after the verb."""
    clause, bits = parsed.clause_of(time), parsed.sentence.bits
    verb = clause.finite
    if verb is None or verb.first != time + 1 or clause.first or verb.lemma not in parsed.events.sets["inverting"]:
        return False
    return all(bit & (PREPOSITION | DETERMINER | ADVERB) for bit in bits[:time])


def _lasts(parsed: Parsed, first: int) -> bool:
    """`The war lasted | from 1914 to 1918`, `stood | until 1961`: without the time nothing would be said."""
    sets = parsed.events.sets
    lasting = sets["lasting"]
    if parsed.sentence.words[first] in sets["until"]:
        verb = parsed.clause_of(first).finite
        if verb is not None and verb.passive and verb.lemma in parsed.events.status["put_off_verbs"]:
            return True  # `was postponed at their request | until 15 May`
        lasting |= sets["staying"]
    return any(one.head == first - 1 and one.lemma in lasting for one in parsed.predicates)


def _needed(parsed: Parsed, first: int, time: int) -> bool:
    """Would the noun that the time stands beside say nothing without it?"""
    if _of_a_whole(parsed, first, time) or _of_another(parsed, time) or _closes_on(parsed, first, time):
        return True
    return _on_the_scale(parsed, first, time) or _qualified(parsed, first, time)


def _closes_on(parsed: Parsed, first: int, time: int) -> bool:
    """`in the quarter ended | 30 June`: of the quarter, not of what was done in it."""
    closing = first == time and time and parsed.sentence.words[time - 1] in parsed.events.sets["closing"]
    return bool(closing and parsed.sentence.bits[time - 1] & (PARTICIPLE | ING))


def _of_a_whole(parsed: Parsed, first: int, time: int) -> bool:
    """`between the years | of 1988 and 2013`, `spent most | of 1919`, `over the years | 1751-1777`."""
    words, sets = parsed.sentence.words, parsed.events.sets
    if first > 1 and words[first] in sets["of"]:
        return words[first - 1] in sets["periods"] | sets["day_parts"] | sets["counting"]
    determined = time > 1 and parsed.sentence.bits[time - 2] & DETERMINER
    return bool(first == time and determined and words[time - 1] in sets["periods"])


def _on_the_scale(parsed: Parsed, first: int, time: int) -> bool:
    """`nothing on the scale | of Christmas Eve`: without the day nothing would be told of the noun."""
    bits = parsed.sentence.bits
    if first != time - 1 or first < 2 or parsed.sentence.words[first] not in parsed.events.sets["of"]:
        return False
    return not bits[first - 1] and bool(bits[first - 2] & DETERMINER) and bool(bits[first - 3] & PREPOSITION)


def _of_another(parsed: Parsed, time: int) -> bool:
    """`on the morning | of her wedding`: of a day that is told only here."""
    words, told = parsed.sentence.words, parsed.sentence.words[time].lower().split()
    if time + 1 >= len(words) or words[time + 1] not in parsed.events.sets["of"]:
        return False
    return len(told) == 2 and told[0] in parsed.events.sets["the"] and told[1] in parsed.events.sets["day_parts"]


def _qualified(parsed: Parsed, first: int, time: int) -> bool:
    """`over the three-day | weekend`, `on a wet | Sunday`: a plain noun with what describes it."""
    words, bits, sets = parsed.sentence.words, parsed.sentence.bits, parsed.events.sets
    if first != time or time < 2:
        return False
    if words[time] in sets["day_parts"] and "-" in words[time - 1]:
        return True
    indefinite = words[time - 2].lower() in sets["indefinite"] and not bits[time - 1] & ~ADVERB
    return indefinite and words[time] in parsed.events.calendar and bool(bits[time - 3] & PREPOSITION)


def paired(parsed: Parsed, time: int) -> bool:
    """`takes place over 6 and 7 August`: both days hang on one preposition that no single date has."""
    bits, words, leads = parsed.sentence.bits, parsed.sentence.words, parsed.events.sets["before_date"]
    after = bits[time + 1 : time + 3]
    if len(after) == 2 and after[0] & COORDINATOR and after[1] & TIME:
        at = time - 1
    elif time > 2 and bits[time - 1] & COORDINATOR and bits[time - 2] & TIME:
        at = time - 3
    else:
        return False
    return at >= 0 and bool(bits[at] & PREPOSITION) and words[at].lower() not in leads


def _of_occasion(parsed: Parsed, time: int) -> bool:
    """`At | the Easter | regatta we came second`: a noun, and a subject behind it; not `In the spring men left`."""
    bits = parsed.sentence.bits
    if not time or not bits[time - 1] & PREPOSITION or time + 2 >= len(bits):
        return False
    if bits[time + 1] & ~(EVENT | BASE) or not parsed.sentence.words[time + 1].islower():
        return False
    return bool(bits[time + 2] & (PRONOUN | DETERMINER)) and not bits[time + 2] & PREPOSITION


def _leans(parsed: Parsed, time: int) -> bool:
    """`four weeks after he was reported missing`: without these words what follows would hang in the air."""
    words = parsed.sentence.words
    if time + 1 >= len(words) or not words[time + 1][0].isalnum():
        return False  # `had been jailed 16 months before, …`
    return words[time].lower().split()[-1] in parsed.events.sets["around_date"]


def _told_again(parsed: Parsed, time: int, last: int) -> bool:
    """`two centuries later, in 1823`: the same time in other words."""
    bits, times = parsed.sentence.bits, parsed.sentence.times
    if last + 2 >= len(bits) or not (bits[last] & COMMA and bits[last + 1] & PREPOSITION and bits[last + 2] & TIME):
        return False
    return times[time].when == times[last + 2].when


def _opening(parsed: Parsed, time: int) -> int:
    """`with effect from`, `some time in the`, `c.`: back to the first word that only leads to the date."""
    words, bits, sets = parsed.sentence.words, parsed.sentence.bits, parsed.events.sets
    started = begun(parsed, time)
    if started is not None:
        return max(started - 1, 0)
    leads, first = sets["before_date"], time
    if time > 1 and parsed.sentence.bits[time - 1] & DETERMINER and words[time - 2].lower() in leads:
        first = time - 1
    heads = {one.head for one in parsed.predicates if one.form != "noun"}
    while first > 0:
        if _own_words(parsed, first - 1):
            break
        if words[first - 1].lower() in leads and not words[first - 1].isupper():
            own = bits[first] & bits[first - 1] & PREPOSITION and words[first] not in sets["roughly"]
            if own_particle(parsed, first, time):
                break  # `operated on | two days later`, `moved in | last week`
            if first < time and first - 2 in heads and own:
                break  # `fell in | on Monday`: the verb's own
            if words[first - 1] in sets["effect"]:
                first -= 2 if first > 1 and words[first - 2] in sets["with"] else 0
                break
            first -= 1
        elif words[first - 1] == "." and first > 1 and words[first - 2] in sets["circa"]:
            first -= 2
        else:
            break
    if first and words[first] in sets["as_when"] and words[first - 1] in sets["before_recently"]:
        first -= 1
    far = 1 < first < time and words[first - 1] in sets["long_ago"] and _in_a_place(parsed, first - 2)
    return first - 1 if far else first  # `opened in Ashmere | back in the 1950s`; not `went back in 1950`


def _in_a_place(parsed: Parsed, at: int) -> bool:
    """`at Ashmere Stadium`: a preposition and a name, which ends at a word."""
    bits = parsed.sentence.bits
    last = at
    while at > 0 and bits[at] & NAME:
        at -= 1
    return at < last and bool(bits[at] & PREPOSITION)


def _own_words(parsed: Parsed, at: int) -> bool:
    """`for the first | time in 1990`: no `some time in 1990`."""
    words, sets = parsed.sentence.words, parsed.events.sets
    return words[at] in sets["occasion"] and at > 0 and words[at - 1].lower() not in sets["some"]


def _describes(parsed: Parsed, time: int, after: int) -> bool:
    """`the 2015 budget`: the date belongs to the noun that follows."""
    words = parsed.sentence.words
    if not time or after & (COMMA | HARD | SUBORDINATOR | PREPOSITION | COORDINATOR | THAT | PRONOUN):
        return False
    joined = after & DETERMINER and parsed.sentence.bits[time - 1] & COORDINATOR  # `In 1910 and 1912 the miners …`
    if joined or time + 1 >= len(words) or not words[time + 1][0].isalpha() or not words[time][-1].isdigit():
        return False
    return not any(one.first == time + 1 and one.form == "finite" for one in parsed.predicates)


def _object(parsed: Parsed, time: int) -> bool:
    """`give 12 June 1896 for the opening`, `spent the summer of 1936 on the island`."""
    word, meaning = parsed.sentence.words[time], parsed.sentence.times[time].expression.meaning
    if isinstance(meaning, Partial) and meaning.pick is not None:
        return False  # `closed the following March`
    if told_from_another(parsed, time) and parsed.sentence.words[time - 1] not in parsed.events.sets["spending"]:
        return False
    first = time
    while first > 1 and parsed.sentence.bits[first - 1] & COORDINATOR and parsed.sentence.bits[first - 2] & TIME:
        first -= 2  # `spent | the spring and summer | in Ash`
    plain = word[0].isdigit() or parsed.sentence.words[first][:4] == "the "
    verb = next((one for one in parsed.predicates if one.form == "finite" and one.head == first - 1), None)
    return plain and verb is not None and verb.lemma not in parsed.events.sets["undated"]


def _subject(parsed: Parsed, time: int) -> bool:
    """`2019 brought the best result so far`: the date is what the clause is about."""
    clause, bits = parsed.clause_of(time), parsed.sentence.bits
    verb = clause.finite
    if parsed.whole(clause.number)[0].first < clause.first:
        return False  # `Hale Works (HALE) | today announced …`
    shifts = (Shift, Relative) if clause.kind == "coord" else Shift  # `and the following year helped to found it`
    if verb is None or verb.first <= time or isinstance(parsed.sentence.times[time].expression.meaning, shifts):
        return False
    if not all(bit & (COMMA | HARD | COORDINATOR) for bit in bits[clause.first : time]):
        return False
    return all(bit & ADVERB for bit in bits[time + 1 : verb.first])
