"""Which times date a happening at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.words import CLOSE, COMMA, HARD, NAME, NUMBER, OPEN, POSSESSIVE, TIME, span
from timeline.extract.timing.attach import attributive
from timeline.extract.timing.belonging import ended_record, of_a_period, of_something, since
from timeline.extract.timing.bracketed import bare, bracketed
from timeline.extract.timing.calendarnames import in_a_name
from timeline.extract.timing.compared import compared
from timeline.extract.timing.idle import idle
from timeline.languages.events import (
    AUXILIARY,
    CLOSED,
    DETERMINER,
    EVENT,
    PAST,
    PREPOSITION,
    THAT,
    Events,
)
from timeline.model.expression import Shift, Vague
from timeline.model.mention import TimeMention
from timeline.model.sentence import Sentence
from timeline.temporal.precision import Precision

_ZONE = re.compile(r" (?:GMT|UTC|BST|CET|CEST|E[SD]T|C[SD]T|P[SD]T)\b")
_BYLINE = 90
"""Signs of a line that only names its author, at most."""
_REACH = 8
"""Words before `since` in which a record is named."""
_FAR = 16
"""Words before a time in which the record that it ends is named."""


def usable(mentions: Sequence[TimeMention], text: str) -> list[TimeMention]:
    """Placed points and stretches; lengths, sets, `now`, and the second end of a range date nothing.

    Where a happening is told inside a range (`from 405 BCE until his death in 367 BCE`) both ends date one: the first
    the stretch, the second its own.
    """
    kept: list[TimeMention] = []
    closing = -1
    several = mentions if len(mentions) > 1 else ()
    counted = {one.anchor.start for one in several if _days_off(one) and one.anchor is not None}
    for at, mention in enumerate(mentions):
        whole = mention.range
        if mention.start in counted and mention.start > mentions[at - 1].start and _days_off(mentions[at - 1]):
            continue  # `three days before admission on 18 February`
        if mention.when is None or mention.start < closing or (mention.type in ("DURATION", "SET") and whole is None):
            continue
        if isinstance(mention.expression.meaning, Vague):
            continue
        if whole is not None and whole.first:
            other = mentions[at + 1] if at + 1 < len(mentions) else mention
            if len(text[mention.end : other.start].split()) > 2:
                kept.append(mention._replace(when=whole.when, kind="span", range=None))
                continue
            closing = whole.end
        kept.append(mention)
    return kept


def unplaced(mentions: Sequence[TimeMention]) -> list[TimeMention]:
    """Dates that nothing placed, `two weeks after the raid` too; lengths, sets and `now` are none."""
    dates = (one for one in mentions if one.when is None and (one.type in ("DATE", "TIME") or _days_off(one)))
    return [one for one in dates if not isinstance(one.expression.meaning, Vague)]


def _days_off(mention: TimeMention) -> bool:
    """Days or more before or after something of which no date is known."""
    meaning = mention.expression.meaning
    return isinstance(meaning, Shift) and bool(meaning.event) and meaning.length.precision.rank >= Precision.DAY.rank


def skipped(text: str, sentence: Sentence, events: Events) -> bool:
    """A line that only says when the page was made, or what it is: copyright, byline, cookie notice."""
    quote = " ".join(text[sentence.start : min(sentence.end, sentence.start + 400)].split())
    quote = quote.lower().lstrip(" *_#>|-–([")
    if quote.startswith(events.bylines):
        return len(quote) < _BYLINE and quote.count(" ") < 14 and "," not in quote[:12] and _author(quote, events)
    return quote.startswith(events.skip_lines) or any(map(quote.__contains__, events.skip_anywhere))


def _author(quote: str, events: Events) -> bool:
    """Does somebody follow `By`, not a date or a plain noun: `By Ann Lee`, but `By 1994`, `By letter of 28 March`?"""
    word = quote.split(" ", 2)[1].strip(",.:")
    if events.bits.get(word, 0) & CLOSED:
        return False
    return word.isalpha() and word.title() not in events.calendar and word not in events.nouns


def dates_nothing(parsed: Parsed, time: int) -> bool:
    """`the 2016 model`, `John Smith (1954–2010)`, `compared with 104 in May`, `the year ended 31 March`."""
    sentence, clause = parsed.sentence, parsed.clause_of(time)
    if _compounded(sentence.text, *span(sentence.times[time])) or _bare_year(parsed, time):
        return True
    if _named_after(parsed, time) or _any_day(parsed, time) or in_a_name(parsed, time) or _of_a_thing(parsed, time):
        return True
    if idle(parsed, time) or _of_a_work(parsed, time):
        return True
    if compared(parsed, time) or _record(parsed, time) or of_a_period(parsed, time) or _setting(parsed, time):
        return True
    if clause.kind == "aside" and not any(k.form == "finite" or 0 < time - k.head <= 3 for k in clause.predicates):
        told = bare(parsed, clause) and _happening_before(parsed, clause.first)
        return not told and bracketed(parsed, time) is None
    if _days_off(sentence.times[time]) or not attributive(parsed, time):
        return False
    bits = sentence.bits
    possessed = time + 1 < len(bits) and bits[time + 1] & POSSESSIVE
    start = time + (2 if possessed else 1)
    if not possessed and not parsed.events.sets["yearly_papers"].isdisjoint(sentence.words[start : start + 3]):
        return True  # `said in its 2018 annual report`
    return not any(bit & EVENT for bit in bits[start : start + 4])


def _of_a_work(parsed: Parsed, time: int) -> bool:
    """`In Red Fire (1955), a film about Moe, …`: the year of what is named before the bracket."""
    bits, words = parsed.sentence.bits, parsed.sentence.words
    if time < 2 or not (bits[time - 1] & OPEN and bits[time - 2] & NAME) or not any(bits[time + 1 : time + 2]):
        return False
    comma = time + 2 < len(bits) and bits[time + 1] & CLOSE and bits[time + 2] & COMMA
    return bool(comma) and not parsed.events.sets["works"].isdisjoint(words[time + 3 : time + 7])


def _named_after(parsed: Parsed, time: int) -> bool:
    """`the Goods and Services Act of 1982`, `the minutes of 8 May`: a date in the name of a paper."""
    words, sets = parsed.sentence.words, parsed.events.sets
    if time > 1 and words[time - 1] in sets["belonging"] and words[time - 2].lower() in sets["papers"]:
        return True
    if time < 2 or words[time - 1] not in sets["belonging"]:
        return False
    named = words[time - 2] in parsed.events.roles or words[time - 2] in sets["dated_names"]
    return named and words[time][0].isdigit()


def _any_day(parsed: Parsed, time: int) -> bool:
    """`one morning`, `out in the evening`, `during the day`: of no day that the text has named."""
    mention, sets = parsed.sentence.times[time], parsed.events.sets
    words = mention.text.lower().split()
    led = parsed.sentence.words[time - 1].lower() in sets["throughout"] if time else False
    if mention.anchor is not None and words[0] in sets["any"] and not isinstance(mention.expression.meaning, Shift):
        return True  # not `one week later`
    if len(words) == 1 and led and words[0] in sets["hours"] and not _told_day(mention):
        return True
    if mention.anchor is not None and mention.anchor.kind == "document":
        if parsed.events.bits.get(words[0], 0) & THAT:
            return True  # `regretted what he had done that day`: of one that the text has not dated
        if time and words[0] in sets["hours"] and parsed.sentence.words[time - 1].lower() in sets["any"]:
            return True
    if len(words) == 1 or mention.anchor is None:
        return False
    if mention.type == "TIME" and time and parsed.sentence.words[time - 1] in sets["toward_date"]:
        return len(words) == 2 and words[0] in sets["the"]  # `left for the night`
    if mention.anchor.kind != "document":
        return False
    bare = len(words) == 2 and words[0] in sets["the"] and words[-1] in sets["day_parts"]
    since_days = mention.bound == "since" and mention.type == "DATE"  # `since the weekend`
    return bare and (led or (bool(mention.bound) and not since_days))


def _told_day(mention: TimeMention) -> bool:
    """`The fire began on 19 July. By noon …`: an hour of a day that the text has told."""
    told = mention.anchor is not None and mention.anchor.kind == "mention"
    return told and mention.when is not None and bool(mention.when.clock)


def _of_a_thing(parsed: Parsed, time: int) -> bool:
    """`the class of 1990`, `prior to the events of 2006`, `unlike that of 1990`: the year of a thing."""
    bits, words, sets = parsed.sentence.bits, parsed.sentence.words, parsed.events.sets
    when = parsed.sentence.times[time].when
    coarse = when is not None and when.precision.rank >= Precision.YEAR.rank
    if coarse and _in_a_source(parsed, time):
        return False
    if not coarse and not bits[time - 1] & DETERMINER:
        if time < 2 or words[time - 1] not in sets["of"]:
            return False
        return _plain_thing(parsed, time - 2) or bool(bits[time - 2] & EVENT and of_something(parsed, time - 2))
    of = time - 2 if time and bits[time - 1] & DETERMINER else time - 1
    if not coarse or of < 1 or words[of] not in sets["of"]:
        return False
    thing, bit = words[of - 1].lower(), bits[of - 1]
    if thing in sets["day_parts"] or bit & (TIME | NUMBER | NAME | POSSESSIVE):
        return False
    if bit & CLOSED:
        return thing in sets["standing_for"]
    if not bit & EVENT:
        return not any(one.head == of - 1 for one in parsed.predicates)
    first = of - 1
    while first and not bits[first] & (PREPOSITION | COMMA | HARD | AUXILIARY | PAST):
        first -= 1
    return bool(bits[first] & PREPOSITION) and words[first] in sets["around_date"]


def _in_a_source(parsed: Parsed, time: int) -> bool:
    """`The village is first mentioned in a charter of 1086`: the year in which the source tells of it."""
    words, sets = parsed.sentence.words, parsed.events.sets
    near = [k for k in range(max(0, time - _REACH), time) if words[k] in sets["sources"]]
    if not near or words[near[-1] + 1] not in sets["of"] or sets["firstly"].isdisjoint(words[: near[-1]]):
        return False
    verb = parsed.clause_of(time).finite
    return verb is not None and verb.passive and verb.lemma in sets["attested"]


def _plain_thing(parsed: Parsed, at: int) -> bool:
    """`missed the deadline of 30 September`: no happening, no part of a day; not `in a letter of 30 September`."""
    bits = parsed.sentence.bits
    bit, word = bits[at], parsed.sentence.words[at]
    before = at - 2 if at > 1 and bits[at - 1] & DETERMINER else at - 1
    if before >= 0 and bits[before] & PREPOSITION:
        return False
    if bit & (TIME | NUMBER | NAME | POSSESSIVE | CLOSED | EVENT) or word.lower() in parsed.events.sets["day_parts"]:
        return False
    return not any(one.head == at for one in parsed.predicates)


def _setting(parsed: Parsed, time: int) -> bool:
    """`The novel is set in 1913`, `, set in 1940s London,`: when a story plays."""
    sets = parsed.events.sets
    near = [one for one in parsed.predicates if 0 < time - one.head <= 2 and one.form != "noun"]
    one = near[-1] if near else None
    if one is None or one.lemma not in sets["playing"]:
        return False
    when = parsed.sentence.times[time].when
    coarse = when is not None and when.precision.rank >= Precision.YEAR.rank
    return coarse and (one.form == "participle" or one.tense == "present")


def _compounded(text: str, start: int, end: int) -> bool:
    """`1986-crop peanuts`, `post-Christmas trading`, `for April/May/July shipment`, `by 1530 GMT`."""
    if "/" in (text[end : end + 1], text[start - 1 : start]) or (text[start:end].isdigit() and _ZONE.match(text, end)):
        return True
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
    """`the weakest levels since 1983`, `the first to win since Karl Moe in 1976`: how long a record has stood."""
    words, sets = parsed.sentence.words, parsed.events.sets
    if parsed.sentence.times[time].bound == "since":
        return any(word.lower() in sets["superlative"] for word in words[max(0, time - _REACH) : time])
    k = since(parsed, time)
    if k is None or ended_record(parsed, time) is not None:
        return False
    return any(word.lower() in sets["superlative"] for word in words[max(0, k - _FAR) : k])


def _happening_before(parsed: Parsed, opening: int) -> bool:
    """Is the name before a bracket part of a happening: `The long reign of Hiero II (about 270–215 BCE)`?"""
    bits = parsed.sentence.bits
    for k in range(opening - 1, max(-1, opening - 7), -1):
        if bits[k] & EVENT:
            return True
        if bits[k] & (COMMA | HARD | PAST):
            return False
    return False
