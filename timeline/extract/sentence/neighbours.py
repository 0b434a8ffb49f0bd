"""Words of which only their neighbours tell whether they are verbs: `had it razed`, `dates from`, `member states`."""

from __future__ import annotations

from timeline.extract.sentence.words import COMMA, HARD, NAME, NUMBER, POSSESSIVE, QUOTE, TIME, Words
from timeline.languages.events import (
    ADVERB,
    AUXILIARY,
    BASE,
    COORDINATOR,
    DETERMINER,
    EVENT,
    ING,
    MODAL,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    THIRD,
    TO,
)

_RELATIVE = 14
"""Words of a relative clause between a noun and its verb, at most."""
_ELECTED = 8
"""Words from `stood` to the election, at most."""
_AWAITED = 9
"""Words from `is due` to its time, at most."""
_ASIDE = 10
"""Words of what stands between two commas before a verb, at most."""
_CAUSED = 7
"""Words from `had` to what was done."""


def had_done(sentence: Words, at: int) -> int | None:
    """`had the walls | razed in May`: what somebody had others do; not `had a house built of stone`."""
    bits, words = sentence.bits, sentence.words
    for k in range(at + 1, min(at + _CAUSED, len(bits))):
        if k > at + 1 and bits[k] & PARTICIPLE and words[k] not in sentence.events.nouns:
            after = bits[k + 1] if k + 1 < len(bits) else TIME
            dated = after & TIME or (after & PREPOSITION and k + 2 < len(bits) and bits[k + 2] & TIME)
            return (
                k if dated or any(bit & TIME for bit in bits[:2]) else None
            )  # `The next morning he had the town | burnt to clear …`
        if bits[k] & ~(DETERMINER | NAME | EVENT | NUMBER) and words[k] not in sentence.events.sets["of"]:
            return None
    return None


def of_a_noun(sentence: Words, at: int) -> bool:
    """`an inquiry into its complaints | handling that May`: an -ing that names a thing, with the noun before it."""
    bits, words = sentence.bits, sentence.words
    if at < 3 or bits[at - 1] & ~EVENT or not words[at - 1].islower() or not bits[at - 2] & DETERMINER:
        return False
    after = bits[at + 1] if at + 1 < len(bits) else HARD
    return bool(
        bits[at - 3] & PREPOSITION and words[at - 3] in sentence.events.sets["inquired"] and after & (TIME | HARD)
    )


def only_starts(sentence: Words, at: int) -> bool:
    """`Beginning in 1955, she taught`: a word that only leads to the date."""
    bits = sentence.bits
    if sentence.words[at].lower() not in sentence.events.sets["starting"] or (at and not bits[at - 1] & COMMA):
        return False
    after = bits[at + 1 : at + 3]
    return len(after) == 2 and bool(after[0] & TIME or (after[0] & PREPOSITION and after[1] & TIME))


def dates_back(sentence: Words, at: int) -> bool:
    """`The organ dates from 1889`: told in the present, of then."""
    words, sets = sentence.words, sentence.events.sets
    after = at + 2 if words[at + 1] in sets["backward"] else at + 1
    return words[at][-1:] == "s" and after + 1 < len(words) and words[after] in sets["dating"]


def of_preposition(bits: list[int], at: int) -> bool:
    """`on behalf of member | states`, `after two | clashes`: phrases that prepositions lead, and no subject before."""
    k, led = at - 1, False
    while k >= 0:
        if bits[k] & PREPOSITION:
            led = True
        elif bits[k] & (DETERMINER | NUMBER) or not bits[k] & ~(EVENT | BASE):
            led = False
        else:
            break
        k -= 1
    return led and (k < 0 or bool(bits[k] & (COMMA | HARD | PAST | PARTICIPLE | ING | AUXILIARY | ADVERB)))


def goes_on_to(sentence: Words, at: int) -> bool:
    """`moved to Ash in 2021 and | plans to open a shop`; not `Talks and plans to open a shop failed`."""
    bits, events = sentence.bits, sentence.events
    if (
        not at
        or not bits[at - 1] & COORDINATOR
        or events.lemma(sentence.words[at]) not in events.status["planned_verbs"]
    ):
        return False
    led = len(bits) > at + 2 and bits[at + 1] & TO and bits[at + 2] & BASE
    return bool(led) and any(bit & (PAST | AUXILIARY) for bit in bits[:at])


def plainly_does(sentence: Words, at: int) -> bool:
    """`If bay 14 | fails, that | slips to May`: behind a numbered thing, and behind the `that` of a condition."""
    bits, words, events = sentence.bits, sentence.words, sentence.events
    if at < 2 or bits[at] & EVENT or words[at] in events.nouns:
        return False
    if bits[at - 1] & THAT:
        return bool(bits[at - 2] & COMMA) and words[0].lower() in events.status["conditions"]
    numbered = words[at - 1].isdecimal() and bits[at - 1] & NUMBER and words[at - 2].isalpha()
    return bool(numbered) and words[at - 2].islower() and not bits[at - 2] & ~EVENT


def goes_on_bare(sentence: Words, at: int) -> int:
    """`The fair | will open on Monday and | close on Friday`: the auxiliary of both; -1: a verb that shares none."""
    bits = sentence.bits
    if at < 3 or not bits[at] & BASE or bits[at] & NAME or not bits[at - 1] & COORDINATOR or not bits[at - 2] & TIME:
        return -1
    if not any(bit & TIME for bit in bits[at + 1 :]) or not (bits[at + 1] & (TIME | PREPOSITION | DETERMINER | NAME)):
        return -1
    barrier = HARD | RELATIVE | THAT | SUBORDINATOR | PAST | THIRD | QUOTE
    for k in range(at - 3, -1, -1):
        if bits[k] & MODAL:
            return k
        if bits[k] & barrier and not bits[k] & (BASE | PREPOSITION):
            return -1
    return -1


def of_relative(sentence: Words, at: int) -> bool:
    """`who won`, `that sank`, `that bears their names`; not `whose tours`, `similar to that made in May`."""
    bits = sentence.bits
    bit, before = bits[at], bits[at - 1] if at else 0
    if before & THAT and bit & THIRD and not bit & PAST and at > 1 and at + 1 < len(bits):
        noun = sentence.words[at - 2]
        plain = noun.islower() and not bits[at - 2] & ~EVENT and noun not in sentence.events.sets["told_that"]
        return plain and not bits[at + 1] & (PREPOSITION | PAST | AUXILIARY | THIRD | COMMA | HARD)
    if before & RELATIVE and bit & (PAST | THIRD | BASE):
        return sentence.words[at - 1] not in sentence.events.sets["owner_relatives"]
    pointed = at > 1 and sentence.bits[at - 2] & (PREPOSITION | TO) and bit & PARTICIPLE
    return bool(before & THAT and bit & PAST and not pointed)


def takes_object(bits: list[int], at: int) -> bool:
    """`after killing his sister`, `Sentencing the gang, the judge …`; not `the killing of Moe`, `hearing dates`."""
    led = bits[at - 1] & (PREPOSITION | COORDINATOR) if at else HARD
    return bool(led) and any(bit & (DETERMINER | NAME) and not bit & PREPOSITION for bit in bits[at + 1 : at + 2])


def denied_doing(sentence: Words, at: int) -> bool:
    """`denied meeting anybody`, `denies meeting Karl Moe`: a deed; not `denied meeting costs had risen`."""
    events, follows = sentence.events, sentence.words[at + 1 : at + 2]
    if not at or not follows or not sentence.words[at].endswith(events.endings["ing"]):
        return False
    if events.lemma(sentence.words[at - 1].lower()) not in events.status["denied_verbs"]:
        return False
    whom = sentence.bits[at + 1] & (NAME | DETERMINER | PRONOUN) and not sentence.bits[at + 1] & PREPOSITION
    return bool(whom) or follows[0] in events.sets["anyone"]


def past_relative(bits: list[int], at: int) -> int:
    """`The Rovers|, who were relegated, travel to Ash`: where the relative clause between noun and verb begins."""
    comma = at - 2 if bits[at - 1] & ADVERB else at - 1
    if comma < 1 or not bits[comma] & COMMA:
        return at
    opening = next((k for k in range(comma - 1, max(0, at - _RELATIVE), -1) if bits[k] & RELATIVE), 0)
    return opening - 1 if opening > 1 and bits[opening - 1] & COMMA else at


def past_aside(bits: list[int], at: int) -> bool:
    """`A second sale, aimed at miners, | starts on Monday`: the verb of what opens the sentence, past an aside."""
    if not bits[0] & (DETERMINER | NAME) or bits[0] & PREPOSITION or at + 1 >= len(bits):
        return False
    comma = next((k for k in range(at - 2, max(0, at - _ASIDE), -1) if bits[k] & COMMA), 0)
    after = bits[at + 1]
    if not comma or not after & (TIME | PREPOSITION | DETERMINER | TO) or after & COORDINATOR:
        return False
    told = bits[comma + 1] & (PARTICIPLE | DETERMINER) and not bits[comma + 1] & NAME
    dated = after & TIME or any(bit & TIME for bit in bits[at + 2 : at + 3])
    told = told or (
        dated and not bits[comma + 1] and all(bit & NAME for bit in bits[:comma])
    )  # `Ada Moe, head of art,`
    verbal = PAST | AUXILIARY | THIRD | COMMA | HARD | RELATIVE | THAT
    return bool(told) and not any(bit & verbal and not bit & NAME for bit in bits[1:comma])


def idiom(sentence: Words, at: int) -> bool:
    """`went on sale`, `came into force`, `put on trial`: the verb's own noun, no second happening."""
    words, sets = sentence.words, sentence.events.sets
    if at < 2 or words[at - 1] not in sets["idiom_joints"]:
        return False
    return sentence.events.lemma(words[at - 2].lower()) in sets["idiom_verbs"]


def awaited_on(sentence: Words, k: int) -> bool:
    """`is due in March`, `is due in Vik on 5 May`; not `was due to rain`."""
    bits, first = sentence.bits, k + 1
    if not any(bit & (TIME | PREPOSITION) and not bit & TO for bit in bits[first : first + 1]):
        return False
    time = next((n for n in range(first, min(first + _AWAITED, len(bits))) if bits[n] & TIME), first)
    barrier = COORDINATOR | PAST | AUXILIARY | HARD | TO
    return bool(bits[time] & TIME) and not any(bit & barrier and not bit & NAME for bit in bits[first:time])


def had_been(sentence: Words, head: int, last: int) -> bool:
    """`I'd been`, `she'd left`: had, not would."""
    if sentence.words[last] in sentence.events.sets["been"]:
        return True
    return head > last and bool(sentence.bits[head] & (PARTICIPLE | PAST)) and not sentence.bits[head] & BASE


def stood_for(sentence: Words, at: int) -> bool:
    """`stood in the general election of May`: a deed; not `The church stood in the square`."""
    words, sets = sentence.words, sentence.events.sets
    if sentence.events.lemma(words[at].lower()) not in sets["candidacy"] or words[at + 1 : at + 2] == []:
        return False
    return words[at + 1] in sets["stood_in"] and not sets["elections"].isdisjoint(words[at + 2 : at + _ELECTED])


def firm_did(bits: list[int], at: int) -> bool:
    """`Sotheby's sold the lot`, `Moody's cut its rating`: a name that ends as an owner's does; not `Moe's left arm`."""
    if at < 2 or not bits[at - 2] & NAME or at + 1 >= len(bits):
        return False
    after = bits[at + 1]
    return bool(after & (DETERMINER | NUMBER) and not after & NAME)


def says_that(sentence: Words, at: int) -> bool:
    """`Papers filed last month | say that …`, `accept that it fell but | deny that …`: a verb, as its `that` tells."""
    bits, events = sentence.bits, sentence.events
    if not at or at + 1 >= len(bits) or not bits[at - 1] & (TIME | COORDINATOR) or not bits[at + 1] & THAT:
        return False
    if not bits[at] & (BASE | THIRD if bits[at - 1] & COORDINATOR else BASE):
        return False
    lemma = events.lemma(sentence.words[at])
    return lemma in events.say or (lemma in events.status["denied_verbs"] and bool(bits[at - 1] & COORDINATOR))


def past_interruption(sentence: Words, at: int) -> int:
    """`had not, as the paper says, | agreed`: where a verb group goes on behind two commas; `at` where it does not."""
    bits, words = sentence.bits, sentence.words
    if at + 1 >= len(bits) or not bits[at] & COMMA or words[at + 1] not in sentence.events.sets["interrupting"]:
        return at
    closing = next((k for k in range(at + 2, min(at + _ASIDE, len(bits) - 1)) if bits[k] & COMMA), at)
    return closing + 1 if closing > at and bits[closing + 1] & (PARTICIPLE | PAST | BASE) else at


def in_noun_place(sentence: Words, at: int, before: int) -> bool:
    """`two assaults`, `a fleet of eleven ships`: a word that what stands before it makes a noun."""
    bits, bit = sentence.bits, sentence.bits[at]
    if before & POSSESSIVE and bit & PAST and firm_did(bits, at):
        return False  # `Sotheby's sold the lot`
    if before & NUMBER and bit & PAST and at + 1 < len(bits) and bits[at + 1] & ~(EVENT | NAME):
        return False
    led = before & (DETERMINER | PREPOSITION | POSSESSIVE | NUMBER) and not before & (ADVERB | PRONOUN)
    return bool(led) or bool(
        bit & (EVENT | THIRD) and at and sentence.words[at - 1].lower() in sentence.events.sets["numerous"]
    )


def before_adverbs(sentence: Words, at: int) -> int:
    """What stands before a word, adverbs passed over: `the council | at last put up`."""
    bits, words, phrases = sentence.bits, sentence.words, sentence.events.sets["phrasal_adverbs"]
    k = at - 1
    while k >= 0:
        phrase = k > 0 and bits[k - 1] & PREPOSITION and f"{words[k - 1]}_{words[k]}" in phrases
        if not phrase and (not bits[k] & ADVERB or bits[k] & (DETERMINER | PREPOSITION)):
            break
        k -= 2 if phrase else 1
    return bits[k] if k >= 0 else 0
