"""Words that could open a clause and are plain prepositions: `before the armistice`, `such as silk`."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, HARD, NAME, TIME, Words
from timeline.languages.events import (
    ADVERB,
    COORDINATOR,
    DETERMINER,
    EVENT,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
)

_ADJUNCT = 8
"""Words in which a preposition's noun and the subject after it stand."""
_INSERT = 6
"""Words of a participle that is set in between two commas."""
_HAPPENING = 9
"""Words in which a preposition's happening stands."""


def ends_before(sentence: Words, starts: Mapping[int, Predicate], at: int) -> bool:
    """`fell after the armistice | and the men left`: the happening after which, and a clause of its own."""
    bits, words, known = sentence.bits, sentence.words, sentence.events.bits
    if not bits[at] & PREPOSITION:
        return False
    near = range(at + 1, min(at + _HAPPENING, len(bits)))
    event = next((k for k in near if known.get(words[k].lower(), 0) & EVENT), len(bits))
    if event + 2 >= len(bits) or not bits[event + 1] & COORDINATOR:
        return False
    return bool(bits[event + 2] & DETERMINER) and not any(k in starts for k in range(at, event + 2))


def plain_preposition(sentence: Words, starts: Mapping[int, Predicate], at: int) -> bool:
    """`such as silk`, `disguised as monks`, `twice before in 1990`: no clause begins here."""
    bits, words, sets = sentence.bits, sentence.words, sentence.events.sets
    if at + 1 < len(bits) and bits[at + 1] & PREPOSITION and not bits[at + 1] & (SUBORDINATOR | ADVERB):
        return bool(bits[at] & PREPOSITION)
    if (bits[at] & PREPOSITION and _before_subject(sentence, starts, at)) or _set_in(sentence, starts, at):
        return True
    if not at or words[at] not in sets["likening"]:
        return False
    if at + 1 < len(bits) and bits[at + 1] & TIME:
        return True  # `as late as 1570`
    if len(starts) == 1 and all(k > at for k in starts) and bits[0] & (DETERMINER | NAME):
        return True  # `A film with Moe | as a miner won a prize`: its verb is that of the sentence
    known = at - 1 if bits[at - 1] & PARTICIPLE else at - 2  # `known online | as Moe`
    taken = known == at - 1 or (known > 0 and sentence.events.lemma(words[known]) in sets["taken_as"])
    return words[at - 1].lower() in sets["such"] or bool(taken and bits[known] & PARTICIPLE and known not in starts)


def _set_in(sentence: Words, starts: Mapping[int, Predicate], at: int) -> bool:
    """`the council, | if asked again, will pay`: a participle between a subject and its verb."""
    bits = sentence.bits
    if not at or not bits[at - 1] & COMMA or at + 1 in starts or not any(b & PARTICIPLE for b in bits[at + 1 : at + 2]):
        return False
    closing = next((k for k in range(at + 2, min(at + 2 + _INSERT, len(bits))) if bits[k] & COMMA), 0)
    return closing + 1 in starts if closing else False


def _before_subject(sentence: Words, starts: Mapping[int, Predicate], at: int) -> bool:
    """`After the armistice | she returned`, `After a fire | the firm told …`: no clause begins at `After`."""
    bits, sets = sentence.bits, sentence.events.sets
    verb = next((k for k in range(at + 1, min(at + _ADJUNCT, len(bits))) if k in starts), at)
    if verb - 2 <= at:
        return False
    barrier = COMMA | COORDINATOR | THAT | RELATIVE | PRONOUN | HARD
    if any(bit & barrier for bit in bits[at + 1 : verb - 1]):
        return False
    if sentence.words[verb - 1] in sets["subjects"]:
        return True
    second = next((k for k in range(at + 3, verb) if bits[k] & DETERMINER), at)
    return bool(second > at and bits[at + 1] & DETERMINER and not bits[second - 1] & (PREPOSITION | TIME | ADVERB))
