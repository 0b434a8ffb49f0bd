"""Words of attribution behind a comma: `, he said`, `, said Ibrahim`, `, the ministry said`."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.extract.predicates import Predicate
from timeline.extract.words import COMMA, HARD, NAME, OPEN, QUOTE, TIME, Words
from timeline.languages.events import ADVERB, DETERMINER, PREPOSITION, PRONOUN, RELATIVE, SUBORDINATOR, THAT, TO


def saying(sentence: Words, starts: Mapping[int, Predicate], at: int, told: bool) -> bool:
    """`, he said`, `, said Ibrahim`, `, the ministry said`: words of attribution up to the next boundary.

    `told`: something was told before; else `, said …` is the verb of the subject that stands before it.
    """
    bits, words = sentence.bits, sentence.words
    for k in range(at, min(at + 12, len(bits))):
        one = starts.get(k)
        if one is not None:
            if one.lemma not in sentence.events.report or one.passive:
                return False
            end = one.head + 1
            after = bits[end] if end < len(bits) else HARD
            quotes = end < len(bits) and words[end] == ":" and not told and not any(bit & QUOTE for bit in bits[:at])
            spoken = not told and after & COMMA and any(bit & QUOTE for bit in bits[end + 1 : end + 2])
            if quotes or spoken or after & TO:  # `In May Moe said, “Go home.”`
                return False
            if k == at:
                quoted = any(bit & QUOTE for bit in bits[:at])
                return (told or quoted) and bool(after & (NAME | DETERMINER | PRONOUN))
            closing = end >= len(bits) or words[end] in ".!?"
            return closing or bool(after & (COMMA | TIME | PREPOSITION | HARD | QUOTE | ADVERB))
        if bits[k] & (COMMA | HARD | RELATIVE | THAT | SUBORDINATOR | OPEN):
            return False
    return False
