"""What is paid on a day, told behind its grant: `declared a dividend of ten cents a share, payable on 3 June`."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, HARD, NUMBER
from timeline.languages.events import DETERMINER, TO


def payable(parsed: Parsed, one: Predicate) -> str | None:
    """`A dividend of ten cents a share is payable`; None: no such word; nothing where no noun phrase stands before."""
    words, bits, at = parsed.sentence.words, parsed.sentence.bits, one.head
    if one.form != "participle" or words[at] not in parsed.events.sets["payable"]:
        return None
    before = [k for k in parsed.predicates if k.head < at and k.form in ("finite", "infinitive")]
    if not before:
        return None  # `The fee, payable on 3 June, is ten crowns`
    verb, last = before[-1], at - bool(bits[at - 1] & COMMA)
    phrase = bits[verb.head + 1 : last]
    if verb.state or verb.passive or not phrase or not phrase[0] & (DETERMINER | NUMBER):
        return ""
    if any(bit & (COMMA | HARD | TO) for bit in phrase):
        return ""
    said = parsed.sentence.text[parsed.sentence.starts[verb.head + 1] : parsed.sentence.ends[last - 1]]
    (is_so,) = parsed.events.sets["payable_is"]
    return f"{said[:1].upper()}{said[1:]} {is_so} {words[at]}"
