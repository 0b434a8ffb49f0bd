"""A verb far into a long sentence of news, where what is read is wrong as often as right, and where it is sure."""

from __future__ import annotations

from timeline.extract.scene import Scene
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, HARD, NAME, NUMBER
from timeline.languages.events import ADVERB, COORDINATOR, DETERMINER, EVENT, PARTICIPLE, PREPOSITION, PRONOUN
from timeline.model.claim import Claim

_STOPS = frozenset(".!?")
_FAR = 24
"""Words of a report's sentence behind which what is read is wrong as often as right."""
_LONG = 50
"""Words of a sentence in which nothing is sure any more."""
_SUBJECT = 8
"""Words of a subject whose verb is plain."""
_SECOND = 16
"""Words before the verb of a sentence that stands behind another without a space."""
_AGED = 2
"""Names with an age each that make a list."""
_MEANT = 6
"""Words of what a relative clause tells more of."""
_OPENING = 4
"""Words of `a week after` at most."""


def far_into_news(made: Claim, one: Predicate, scene: Scene, cut: Parsed) -> bool:
    """A verb that a long sentence of a report comes to last, past asides and lists; not who said it, nor a history."""
    if one.head < _FAR or one.form == "noun" or cut.clause_of(one.head).kind == "say":
        return False
    sure = _near_its_opening(one, cut) or _of_a_noun(made, one, cut) or _of_the_subject(one, cut) or _anew(one, cut)
    return not sure and scene.memory.is_report()


def _near_its_opening(one: Predicate, cut: Parsed) -> bool:
    """`He left in May.The mill | burned`: the main verb of a sentence that stands behind another without a space."""
    bits, words, at = cut.sentence.bits, cut.sentence.words, one.head
    stops = (k for k in range(max(0, at - _SECOND), at - 1) if bits[k] & HARD and words[k] in _STOPS)
    return cut.clause_of(at).kind in ("main", "coord") and any(stops)


def _anew(one: Predicate, cut: Parsed) -> bool:
    """`The dam broke on 3 May, and a trial | opened two days later`: a clause with a subject of its own.

    Of a sentence that is one: not of several without a space between.
    """
    bits, words, home = cut.sentence.bits, cut.sentence.words, cut.clause_of(one.head)
    if home.kind != "main" or not home.subject_inside or len(bits) > _LONG or one.form != "finite":
        return False
    joints = COMMA | HARD | COORDINATOR
    at = next((k for k in range(home.first, one.first) if not bits[k] & joints), one.first)
    if at == home.first or not bits[at] & (DETERMINER | NAME | NUMBER | EVENT) or one.first - at > _SUBJECT:
        return False
    return not any(bits[k] & HARD and words[k] in _STOPS for k in range(one.head))


def _of_the_subject(one: Predicate, cut: Parsed) -> bool:
    """`The borrowing limit of the fund, which …, | has been raised`: before it stands nothing but a long subject.

    Not `revives the play, first | performed in May`, nor a list of names with their ages.
    """
    bits, home, at = cut.sentence.bits, cut.clause_of(one.head), one.head
    before = [k for k in cut.predicates if k.form == "finite" and k.head < one.first]
    if home.kind != "main" or one.form != "finite" or any(cut.clause_of(k.head).kind != "rel" for k in before):
        return False
    first = cut.whole(home.number)[0].first
    first += bool(first and bits[first] & COMMA)
    named = bits[first] & (DETERMINER | NAME | NUMBER) or cut.sentence.words[first].lower() in cut.events.counts
    if not named or bits[first] & PREPOSITION or any(bit & HARD for bit in bits[: one.first]):
        return False
    if not cut.events.sets["around_date"].isdisjoint(cut.sentence.words[first : first + _OPENING]):
        return False  # `In May, a week after the feast, a bomb …`
    ages = sum(1 for k in range(1, one.first) if bits[k] & NUMBER and bits[k - 1] & bits[k + 1] & COMMA)
    done = one.tense != "present" or one.perfect
    alone = one.first == at and bits[at] & PARTICIPLE
    does = any(bit & (DETERMINER | NAME | NUMBER | PRONOUN) for bit in bits[at + 1 : at + 2])
    return done and ages < _AGED and bool(does or not alone)


def _of_a_noun(made: Claim, one: Predicate, cut: Parsed) -> bool:
    """`…, Ada Lindt, who | died in 2009`, `… the flood that | hit Vik`: what is told of the noun right before it."""
    home, bits, words, sets = cut.clause_of(one.head), cut.sentence.bits, cut.sentence.words, cut.events.sets
    if home.kind != "rel" or home.first < 2 or one.form != "finite" or one.tense != "past":
        return False
    comma = bits[home.first - 1] & COMMA
    last = home.first - 2 if comma else home.first - 1
    last -= 2 * bool(bits[last] & NUMBER and bits[last - 1] & COMMA)  # `Ada Lindt, 31, who died`
    line = made.title.split()
    subject = line[: line.index(words[one.first])] if words[one.first] in line else []
    if not 0 < len(subject) <= _MEANT or subject[-1] != words[last] or words[home.first] in sets["owner_relatives"]:
        return False  # `the studio, the people who | made films`
    known = bits[last + 1 - len(subject)] & (DETERMINER | NAME | NUMBER)
    known = known and (bits[last] & NAME or line[-1] != words[one.head])  # not `A strike began`
    led = any(cut.events.bits.get(word, 0) & PREPOSITION for word in subject)
    if led or not known or not all(bit & ADVERB for bit in bits[home.first + 1 : one.first]):
        return False
    loose = bits[last] & NAME and not comma  # `for the News of the World who was jailed`
    him = not sets["hearers"].isdisjoint(words[one.head + 1 : one.head + 2])  # `…, who beat him in May`
    before = not sets["around_date"].isdisjoint(words[one.head : home.last])  # `who was ill before her death in May`
    return not (loose or him or before)
