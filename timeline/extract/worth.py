"""Which times date a happening at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.extract.attach import attributive
from timeline.extract.clauses import Parsed
from timeline.extract.words import CLOSE, COMMA, HARD, NUMBER, OPEN, POSSESSIVE, TIME
from timeline.languages.events import ADVERB, AUXILIARY, COORDINATOR, EVENT, PARTICIPLE, PAST, PREPOSITION, Events
from timeline.model.expression import Anniversary, Vague
from timeline.model.mention import TimeMention
from timeline.model.sentence import Sentence


def usable(mentions: Sequence[TimeMention], text: str = "") -> list[TimeMention]:
    """Placed points and stretches; lengths, sets, `now`, and the second end of a range date nothing.

    Where a happening is told inside a range (`from 405 BCE until his death in 367 BCE`) both ends date one: the first
    the stretch, the second its own.
    """
    kept: list[TimeMention] = []
    closing = -1
    for at, mention in enumerate(mentions):
        if mention.when is None or (mention.type in ("DURATION", "SET") and mention.range is None):
            continue
        if isinstance(mention.expression.meaning, (Vague, Anniversary)) or mention.start < closing:
            continue
        whole = mention.range
        if whole is not None and whole.first:
            other = mentions[at + 1] if at + 1 < len(mentions) else mention
            if len(text[mention.end : other.start].split()) > 2:
                mention = replace(mention, when=whole.when, kind="span", range=None)  # noqa: PLW2901
            else:
                closing = whole.end
        kept.append(mention)
    return kept


def skipped(text: str, sentence: Sentence, events: Events) -> bool:
    """A line that only says when the page was made, or what it is: copyright, byline, cookie notice."""
    end = min(sentence.end, sentence.start + 400)
    quote = text[sentence.start : end].lower().lstrip(" *_#>|-–([")
    if quote.startswith(events.skip_lines) or any(words in quote for words in events.skip_anywhere):
        return not quote.startswith("by ") or (
            sentence.end - sentence.start < 90 and quote.count(" ") < 14 and "," not in quote[:12]
        )
    return False


def dates_nothing(parsed: Parsed, time: int, events: Events) -> bool:
    """`the 2016 model`, `John Smith (1954–2010)`, `compared with 104 in May`, `the year ended 31 March`: no happening."""
    if _compared(parsed, time, events) or _period(parsed, time, events):
        return True
    sentence = parsed.sentence
    bits = sentence.bits
    end = sentence.ends[time]
    if sentence.text[end : end + 1] in ("-", "–") and sentence.text[end + 1 : end + 2].isalpha():
        return True
    after = bits[time + 1] if time + 1 < len(bits) else HARD
    clause = parsed.clause_of(time)
    if clause.kind == "aside" and not any(k.form == "finite" or 0 < time - k.head <= 3 for k in clause.predicates):
        bare = all(
            bits[k] & (OPEN | CLOSE | PREPOSITION | ADVERB | TIME) or sentence.words[k] in "c.ca."
            for k in range(clause.first, clause.last)
        )
        return not (bare and _event_before(parsed, clause.first))
    if attributive(parsed, time):
        start = time + (2 if after & POSSESSIVE else 1)
        return not any(bits[k] & EVENT for k in range(start, min(start + 4, len(bits))) if not bits[k] & COMMA)
    return False


def _compared(parsed: Parsed, time: int, events: Events) -> bool:
    """Does the time only say when another figure held: `than in 2003`, `from 31.9 billion in 1985`?"""
    bits, words = parsed.sentence.bits, parsed.sentence.words
    numbers = False
    if time > 1 and words[time - 1] == "from" and bits[time - 2] & TIME:
        return True
    for k in range(time - 1, max(-1, time - 16), -1):
        if words[k] in events.comparing:
            return time - k <= 2 or words[k] == "compared" or (numbers and time - k <= 8)
        if words[k] == "from" and (numbers or k == time - 1):
            return any(bits[j] & NUMBER for j in range(max(0, k - 8), time))
        if (
            bits[k] & (HARD | AUXILIARY)
            or (bits[k] & COORDINATOR and not numbers)
            or (bits[k] & COMMA and k < time - 2)
        ):
            return False
        if bits[k] & PAST and not bits[k] & PARTICIPLE:
            return False
        numbers = numbers or bool(bits[k] & NUMBER)
    return False


def _period(parsed: Parsed, time: int, events: Events) -> bool:
    """`the nine months ended 28 February`, `the year to March`, `notes due 2012`."""
    words = parsed.sentence.words
    if time and (words[time - 1] == "due" or words[time - 1] in events.edges):
        return True
    return time > 1 and words[time - 1] in events.closing and words[time - 2] in events.periods


def _event_before(parsed: Parsed, opening: int) -> bool:
    """Is the name before a bracket part of a happening: `The long reign of Hiero II (about 270–215 BCE)`?"""
    bits = parsed.sentence.bits
    for k in range(opening - 1, max(-1, opening - 7), -1):
        if bits[k] & EVENT:
            return True
        if bits[k] & (COMMA | HARD | PAST):
            return False
    return False
