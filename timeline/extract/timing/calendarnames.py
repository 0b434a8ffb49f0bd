"""Names of months and seasons that are part of another name: `April Jones`, `the Winter Fuel Plan`."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.words import NAME, NUMBER
from timeline.languages.events import DETERMINER, SUBORDINATOR
from timeline.temporal.precision import Precision


def in_a_name(parsed: Parsed, time: int) -> bool:
    """`said April Jones`, `the Winter Fuel Plan`: the name of a month before a surname, of a season in a name."""
    words, events = parsed.sentence.words, parsed.events
    if time and words[time][0].isupper() and words[time].lower() in events.sets["day_parts"]:
        return any(bit & NAME for bit in parsed.sentence.bits[time + 1 : time + 2])
    if _in_a_title(parsed, time) or _surname(parsed, time) or _edition(parsed, time):
        return True
    if words[time] not in events.calendar or parsed.sentence.times[time].value.startswith("XXXX-WXX"):
        return False
    follows = parsed.sentence.bits[time + 1] if time + 1 < len(words) else 0
    when = parsed.sentence.times[time].when
    if not follows & NAME or when is None:
        return False
    month = when.precision is Precision.MONTH
    before = words[time - 1].lower() if time else ""
    return month and before not in events.sets["before_month"] and not parsed.sentence.bits[time - 1] & DETERMINER


def _in_a_title(parsed: Parsed, time: int) -> bool:
    """`her song Gone This Christmas`: a capital where no sentence begins."""
    words = parsed.sentence.words
    first = words[time].partition(" ")[0]
    if not time or " " not in words[time] or not first[:1].isupper() or not words[time - 1][-1].isalnum():
        return False
    return first.lower() in parsed.events.sets["deictics"] and bool(parsed.sentence.bits[time - 1] & (NAME | NUMBER))


def _surname(parsed: Parsed, time: int) -> bool:
    """`after May made her case`: who does something is no month, which only begins, ends or is so."""
    bits, events = parsed.sentence.bits, parsed.events
    if not time or not bits[time - 1] & SUBORDINATOR or parsed.sentence.words[time] not in events.calendar:
        return False
    verb = next((one for one in parsed.predicates if one.first == time + 1 and one.form == "finite"), None)
    if verb is None or verb.lemma in events.sets["months_do"]:
        return False
    return any(one.form == "finite" and one.head < time for one in parsed.predicates)  # not `Rains since April have …`


def _edition(parsed: Parsed, time: int) -> bool:
    """`won Grand Vik Rally 2005`: a year that closes a name; `died in Leeds 1934` is short for a date."""
    words, bits = parsed.sentence.words, parsed.sentence.bits
    if not time or not words[time].isdigit() or not bits[time - 1] & NAME or words[time - 1] in parsed.events.calendar:
        return False
    return words[time - 1].isalpha() and time > 1 and bool(bits[time - 2] & (NAME | DETERMINER))
