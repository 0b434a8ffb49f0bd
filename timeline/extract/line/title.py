"""A claim's title: its clause as a line that can be printed, without the date, the "he said" and the loose ends."""

from __future__ import annotations

import itertools

from timeline.extract.line.apposition import apposition, auxiliary
from timeline.extract.line.described import set_off, told_of
from timeline.extract.line.fitting import fitted
from timeline.extract.line.grown import grown
from timeline.extract.line.line import joined, line_of, seamless
from timeline.extract.line.payable import payable
from timeline.extract.line.shape import core, noun_phrase
from timeline.extract.line.shortened import shortened
from timeline.extract.line.tidy import tidy
from timeline.extract.line.torn import lengthened, mended, torn
from timeline.extract.printing.glued import glued, lacks_verb
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, POSSESSIVE
from timeline.extract.timing.bracketed import event_name, named_event
from timeline.extract.timing.datewords import date_words, leaned_on
from timeline.extract.timing.gapped import either_way, gapped, regained
from timeline.extract.timing.gerund import is_led_in, told
from timeline.extract.timing.published import published
from timeline.extract.who.gender import is_person
from timeline.languages.events import CLOSED, COORDINATOR, EVENT, PREPOSITION
from timeline.temporal.precision import Precision

_NAMED = 5
"""Words of `Wednesday's second great tremor`, at most."""


_OFFICE = 5
"""Words before the preposition that follows an office: `the chief inspector | of the mill`."""


def title(
    parsed: Parsed, one: Predicate, time: int | None, taken: frozenset[int], aside: frozenset[int] = frozenset()
) -> str:
    """The happening as a clause of at most about 120 signs; `taken` are words that other claims own.

    `aside`: what commas or brackets set off, and another claim tells.
    """
    cut = _told_by_the_date(parsed, one, time)
    if one.form == "remark":
        return _remarked(parsed, one, cut)
    if (paid := payable(parsed, one)) is not None:
        return paid
    if later := gapped(parsed, one, time):
        return _again(parsed, one, later)
    beside = apposition(parsed, one, time)
    if beside is not None:
        said = tidy(joined(parsed, [k for k in beside.said if k not in cut]))
        words = (line_of(parsed, list(beside.subject), frozenset()), beside.auxiliary, said[:1].lower() + said[1:])
        return " ".join(filter(None, words))
    if is_led_in(parsed, one):
        who, verb, what = told(parsed, one)
        if not who:
            return ""
        rest = joined(parsed, seamless(parsed, [k for k in what if k not in cut], cut))
        return tidy(f"{line_of(parsed, who, cut)} {verb} {rest}")
    alone = _alone(parsed, one, time, cut)
    if alone is not None:
        return alone
    home = parsed.clause_at[one.head]
    kept = [k for k in grown(parsed, one, core(parsed, one), taken, cut) if k not in aside]
    kept = fitted(parsed, [k for k in kept if k not in taken or parsed.clause_at[k] != home], one, cut)
    if one.form == "participle" and _bare(parsed, one, kept, cut):
        return ""
    kept = _ended(parsed, kept, one, cut, taken | aside)
    if glued(parsed, kept, cut) or lacks_verb(parsed, kept, one):
        return ""
    whole = time is not None and ((time + 2 in kept and leaned_on(parsed, time)) or _parts(parsed, kept, time))
    whole = whole or _described(parsed, kept, cut)
    line = _undated(line_of(parsed, kept, frozenset() if whole else cut), parsed, one, time)
    return _owned(line, parsed) if parsed.clause_of(one.head).kind == "rel" else line


def _again(parsed: Parsed, one: Predicate, later: range) -> str:
    """A line without a verb of its own, which has that of the one before."""
    again, shared = regained(parsed, one, later)
    return tidy(" ".join([joined(parsed, list(later)), *again, joined(parsed, list(shared))]))


def _told_by_the_date(parsed: Parsed, one: Predicate, time: int | None) -> frozenset[int]:
    """The words of its time, and when a paper came out: `figures | released today | show`."""
    own = frozenset[int]() if either_way(parsed, one, time) else date_words(parsed, time)
    return own | published(parsed, one, time)


def _ended(parsed: Parsed, kept: list[int], one: Predicate, cut: frozenset[int], others: frozenset[int]) -> list[int]:
    """The words of a line up to where its sentence could end: before or behind its length, or without who said so."""
    return (
        mended(parsed, kept, one, cut | others)
        or lengthened(parsed, kept, one, cut, others)
        or shortened(parsed, kept, one, cut, others)
        or _said(parsed, one, cut, others)
    )


def _said(parsed: Parsed, one: Predicate, cut: frozenset[int], others: frozenset[int]) -> list[int]:
    """What was said, `Action is needed to …`, where a line that ends in `a researcher said` would be too long."""
    home = parsed.clause_of(one.head)
    verb = next((k for k in parsed.predicates if k.form == "finite" and k.head < home.first), None)
    opening = next((bit for bit in parsed.sentence.bits[home.first : one.first] if not bit & COMMA), 0)
    if home.kind != "say" or verb is None or opening & COORDINATOR:
        return []  # `The agency did not name Moe, but | said that …`
    kept = fitted(parsed, [k for k in range(home.first) if k not in others], verb, cut)
    return mended(parsed, kept, verb, cut | others)


def _of_its_day(parsed: Parsed, one: Predicate, time: int) -> bool:
    """`Wednesday's | tremor damaged 70 schools`: what happened on a day that is told from that of the document."""
    bits, words, mention = parsed.sentence.bits, parsed.sentence.words, parsed.sentence.times[time]
    verb, owned = parsed.clause_of(one.head).finite, any(bit & POSSESSIVE for bit in bits[time + 1 : time + 2])
    if mention.anchor is None or mention.anchor.kind != "document" or verb is None or not owned:
        return False
    if mention.when is None or mention.when.precision.rank > Precision.WEEK.rank:
        return False  # `Last year's festival`
    what = verb.first - 1
    plain = (
        bits[what] & EVENT and words[what] not in parsed.events.sets["mere_nouns"] and time < what - 1 <= time + _NAMED
    )
    deed = verb.tense == "past" and not verb.state and one.head in (what, verb.head)
    return bool(plain and deed) and not any(bits[k] & CLOSED for k in range(time + 2, what))


def _undated(line: str, parsed: Parsed, one: Predicate, time: int | None) -> str:
    """`Wednesday’s tremor damaged …` → `The tremor damaged …`."""
    if time is None or not _of_its_day(parsed, one, time):
        return line
    opening = f"{parsed.sentence.words[time]}{parsed.sentence.words[time + 1]} "
    rest = line[len(opening) :]
    opens = line.lower().startswith(opening.lower()) and rest
    return f"{next(iter(parsed.events.sets['the'])).capitalize()} {rest}" if opens else line


def _parts(parsed: Parsed, kept: list[int], time: int) -> bool:
    """`After Moe left in 1990 | the board met`: without a comma only the date keeps the two clauses apart."""
    last = time + 1
    if last not in kept or parsed.clause_of(time).kind != "sub" or parsed.sentence.bits[last] & COMMA:
        return False
    after = parsed.clause_of(last)
    return after.first == last and after.kind == "main" and after.subject_inside


def _remarked(parsed: Parsed, one: Predicate, cut: frozenset[int]) -> str:
    """`Ada Lindt, in office since 1990, …`; `Karl Moe, rector from 1711 to 1742, …` was rector."""
    subject = range(_past_opening(parsed, parsed.clause_of(one.head).first), one.first - 1)
    told = [k for k in range(one.first, one.head + 1) if k not in cut]
    if told and _an_office(parsed, told):
        several = any(parsed.sentence.bits[k] & COORDINATOR for k in subject)
        return tidy(f"{line_of(parsed, list(subject), cut)} {parsed.events.passive[several]} {joined(parsed, told)}")
    return line_of(parsed, [*subject, *told], cut)


def _past_opening(parsed: Parsed, first: int) -> int:
    """`In 1911 | his uncle Karl, regent since 1909, …`: past a date that opens the sentence."""
    time = next((k for k in parsed.sentence.times if k in (first, first + 1)), None)
    led = time is not None and (time == first or parsed.sentence.bits[first] & PREPOSITION)
    if time is None or not led:
        return first
    return time + 1 + bool(parsed.sentence.bits[time + 1] & COMMA)


def _an_office(parsed: Parsed, told: list[int]) -> bool:
    """`rector`, `the chief inspector of the mill`."""
    phrase = itertools.takewhile(lambda k: not parsed.sentence.bits[k] & PREPOSITION, told[:_OFFICE])
    word = parsed.sentence.words[[told[0], *phrase][-1]]
    return is_person(word, parsed.events) or word in parsed.events.sets["offices_held"]


def _bare(parsed: Parsed, one: Predicate, kept: list[int], cut: frozenset[int]) -> bool:
    """`On the record, released |, she sang`: a participle between two commas, of which only the time was told."""
    said = [k for k in kept if k not in cut]
    at = said.index(one.head) if one.head in said else 0
    around = said[at - 1 : at] + said[at + 1 : at + 2]
    return at > 0 and len(around) == 2 and all(parsed.sentence.bits[k] & COMMA for k in around)


def _alone(parsed: Parsed, one: Predicate, time: int | None, cut: frozenset[int]) -> str | None:
    """The line of a noun or a participle that the time dates and the verb does not; None: it has none of its own."""
    if set_off(parsed, one):
        return ""
    if named_event(parsed, one):
        return line_of(parsed, event_name(parsed, one.head), frozenset())
    if not _stands_alone(parsed, one, time):
        return None
    phrase = noun_phrase(parsed, one, time)
    if told_of(parsed, one, phrase):
        said = line_of(parsed, [k for k in phrase if k >= one.head], cut)
        subject = range(phrase[0], one.head)
        return f"{line_of(parsed, list(subject), cut)} {auxiliary(parsed, subject)} {said[:1].lower()}{said[1:]}"
    bare = one.form == "participle" and phrase[0] < one.head
    alone = "" if bare else line_of(parsed, phrase, cut)
    if bare or _closes(parsed, time) or _counted_from(parsed, phrase):
        return alone
    if one.form == "noun":  # `was absent from Monday's meeting`: the clause tells something else, of another time
        led = any(k.first == phrase[-1] + 1 for k in parsed.predicates)
        return alone if alone.count(" ") > 2 and (led or not torn(parsed, phrase, cut)) else ""
    return None


def _owned(line: str, parsed: Parsed) -> str:
    """`The firm whose shares fell` → `The firm’s shares fell`."""
    for owner in parsed.events.sets["owner_relatives"]:
        before, whose, after = line.partition(f" {owner} ")
        several = before.endswith(parsed.events.endings["plural"])
        line = f"{before}’{'' if several else 's'} {after}" if whose else line
    return line


def _described(parsed: Parsed, kept: list[int], cut: frozenset[int]) -> bool:
    """`a sale made | last year raised much`: a participle that says no more than when."""
    first = min(cut, default=0)
    if first - 1 not in kept or max(cut) + 1 not in kept or parsed.sentence.bits[first - 2] & COMMA:
        return False
    return any(k.head == first - 1 and k.form == "participle" and k.passive for k in parsed.predicates)


def _stands_alone(parsed: Parsed, one: Predicate, time: int | None) -> bool:
    """Is the noun, or what describes one (`the papers released last night`), dated, and not the clause's verb?"""
    verb = parsed.clause_of(one.head).finite
    if one.form == "participle":
        return one.passive and one.first == one.head and (verb is not None or parsed.clause_of(one.head).kind == "part")
    if one.form != "noun" or verb is None:
        return False
    return one.head > verb.head or verb.tense != "past" or _closes(parsed, time)


def _counted_from(parsed: Parsed, phrase: list[int]) -> bool:
    """`resigned after | Tuesday’s vote`: the day is not that of the verb."""
    before = phrase[0] - 1
    if before < 0 or not parsed.sentence.bits[before] & PREPOSITION:
        return False
    return parsed.sentence.words[before].lower() in parsed.events.sets["around_date"]


def _closes(parsed: Parsed, time: int | None) -> bool:
    """`From 1947 until her retirement in 1961 she taught`: the end of a stretch is a happening of its own."""
    stretch = None if time is None else parsed.sentence.times[time].range
    return stretch is not None and not stretch.first
