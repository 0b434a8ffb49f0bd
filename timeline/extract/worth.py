"""Which times date a happening at all."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.clauses import Parsed
from timeline.extract.words import CLOSE, COMMA, HARD, NAME, NUMBER, OPEN, POSSESSIVE, TIME
from timeline.languages.events import CLOSED, DETERMINER, EVENT, PARTICIPLE, PAST, Events
from timeline.model.expression import Anniversary, Vague
from timeline.model.mention import TimeMention
from timeline.model.sentence import Sentence


def usable(mentions: Sequence[TimeMention]) -> list[TimeMention]:
    """Placed points and stretches; lengths, sets, `now`, and the second end of a range date nothing."""
    kept: list[TimeMention] = []
    closing = -1
    for mention in mentions:
        if mention.when is None or mention.type in ("DURATION", "SET") and mention.range is None:
            continue
        if isinstance(mention.expression.meaning, (Vague, Anniversary)) or mention.start < closing:
            continue
        if mention.range is not None:
            if mention.range.first:
                closing = mention.range.end if mention.range.end - mention.range.start <= 60 else -1
            elif mention.range.end - mention.range.start <= 60:
                continue
        kept.append(mention)
    return kept


def skipped(text: str, sentence: Sentence, events: Events) -> bool:
    """A line that only says when the page was made, or what it is: copyright, byline, cookie notice."""
    end = min(sentence.end, sentence.start + 400)
    quote = text[sentence.start : end].lower().lstrip(" *_#>|-–([")
    if quote.startswith(events.skip_lines) or any(words in quote for words in events.skip_anywhere):
        return not quote.startswith("by ") or sentence.end - sentence.start < 90 and quote.count(" ") < 14 and "," not in quote[:12]
    return False


def dates_nothing(parsed: Parsed, time: int, events: Events) -> bool:
    """`the 2016 model`, `John Smith (1954–2010)`, `Monday's newspaper`: no happening is dated."""
    sentence = parsed.sentence
    bits, words = sentence.bits, sentence.words
    before = bits[time - 1] if time else 0
    after = bits[time + 1] if time + 1 < len(bits) else HARD
    clause = parsed.clause_of(time)
    if clause.kind == "aside" and not clause.predicates:
        return not _event_before(parsed, clause.first)
    if after & POSSESSIVE or _attributive(parsed, time, before, after):
        start = time + (2 if after & POSSESSIVE else 1)
        return not any(bits[k] & EVENT for k in range(start, min(start + 4, len(bits))) if not bits[k] & COMMA)
    del words, events
    return False


def _attributive(parsed: Parsed, time: int, before: int, after: int) -> bool:
    """`the 1994 agreement`: between a determiner or adjective and its noun."""
    if after & (CLOSED | TIME | COMMA | HARD | CLOSE | OPEN | NUMBER | PAST | PARTICIPLE):
        return False
    words = parsed.sentence.words
    if time + 1 >= len(words) or not words[time + 1][0].isalpha():
        return False
    if any(one.first == time + 1 and one.form == "finite" for one in parsed.predicates):
        return False
    return bool(before & (DETERMINER | POSSESSIVE)) or (bool(before & NAME) and words[time].isdigit())


def _event_before(parsed: Parsed, opening: int) -> bool:
    """Is the name before a bracket part of a happening: `The long reign of Hiero II (about 270–215 BCE)`?"""
    bits = parsed.sentence.bits
    for k in range(opening - 1, max(-1, opening - 7), -1):
        if bits[k] & EVENT:
            return True
        if bits[k] & (COMMA | HARD | PAST):
            return False
    return False
