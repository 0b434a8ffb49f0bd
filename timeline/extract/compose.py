"""One sentence with its times → its claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from timeline.extract.line.foretold import foretold
from timeline.extract.line.shape import core
from timeline.extract.line.title import title
from timeline.extract.line.unglued import unglued
from timeline.extract.line.whole import whole
from timeline.extract.lives import Day, brackets, days_of_a_life, told_in_brackets, whose
from timeline.extract.otherwise import authority, dated_otherwise, whose_date
from timeline.extract.printing.printable import printable
from timeline.extract.scene import Dating, Happening, Reading, Scene, dating, parsed, reading, split
from timeline.extract.sentence.clauses import Parsed, parse
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.settle import predicates
from timeline.extract.sentence.speaker import speaking
from timeline.extract.sentence.words import NUMBER
from timeline.extract.status import status
from timeline.extract.timing.happenings import happenings
from timeline.extract.timing.worth import skipped, unplaced, usable
from timeline.extract.untimed.entries import entry, marked, shortened
from timeline.extract.voices import Voice, voiced
from timeline.extract.who.participants import of_the_line, participants
from timeline.languages.events import DETERMINER
from timeline.model.claim import Claim
from timeline.model.key import content_key
from timeline.model.mention import TimeMention
from timeline.model.participant import Participant


class _Told(NamedTuple):
    """What was made of a happening's words."""

    title: str
    status: tuple[str, bool]
    people: tuple[Participant, ...]
    numbers: tuple[str, ...]
    speaker: str | None = None


def sentence_claims(scene: Scene, number: int, own: Sequence[TimeMention]) -> Iterator[Claim]:
    """A claim for each happening that one of the sentence's times dates."""
    text, sentence = scene.document.text, scene.memory.sentences[number]
    dated = usable(own, text)
    if not dated:
        yield from _undated(scene, number, own)
        return
    if skipped(text, sentence, scene.events):
        return
    said = entry(text, sentence, dated, scene.events)
    cut = parsed(scene, sentence, dated)
    if said is not None and (cut.predicates or not _is_byline(dated[0], scene)):
        yield entry_claim(scene, reading(scene, number, cut), dating(dated[0], None), said)
        return
    told, life = list(happenings(cut, sentence.kind in ("item", "row"))), whose(scene, cut, own)
    if not told and life is None and not brackets(cut):
        return
    read = reading(scene, number, cut)
    days = days_of_a_life(read, own, life) if life is not None else ()
    days = days or told_in_brackets(read, own)
    yield from (_day_claim(scene, read, day) for day in days)
    for happening in told:
        if any(happening.date.start == day.date.start for day in days):
            continue
        made = printed(scene, read, happening)
        if made is not None:
            people = of_the_line(made.participants, made.title, read, happening.one, several=len(told) > 1)
            yield replace(made, participants=people)


def _is_byline(one: TimeMention, scene: Scene) -> bool:
    """The day on which the text was written, told by a line of its own."""
    published = scene.document.published
    return published is not None and published.how == "byline" and one.when == published.when


def _undated(scene: Scene, number: int, own: Sequence[TimeMention]) -> Iterator[Claim]:
    """A deed whose time is told but cannot be placed (`Two months later, …`, with nothing to count from)."""
    sentence = scene.memory.sentences[number]
    loose = unplaced(own)
    if not loose or sentence.kind != "prose":
        return
    said = split(scene, sentence, loose)
    verbs = predicates(said)
    if not any(map(_done, verbs)) or skipped(scene.document.text, sentence, scene.events):
        return
    read = reading(scene, number, parse(said, verbs))
    made = (printed(scene, read, told) for told in happenings(read.parsed, False) if _done(told.one))
    yield from (one for one in made if one is not None)


def _done(one: Predicate) -> bool:
    """A deed of the past."""
    return one.form == "finite" and one.tense == "past" and not one.state and not one.perfect


def printed(scene: Scene, read: Reading, happening: Happening) -> Claim | None:
    """The claim of a happening, if it is worth a line."""
    return printable(claim(scene, read, happening), happening.one, scene, read.parsed)


def claim(scene: Scene, read: Reading, happening: Happening) -> Claim:
    """Put one claim together."""
    one, cut = happening.one, read.parsed
    said_by = speaking(cut, one)
    state = status(cut, one, happening.time, happening.date.mention, scene.today)
    others = happening.taken | happening.aside
    left_out = (happening.taken - _shared(cut, one, happening.taken)) | happening.aside
    left_out |= frozenset(range(*said_by)) if said_by and state[0] != "denied" else frozenset()
    people = participants(read, one, left_out, scene.memory)
    line = title(cut, one, happening.time, happening.taken, happening.aside)
    line = foretold(line, cut, one, happening.date.when, scene.today)
    voice = voiced(scene, read, happening, said_by, Voice(line, people))
    told = _Told(voice.line or whole(cut, one), state, voice.people, _numbers(read, others), voice.speaker)
    return _made(scene, read, one, happening.date, told)


def _shared(cut: Parsed, one: Predicate, others: frozenset[int]) -> frozenset[int]:
    """`Ada Lindt left in 1931 and | returned in 1942`: the subject of both."""
    if not others or one.form != "finite" or min(others) > one.first:
        return frozenset()
    return frozenset(k for k in core(cut, one) if k < one.first)


def entry_claim(scene: Scene, read: Reading, date: Dating, said: str) -> Claim:
    """The claim of a list item or table row."""
    found = read.parsed.predicates
    one = next((k for k in found if k.form == "finite"), None) or next(iter(found), None)
    state = status(read.parsed, one, None, date.mention, scene.today) if one else (_untold(date, scene), False)
    opening, _, after = said.lower().partition(" ")
    does = scene.events.bits.get(after.partition(" ")[0], 0) & DETERMINER  # `Fixed a crash`
    if opening in scene.events.status["planned_adjectives"] and not does:  # `Planned reopening of the line`
        state = ("planned", False)
    asked = one is not None and one.lemma in scene.events.sets["asking"]
    if state[0] != "denied" and not asked and not scene.events.sets["if"].isdisjoint(said.lower().split()):
        state = ("conditional", state[1])
    state = (marked(scene.document.text, read.sentence, scene.events) or state[0], state[1])
    people = participants(read, one, frozenset(), scene.memory)
    verb = read.parsed.sentence.words[one.head] if one is not None else ""
    said = unglued(said, verb, scene.events) if one is not None else said
    told = _Told(shortened(said, verb, scene.events), state, people, _numbers(read, frozenset()))
    return _made(scene, read, one, date, told)


def _day_claim(scene: Scene, read: Reading, day: Day) -> Claim:
    """The claim of a birth or a death that a bracket tells."""
    words, who = read.parsed.sentence, day.who
    start, end = words.starts[who.first], words.ends[who.last - 1]
    person = Participant(who.name, who.kind, "who", start, end, words.text[start:end])
    return _made(scene, read, None, day.date, _Told(day.line, ("reported", False), (person,), ()))


def _untold(date: Dating, scene: Scene) -> str:
    """`Sat 18 Jan: Leeds (h)`: without a verb, by the day."""
    ahead = scene.today is not None and date.when is not None and (date.when.first_day or 0) > scene.today
    return "planned" if ahead else "reported"


def _made(scene: Scene, read: Reading, one: Predicate | None, date: Dating, told: _Told) -> Claim:
    document, sentence, words = scene.document, read.sentence, read.parsed.sentence
    start, end = date.start, date.end
    people, speaker = told.people, told.speaker
    if one is not None and (dates := dated_otherwise(read.parsed, one)) is not one:
        people, speaker = (*people, *whose_date(read, dates, scene.memory)), authority(read.parsed, one)
        one = dates
    first, last = (words.starts[one.head], words.ends[one.head]) if one else (None, None)
    return Claim(
        key=content_key(document.key, sentence.start if start is None else start, end, first, last),
        document=document.key,
        start=sentence.start,
        end=sentence.end,
        quote=document.text[sentence.start : sentence.end],
        title=told.title,
        when=date.when,
        kind=date.kind,
        time_start=start,
        time_end=end,
        time_text="" if start is None else document.text[start:end],
        trigger=one.lemma if one else "",
        trigger_start=first,
        trigger_end=last,
        status=told.status[0],
        negated=told.status[1],
        speaker=speaker,
        participants=people,
        numbers=told.numbers,
        page=document.page(sentence.start),
        provenance=date.provenance,
    )


def _numbers(read: Reading, left_out: frozenset[int]) -> tuple[str, ...]:
    """Counts and measures, without thousands' commas."""
    words, bits = read.parsed.sentence.words, read.parsed.sentence.bits
    if NUMBER not in bits:
        return ()
    found = (words[k].replace(",", "") for k, bit in enumerate(bits) if bit == NUMBER and k not in left_out)
    return tuple(dict.fromkeys(found))
