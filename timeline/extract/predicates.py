"""What a sentence says of its subjects: its verbs, with tense and polarity, and its nouns that are happenings."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.extract.words import CLOSE, COMMA, HARD, NAME, NUMBER, POSSESSIVE, PUNCTUATION, QUOTE, TIME, Words
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
    RELATIVE,
    SUBORDINATOR,
    THAT,
    THIRD,
    TO,
    Events,
)

_SAYING = PAST | PARTICIPLE | THIRD | BASE | ING | EVENT | TO | AUXILIARY
_HAD = frozenset(("'d", "’d"))
_OBJECT = DETERMINER | NAME | NUMBER | PRONOUN


@dataclass(slots=True)
class Predicate:
    """A verb group or a noun that is a happening."""

    first: int
    """Number of its first word (the auxiliary), `head` of the word that carries the meaning."""
    head: int
    lemma: str
    form: str
    """`finite` | `infinitive` | `participle` | `noun`."""
    tense: str = ""
    """`past` | `present` | `future` | `conditional`, of a finite verb."""
    perfect: bool = False
    passive: bool = False
    negated: bool = False
    state: bool = False
    weak: bool = False
    """A plural noun or a present verb: only a verb where the clause has no other."""


def predicates(sentence: Words, events: Events) -> list[Predicate]:
    """All of a sentence, in order."""
    bits, found, at, size = sentence.bits, [], 0, len(sentence.words)
    while at < size:
        bit = bits[at]
        if not bit & _SAYING:
            at += 1
            continue
        if bit & AUXILIARY and not (bit & NAME and at):
            one, at = _group(sentence, at, events)
            found.append(one)
            continue
        single = _single(sentence, at, bit, events)
        if single is not None:
            found.append(single)
            at = single.head
        at += 1
    return _settle(sentence, found, events)


def _group(sentence: Words, at: int, events: Events) -> tuple[Predicate, int]:
    """The verb group that an auxiliary opens, and the number of the word after it."""
    bits, words, size = sentence.bits, sentence.words, len(sentence.words)
    negated = perfect = False
    modal, auxiliary, last = "", 0, at
    opening = words[at].lower()
    k = at
    while k < size:
        bit = bits[k]
        if bit & AUXILIARY:
            if bit & MODAL:
                modal = modal or words[k].lower()
            perfect = perfect or bool(auxiliary & HAVE)
            auxiliary, last = bit, k
        elif (
            not bit & (NEGATION | ADVERB)
            and not (bit & PRONOUN and k == at + 1)
            and not _passes(sentence, k, auxiliary)
        ):
            break
        negated = negated or bool(bit & NEGATION)
        k += 1
    if modal in _HAD and auxiliary & BE and words[last].lower() == "been":
        modal, opening, perfect = "", "had", True
    tense = _tense(opening, modal, events)
    head, form_bits = last, bits[k] if k < size else 0
    passive = False
    verb = form_bits & (PARTICIPLE | PAST | ING | BASE | THIRD) and not form_bits & NAME
    if auxiliary & BE:
        if form_bits & (PARTICIPLE | ING) and not form_bits & NAME:
            head, passive = k, bool(form_bits & PARTICIPLE)
    elif auxiliary & HAVE:
        if form_bits & (PARTICIPLE | PAST) and verb:
            head, perfect = k, True
    elif auxiliary & (MODAL | DO) and k < size and (verb or (not form_bits and words[k][0].islower())):
        head = k
    lemma = events.lemma(words[head].lower())
    copula = head == last
    form = "participle" if opening in ("having", "being") else "finite"
    one = Predicate(at, head, lemma, form, tense, perfect, passive, negated, copula or lemma in events.state)
    return one, max(head, last) + 1


def _passes(sentence: Words, k: int, auxiliary: int) -> bool:
    """`were today jailed`, `were each given`: a word between the auxiliary and its participle."""
    if not auxiliary & (BE | HAVE) or not (sentence.bits[k] & TIME or sentence.words[k] in ("each", "all", "both")):
        return False
    return k + 1 < len(sentence.bits) and bool(sentence.bits[k + 1] & (PARTICIPLE | ADVERB | BE))


def _tense(opening: str, modal: str, events: Events) -> str:
    if modal:
        bare = modal.removesuffix("n't").removesuffix("n’t")
        return "future" if bare in events.status["planned_modals"] or bare in ("wo", "sha") else "conditional"
    return "past" if opening.startswith(("was", "were", "had", "did")) else "present"


def _single(sentence: Words, at: int, bit: int, events: Events) -> Predicate | None:
    """A verb or happening without an auxiliary."""
    bits, words = sentence.bits, sentence.words
    before = _before(bits, at)
    word = words[at].lower()
    if bit & NAME and (at or not bit & (EVENT | THIRD | BASE | PAST | ING)):
        return None
    if bit & TO:
        return _infinitive(sentence, at, events)
    noun_place = before & (DETERMINER | PREPOSITION | POSSESSIVE | NUMBER) and not before & (ADVERB | PRONOUN)
    if before & NUMBER and bit & PAST and at + 1 < len(bits) and bits[at + 1] & ~(EVENT | NAME):
        noun_place = False
    lemma = events.lemma(word)
    state = lemma in events.state
    if at and bits[at - 1] & RELATIVE and bit & (PAST | THIRD | BASE):
        return Predicate(at, at, lemma, "finite", "past" if bit & PAST else "present", state=state)
    if bit & (PAST | PARTICIPLE) and not noun_place:
        if bit & PAST:
            return Predicate(at, at, lemma, "finite", "past", state=state)
        return Predicate(at, at, lemma, "participle", state=state)
    if bit & ING and not before & (DETERMINER | POSSESSIVE | NUMBER) and not (bit & EVENT):
        return Predicate(at, at, lemma, "participle", state=state)
    if bit & EVENT and (
        not bit & (BASE | THIRD) or noun_place or _determined(bits, at) or not _verb_place(sentence, at)
    ):
        return Predicate(at, at, lemma, "noun")
    if bit & (THIRD | BASE) and not noun_place and _verb_place(sentence, at):
        return Predicate(at, at, lemma, "finite", "present", state=state, weak=True)
    return None


def _determined(bits: list[int], at: int) -> bool:
    """`the US terror attacks`: a determiner shortly before, and only names and adjectives between."""
    for k in range(at - 1, max(-1, at - 4), -1):
        if bits[k] & DETERMINER:
            return True
        if bits[k] & ~NAME:
            return False
    return False


def _verb_place(sentence: Words, at: int) -> bool:
    """Could a present verb stand here: after a name, a noun or a pronoun that agrees with it?"""
    bits, words = sentence.bits, sentence.words
    if at == 0:
        return False
    before, bit = bits[at - 1], bits[at]
    if before & ADVERB and at > 1:
        before = bits[at - 2]
    if before & PRONOUN:
        return True
    if before & (PUNCTUATION | CLOSED) and not before & CLOSE:
        return False
    after = bits[at + 1] if at + 1 < len(bits) else HARD
    if after & (AUXILIARY | PAST | COORDINATOR) and not after & PREPOSITION:
        return False
    if bit & THIRD:
        return not words[at - 1].endswith("s") or bool(before & NAME)
    return words[at - 1].endswith("s") and not before & POSSESSIVE


def _infinitive(sentence: Words, at: int, events: Events) -> Predicate | None:
    bits, words = sentence.bits, sentence.words
    k = at + 1
    while k < len(bits) and bits[k] & ADVERB and not bits[k] & BASE:
        k += 1
    if k >= len(bits) or not bits[k] & (BASE | BE | HAVE | DO) or bits[k] & NAME:
        return None
    negated = at > 0 and bool(bits[at - 1] & NEGATION)
    if bits[k] & (BE | HAVE) and k + 1 < len(bits) and bits[k + 1] & (PARTICIPLE | BE):
        k += 1 if bits[k + 1] & PARTICIPLE or k + 2 >= len(bits) or not bits[k + 2] & PARTICIPLE else 2
    lemma = events.lemma(words[k].lower())
    return Predicate(at, k, lemma, "infinitive", negated=negated, state=lemma in events.state)


def _before(bits: list[int], at: int) -> int:
    """What stands before a word, adverbs passed over."""
    k = at - 1
    while k >= 0 and bits[k] & ADVERB and not bits[k] & (DETERMINER | PREPOSITION):
        k -= 1
    return bits[k] if k >= 0 else 0


def _settle(sentence: Words, found: list[Predicate], events: Events) -> list[Predicate]:
    """Words that could be two things are decided by their neighbours."""
    bits = sentence.bits
    strong = [one for one in found if one.form == "finite" and not one.weak]
    if strong:
        found = [one for one in found if not one.weak or _apart(bits, one, strong)]
    found = [one for one in found if not _adjective(bits, one, strong)]
    for one in found:
        if (
            one.form == "finite"
            and one.first == one.head
            and bits[one.head] & PARTICIPLE
            and _reduced(sentence, one, strong, events.say)
        ):
            one.form = "participle"
            one.passive = True
    return found


def _subordinates(bit: int) -> bool:
    """`when`, `because`; not `after`, `since`, which may only stand before a noun."""
    return bool(bit & SUBORDINATOR) and not bit & PREPOSITION


def _adjective(bits: list[int], one: Predicate, strong: list[Predicate]) -> bool:
    """`Armenian armed forces occupied …`: a participle between a name and a noun whose own verb follows."""
    if one.form != "finite" or one.first != one.head or not bits[one.head] & PARTICIPLE or not one.head:
        return False
    for other in strong:
        if 2 <= other.first - one.head <= 3 and not any(
            bits[k] & ~(EVENT | NAME | THIRD | BASE) for k in range(one.head + 1, other.first)
        ):
            return True
    return False


def _apart(bits: list[int], weak: Predicate, strong: list[Predicate]) -> bool:
    """A present verb beside a sure one needs a clause of its own: a boundary between the two."""
    loose = 0 if weak.head and bits[weak.head - 1] & NAME else COMMA | COORDINATOR
    for other in strong:
        low, high = min(weak.head, other.first), max(weak.head, other.first)
        gap = bits[low + 1 : high]
        if not any(b & (HARD | QUOTE | RELATIVE | THAT | loose) or _subordinates(b) for b in gap):
            return False
    return True


def _reduced(sentence: Words, one: Predicate, strong: list[Predicate], say: frozenset[str]) -> bool:
    """`the film directed by …`, `a pact signed in May fell apart`: a participle that only describes."""
    bits, words = sentence.bits, sentence.words
    after = bits[one.head + 1] if one.head + 1 < len(bits) else HARD
    if one.head == 0:
        return True
    if len(strong) > 1 and one.head + 1 < len(words) and words[one.head + 1] == "by":
        return True
    if one.lemma in say or (after & _OBJECT and not after & PREPOSITION):
        return False
    before = bits[one.head - 1]
    if len(strong) > 1 and after & PREPOSITION and _in_phrase(bits, one.head):
        return True
    if before & (PRONOUN | RELATIVE | THAT | COORDINATOR):
        return False
    if before & COMMA and after & (PREPOSITION | TIME) and not after & TO and len(strong) > 1:
        return not any(bits[k] & RELATIVE for k in range(one.head))
    for other in strong:
        if other is one:
            continue
        low, high = min(one.head, other.first), max(one.head, other.first)
        gap = bits[low + 1 : high]
        if any(bit & (HARD | QUOTE | COORDINATOR | RELATIVE | THAT | SUBORDINATOR) for bit in gap):
            continue
        if any(bit & COMMA for bit in gap):
            if other.head < one.head and after & PREPOSITION and not _leading(bits, other):
                return True
            continue
        return bool(after & (PREPOSITION | TIME | HARD)) if other.head > one.head else True
    return False


def _in_phrase(bits: list[int], head: int) -> bool:
    """`In a message posted on its website, …`: one noun phrase after the preposition, and no subject of its own."""
    k = head - 1
    while k >= 0 and not bits[k] & (COMMA | HARD | TIME | SUBORDINATOR | COORDINATOR | QUOTE):
        k -= 1
    if k >= 0 and not bits[k] & (COMMA | HARD):
        return False
    opening = bits[k + 1 : head]
    return bool(opening and opening[0] & PREPOSITION) and sum(1 for bit in opening if bit & DETERMINER) <= 1


def _leading(bits: list[int], one: Predicate) -> bool:
    """Is it the verb of a clause that opens the sentence: `When the war ended, …`?"""
    return any(bits[k] & (SUBORDINATOR | PREPOSITION) and k < 3 for k in range(one.first))
