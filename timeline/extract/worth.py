"""Which times date a happening at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.extract.attach import attributive
from timeline.extract.clauses import Clause, Parsed
from timeline.extract.words import CLOSE, COMMA, HARD, NUMBER, OPEN, POSSESSIVE, TIME
from timeline.languages.events import (
    ADVERB,
    AUXILIARY,
    CLOSED,
    COORDINATOR,
    EVENT,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    Events,
)
from timeline.model.expression import Vague
from timeline.model.mention import TimeMention
from timeline.model.sentence import Sentence

_BYLINE = 90
"""Signs of a line that only names its author, at most."""
_REACH = 5
"""Words before `since` in which a record is named."""


def usable(mentions: Sequence[TimeMention], text: str) -> list[TimeMention]:
    """Placed points and stretches; lengths, sets, `now`, and the second end of a range date nothing.

    Where a happening is told inside a range (`from 405 BCE until his death in 367 BCE`) both ends date one: the first
    the stretch, the second its own.
    """
    kept: list[TimeMention] = []
    closing = -1
    for at, mention in enumerate(mentions):
        whole = mention.range
        if mention.when is None or mention.start < closing or (mention.type in ("DURATION", "SET") and whole is None):
            continue
        if isinstance(mention.expression.meaning, Vague):
            continue
        if whole is not None and whole.first:
            other = mentions[at + 1] if at + 1 < len(mentions) else mention
            if len(text[mention.end : other.start].split()) > 2:
                kept.append(replace(mention, when=whole.when, kind="span", range=None))
                continue
            closing = whole.end
        kept.append(mention)
    return kept


def unplaced(mentions: Sequence[TimeMention]) -> list[TimeMention]:
    """Dates that nothing placed; lengths, sets and `now` are none."""
    dates = (one for one in mentions if one.when is None and one.type in ("DATE", "TIME"))
    return [one for one in dates if not isinstance(one.expression.meaning, Vague)]


def skipped(text: str, sentence: Sentence, events: Events) -> bool:
    """A line that only says when the page was made, or what it is: copyright, byline, cookie notice."""
    quote = text[sentence.start : min(sentence.end, sentence.start + 400)].lower().lstrip(" *_#>|-–([")
    if quote.startswith(events.bylines):
        return len(quote) < _BYLINE and quote.count(" ") < 14 and "," not in quote[:12] and _author(quote, events)
    return quote.startswith(events.skip_lines) or any(words in quote for words in events.skip_anywhere)


def _author(quote: str, events: Events) -> bool:
    """Does somebody follow `By`, not a date or a plain noun: `By Ann Lee`, but `By 1994`, `By letter of 28 March`?"""
    word = quote.split(" ", 2)[1].strip(",.:")
    if events.bits.get(word, 0) & CLOSED:
        return False
    return word.isalpha() and word.title() not in events.calendar and word not in events.nouns


def dates_nothing(parsed: Parsed, time: int) -> bool:
    """`the 2016 model`, `John Smith (1954–2010)`, `compared with 104 in May`, `the year ended 31 March`."""
    sentence, clause = parsed.sentence, parsed.clause_of(time)
    if _compounded(sentence.text, sentence.starts[time], sentence.ends[time]) or _bare_year(parsed, time):
        return True
    if _named_after(parsed, time):
        return True
    if _compared(parsed, time) or _record(parsed, time) or _period(parsed, time):
        return True
    if clause.kind == "aside" and not any(k.form == "finite" or 0 < time - k.head <= 3 for k in clause.predicates):
        return not (_bare(parsed, clause) and _happening_before(parsed, clause.first))
    if not attributive(parsed, time):
        return False
    bits = sentence.bits
    possessed = time + 1 < len(bits) and bits[time + 1] & POSSESSIVE
    start = time + (2 if possessed else 1)
    return not any(bit & EVENT for bit in bits[start : start + 4])


def _named_after(parsed: Parsed, time: int) -> bool:
    """`the Goods and Services Act of 1982`: a year in a name."""
    words, sets = parsed.sentence.words, parsed.events.sets
    return time > 1 and words[time - 1] in sets["belonging"] and words[time - 2] in parsed.events.roles


def _compounded(text: str, start: int, end: int) -> bool:
    """`1986-crop peanuts`, `post-Christmas trading`."""
    if text[end : end + 1] in ("-", "–") and text[end + 1 : end + 2].isalpha():
        return True
    return start > 1 and text[start - 1] in "-–" and text[start - 2].isalpha()


def _bare_year(parsed: Parsed, time: int) -> bool:
    """`base 1980`, `the model 1980`: a number that belongs to the noun before it."""
    sentence = parsed.sentence
    if not time or not sentence.words[time].isdigit() or sentence.bits[time - 1]:
        return False
    return sentence.words[time - 1][0].islower() and sentence.words[time - 1] not in parsed.events.sets["before_date"]


def _record(parsed: Parsed, time: int) -> bool:
    """`eased to the weakest levels since 1983`: how long a record has stood, not when it fell."""
    words, sets = parsed.sentence.words, parsed.events.sets
    near = words[max(0, time - _REACH) : time]
    return parsed.sentence.times[time].bound == "since" and any(word.lower() in sets["superlative"] for word in near)


def _compared(parsed: Parsed, time: int) -> bool:
    """Does the time only say when another figure held: `than in 2003`, `from 31.9 billion in 1985`?"""
    bits, words, sets = parsed.sentence.bits, parsed.sentence.words, parsed.events.sets
    if time > 1 and words[time - 1] in sets["origin"] and bits[time - 2] & TIME:
        return True
    numbers = False
    for k in range(time - 1, max(-1, time - 16), -1):
        bit = bits[k]
        if words[k] in sets["comparing"]:
            return time - k <= 2 or words[k] in sets["compared"] or (numbers and time - k <= 8)
        if words[k] in sets["origin"] and (numbers or k == time - 1):
            return any(other & NUMBER for other in bits[max(0, k - 8) : time])
        if bit & (HARD | AUXILIARY) or (bit & COORDINATOR and not numbers) or (bit & COMMA and k < time - 2):
            return False
        if bit & PAST and not bit & PARTICIPLE:
            return False
        numbers = numbers or bool(bit & NUMBER)
    return False


def _period(parsed: Parsed, time: int) -> bool:
    """`the nine months ended 28 February`, `the year to March`, `notes due 2012`."""
    words, sets = parsed.sentence.words, parsed.events.sets
    if time and words[time - 1] in sets["edges"]:
        return True
    if time > 1 and words[time - 2] in sets["edges"] and parsed.sentence.bits[time - 1] & PREPOSITION:
        return True
    return time > 1 and words[time - 1] in sets["closing"] and words[time - 2] in sets["periods"]


def _bare(parsed: Parsed, clause: Clause) -> bool:
    """Does a bracket hold the time and nothing else?"""
    sentence = parsed.sentence
    plain = OPEN | CLOSE | PREPOSITION | ADVERB | TIME
    circa = parsed.events.sets["circa"]
    return all(
        sentence.bits[k] & plain or sentence.words[k] in circa or sentence.words[k] == "."
        for k in range(clause.first, clause.last)
    )


def _happening_before(parsed: Parsed, opening: int) -> bool:
    """Is the name before a bracket part of a happening: `The long reign of Hiero II (about 270–215 BCE)`?"""
    bits = parsed.sentence.bits
    for k in range(opening - 1, max(-1, opening - 7), -1):
        if bits[k] & EVENT:
            return True
        if bits[k] & (COMMA | HARD | PAST):
            return False
    return False
