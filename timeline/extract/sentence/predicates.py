"""What a sentence says of its subjects: its verbs, with tense and polarity, and its nouns that are happenings."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.extract.sentence.neighbours import (
    awaited_on,
    before_adverbs,
    dates_back,
    denied_doing,
    goes_on_bare,
    goes_on_to,
    had_been,
    had_done,
    idiom,
    in_noun_place,
    of_a_noun,
    of_preposition,
    of_relative,
    only_starts,
    past_aside,
    past_interruption,
    past_relative,
    plainly_does,
    says_that,
    stood_for,
    takes_object,
)
from timeline.extract.sentence.words import (
    CLOSE,
    COMMA,
    HARD,
    NAME,
    NUMBER,
    OPEN,
    POSSESSIVE,
    PUNCTUATION,
    QUOTE,
    TIME,
    Words,
)
from timeline.languages.events import (
    ADVERB,
    AUXILIARY,
    BASE,
    BE,
    CLOSED,
    COORDINATOR,
    DETERMINER,
    DO,
    EVENT,
    HAVE,
    ING,
    MODAL,
    NEGATION,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    PRONOUN,
    THIRD,
    TO,
    Events,
)

_SAYING = PAST | PARTICIPLE | THIRD | BASE | ING | EVENT | TO | AUXILIARY


@dataclass(slots=True)
class Predicate:
    """A verb group or a noun that is a happening."""

    first: int
    """Number of its first word (the auxiliary), `head` of the word that carries the meaning."""
    head: int
    lemma: str
    form: str
    """`finite` | `infinitive` | `participle` | `noun` | `remark` (no verb: `Ada Lindt, in office since 1990, …`)."""
    tense: str = ""
    """`past` | `present` | `future` | `conditional`, of a finite verb."""
    perfect: bool = False
    passive: bool = False
    negated: bool = False
    state: bool = False
    weak: bool = False
    """A plural noun or a present verb: only a verb where the clause has no other."""


def candidates(sentence: Words) -> list[Predicate]:
    """All that could be predicates, in order; settle.py decides the words that could be two things."""
    bits, found, last = sentence.bits, [], -1
    for at in [k for k, bit in enumerate(bits) if bit & _SAYING]:
        if at <= last:
            continue
        bit = bits[at]
        if not at and bit & MODAL and len(bits) > 1 and bits[1] & PAST and not bits[1] & BASE:
            continue  # `May said`: a name
        if bit & AUXILIARY and not (bit & NAME and at):
            one, end = _group(sentence, at)
            found.append(one)
            last = end - 1
            continue
        single = _single(sentence, at, bit)
        if single is not None:
            found.append(single)
            last = single.head
    return found


def _group(sentence: Words, at: int) -> tuple[Predicate, int]:
    """The verb group that an auxiliary opens, and the number of the word after it."""
    bits, words, events = sentence.bits, sentence.words, sentence.events
    negated = perfect = False
    modal, auxiliary, last = "", 0, at
    opening = words[at].lower()
    k = at
    while k < len(words):
        bit = bits[k]
        if bit & AUXILIARY:
            if bit & MODAL:
                modal = modal or words[k].lower()
            perfect = perfect or bool(auxiliary & HAVE)
            auxiliary, last = bit, k
        elif (
            not bit & (NEGATION | ADVERB | QUOTE)  # `was “deeply shaken”`
            and not (bit & PRONOUN and k == at + 1)
            and not _floats(sentence, k, auxiliary)
        ):
            break
        negated = negated or bool(bit & NEGATION)
        k += 1
    head, passive, completed = _head(sentence, past_interruption(sentence, k), last, auxiliary)
    if modal in events.sets["contracted_had"] and had_been(sentence, head, last):
        modal, opening, perfect = "", "had", True
    lemma = events.lemma(words[head].lower())
    form = "participle" if opening in events.sets["gerunds"] else "finite"
    state = head == last or (lemma in events.state and not stood_for(sentence, head))
    done = had_done(sentence, last) if head == last and auxiliary & HAVE else None
    if done is not None:
        head, lemma, state = done, events.lemma(words[done].lower()), False
    tense = _tense(opening, modal, events)
    forced = _infinitive(sentence, k) if head == last and auxiliary & HAVE and k < len(bits) and bits[k] & TO else None
    if forced is not None:  # `had to close`, `will have to be closed`
        head, lemma, state = forced.head, forced.lemma, forced.state
        passive = forced.head > k + 1 and bool(bits[head] & PARTICIPLE)
    one = Predicate(at, head, lemma, form, tense, perfect or completed, passive, negated, state)
    return one, max(head, last) + 1


def _head(sentence: Words, k: int, last: int, auxiliary: int) -> tuple[int, bool, bool]:
    """The word that the auxiliaries lead to (the last of them when they stand alone), passive, perfect."""
    if k >= len(sentence.words):
        return last, False, False
    bit = sentence.bits[k]
    if bit & NAME:
        return last, False, False
    if auxiliary & BE and sentence.words[k] in sentence.events.sets["awaited"] and awaited_on(sentence, k):
        return k, True, False
    if auxiliary & BE:
        return (k, bool(bit & PARTICIPLE), False) if bit & (PARTICIPLE | ING) else (last, False, False)
    if auxiliary & HAVE:
        return (k, False, True) if bit & (PARTICIPLE | PAST) else (last, False, False)
    verb = bit & (PARTICIPLE | PAST | ING | BASE | THIRD) or (not bit & ~EVENT and sentence.words[k][0].islower())
    return (k if auxiliary & (MODAL | DO) and verb else last), False, False


def _floats(sentence: Words, k: int, auxiliary: int) -> bool:
    """`were today jailed`, `were each given`: a word between the auxiliary and its participle."""
    led = sentence.bits[k] & PREPOSITION and sentence.words[k + 1 : k + 2]
    if led and led[0] in sentence.events.sets["floated"]:  # `had | by then | become`
        return any(bit & (PARTICIPLE | BE) for bit in sentence.bits[k + 2 : k + 3])
    sets, words = sentence.events.sets, sentence.words
    if sets["so_far"].issuperset(words[k : k + 2]) or sets["so_far"].issuperset(words[k - 1 : k + 1]):
        return True  # `had so far received`
    floating = sentence.bits[k] & TIME or words[k] in sets["floating"]
    if auxiliary & MODAL and floating:  # `will tomorrow open`
        return k + 1 < len(sentence.bits) and bool(sentence.bits[k + 1] & (BASE | BE | HAVE))
    if not auxiliary & (BE | HAVE) or not floating:
        return False
    return k + 1 < len(sentence.bits) and bool(sentence.bits[k + 1] & (PARTICIPLE | ING | ADVERB | BE))


def _tense(opening: str, modal: str, events: Events) -> str:
    if modal:
        bare = modal.removesuffix("n't").removesuffix("n’t")
        future = bare in events.status["planned_modals"] or bare in events.sets["future_negated"]
        return "future" if future else "conditional"
    return "past" if opening in events.sets["past_auxiliaries"] else "present"


def _tense_on(modal: str, events: Events) -> str:
    """Of a second verb that shares an auxiliary: `would meet on Monday and | vote on Friday` foretells."""
    return "future" if modal in events.sets["future_in_past"] else _tense("", modal, events)


def _single(sentence: Words, at: int, bit: int) -> Predicate | None:
    """A verb or happening without an auxiliary."""
    bits, events = sentence.bits, sentence.events
    if bit & NAME and (at or not bit & (EVENT | THIRD | BASE | PAST | ING)):
        return None
    if bit & TO:
        return _infinitive(sentence, at)
    before = before_adverbs(sentence, at)
    noun_place = in_noun_place(sentence, at, before)
    lemma = events.lemma(sentence.words[at].lower())
    state = lemma in events.state and not stood_for(sentence, at)
    if lemma in events.sets["lasting"] and sentence.words[at + 1 : at + 2] and dates_back(sentence, at):
        return Predicate(at, at, lemma, "finite", "past")
    if bit & EVENT and bit & BASE and bit & PARTICIPLE and _determined(bits, at) and _closes(bits, at + 1):
        return Predicate(at, at, lemma, "noun")  # `rejected a takeover bid by Hale Works`
    if (auxiliary := goes_on_bare(sentence, at)) >= 0:
        return Predicate(at, at, lemma, "finite", _tense_on(sentence.words[auxiliary].lower(), events), state=state)
    does = bit & THIRD and (goes_on_to(sentence, at) or plainly_does(sentence, at))
    does = does or (bit & THIRD and at and bits[at - 1] & QUOTE and lemma in events.say)
    if of_relative(sentence, at) or does or says_that(sentence, at):
        return Predicate(at, at, lemma, "finite", "past" if bit & PAST else "present", state=state)
    if bit & (PAST | PARTICIPLE) and not noun_place:
        finite = bit & PAST
        if not finite:
            return Predicate(at, at, lemma, "participle", passive=True, state=state)
        return Predicate(at, at, lemma, "finite", "past", state=state)
    if bit & ING and before & DETERMINER and at + 1 < len(bits) and sentence.words[at + 1] in events.sets["belonging"]:
        return Predicate(at, at, lemma, "noun")
    if bit & ING and (only_starts(sentence, at) or of_a_noun(sentence, at)):
        return None
    doing = bit & ING and not before & (DETERMINER | POSSESSIVE | NUMBER)
    if (doing and (not bit & EVENT or takes_object(bits, at))) or denied_doing(sentence, at):
        return Predicate(at, at, lemma, "participle", state=state)
    verbal = bit & (BASE | THIRD) and not noun_place and _verb_place(sentence, at)
    if bit & EVENT and idiom(sentence, at):
        return None
    if bit & EVENT and (not verbal or _determined(bits, at)):
        return Predicate(at, at, lemma, "noun")
    weak = not before & PRONOUN and not (bit & THIRD and past_aside(bits, at))
    return Predicate(at, at, lemma, "finite", "present", state=state, weak=weak) if verbal else None


def _closes(bits: list[int], at: int) -> bool:
    return at >= len(bits) or bool(bits[at] & (PREPOSITION | PUNCTUATION))


def _determined(bits: list[int], at: int) -> bool:
    """`the US terror attacks`: a determiner shortly before, and only names and adjectives between."""
    for k in range(at - 1, max(-1, at - 4), -1):
        if bits[k] & DETERMINER:
            return True
        if bits[k] & ~(NAME | EVENT):
            return False
    return False


def _verb_place(sentence: Words, at: int) -> bool:
    """Could a present verb stand here: after a name, a noun or a pronoun that agrees with it?"""
    bits, words = sentence.bits, sentence.words
    if at == 0:
        return False
    at_subject = past_relative(bits, at)
    before, bit = bits[at_subject - 1], bits[at]
    if before & CLOSE:  # `Tickets (nine crowns) | go on sale`
        opening = next((k for k in range(at - 1, 0, -1) if bits[k] & OPEN), 0)
        at_subject, before = (opening, bits[opening - 1]) if opening else (at_subject, before)
    if bit & THIRD and before & COMMA and past_aside(bits, at):
        return True
    if before & ADVERB and at > 1:
        before = bits[at - 2]
    if before & PRONOUN:
        return bool(bit & THIRD) or words[at - 1] not in sentence.events.sets["of_third_person"]
    if before & (PUNCTUATION | CLOSED) and not before & CLOSE:
        return False
    after = bits[at + 1] if at + 1 < len(bits) else HARD
    having = bit & THIRD and not sentence.events.sets["gerunds"].isdisjoint(words[at + 1 : at + 2])  # `denies having`
    if after & (AUXILIARY | PAST | COORDINATOR) and not after & PREPOSITION and not having:
        return False
    if of_preposition(bits, at):
        return False
    plural = words[at_subject - 1].endswith(sentence.events.endings["plural"])
    if bit & THIRD:
        return not plural or bool(before & NAME)
    return plural and not before & POSSESSIVE


def _infinitive(sentence: Words, at: int) -> Predicate | None:
    bits, words, events = sentence.bits, sentence.words, sentence.events
    k = at + 1
    while k < len(bits) and bits[k] & ADVERB and not bits[k] & BASE:
        k += 1
    if k >= len(bits) or not bits[k] & (BASE | BE | HAVE | DO) or bits[k] & NAME:
        return None
    if at and events.lemma(words[at - 1].lower()) in events.sets["heading_to"] and words[k] in events.sets["headed_to"]:
        return None
    negated = at > 0 and bool(bits[at - 1] & NEGATION)
    if bits[k] & BE and k + 2 < len(bits) and bits[k + 1] & ADVERB and bits[k + 2] & PARTICIPLE:
        k += 2  # `to be officially opened`
    elif bits[k] & (BE | HAVE) and k + 1 < len(bits) and bits[k + 1] & (PARTICIPLE | BE):
        k += 1 if bits[k + 1] & PARTICIPLE or k + 2 >= len(bits) or not bits[k + 2] & PARTICIPLE else 2
    lemma = events.lemma(words[k].lower())
    return Predicate(at, k, lemma, "infinitive", negated=negated, state=lemma in events.state)
