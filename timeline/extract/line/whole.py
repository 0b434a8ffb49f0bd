"""A short sentence of one time, of which no line could be made, is its own line."""

from __future__ import annotations

from timeline.extract.line.fitting import LONGEST
from timeline.extract.line.tidy import tidy
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import CLOSE, OPEN, QUOTE

_DONE = frozenset({"past", "future"})


def whole(parsed: Parsed, one: Predicate) -> str:
    """`There was no second fire in May 1912`; empty for a long sentence, a quotation, one that tells of today."""
    sentence = parsed.sentence
    verbs = {k.head for k in parsed.predicates if k.form == "finite"}
    if len(sentence.times) != 1 or len(verbs) != 1 or any(bit & QUOTE for bit in sentence.bits):
        return ""
    first, last = 0, len(sentence)
    if sentence.bits[0] & OPEN and sentence.bits[last - 1] & CLOSE:
        first, last = 1, last - 1  # `(Other books give 26 August.)`
    told = sentence.text[sentence.starts[first] : sentence.ends[last - 1]]
    verb = parsed.clause_of(one.head).finite
    if len(told) > LONGEST or verb is None or one.form == "participle" or verb.tense not in _DONE or "\n\n" in told:
        return ""
    return tidy(told)
