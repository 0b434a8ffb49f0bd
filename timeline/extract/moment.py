"""When a happening at a place of the text was: its own time, that of the sentence before, the lead's day, or the document's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from timeline.extract import words
from timeline.extract.attach import time_of
from timeline.extract.clauses import parse
from timeline.extract.compose import Scene
from timeline.extract.predicates import Predicate
from timeline.extract.worth import usable
from timeline.model.mention import TimeMention
from timeline.temporal.precision import Precision

LEAD = 3
"""Prose sentences that may tell the day of the news."""
FRESH = 3
"""Days before the document's date that news are still told on."""


def moment(scene: Scene, timed: Mapping[int, Sequence[TimeMention]], offset: int) -> TimeMention | None:
    """The time of the happening whose word stands at `offset`; None: no time but the document's own."""
    sentences = scene.memory.sentences
    number = bisect_right([sentence.start for sentence in sentences], offset) - 1
    if number < 0 or offset >= sentences[number].end:
        return None
    sentence = sentences[number]
    own = usable(timed.get(number, ()), scene.document.text)
    parsed = parse(words.split(scene.document.text, sentence.start, sentence.end, own, scene.events), scene.events)
    word = bisect_right(parsed.sentence.starts, offset) - 1
    if word < 0:
        return None
    time = time_of(parsed, word, scene.events)
    if time is not None:
        return parsed.sentence.times[time]
    one = next((known for known in parsed.predicates if known.first <= word <= known.head), None)
    if one is None or one.form == "noun":
        return told_before(scene, timed, number, parsed.sentence.words[word])
    if not _told_past(one) or one.lemma in scene.events.report:
        return None
    carried = None if own else sequel(scene, timed, number, one)
    return carried or lead_day(scene, timed)


def told_before(scene: Scene, timed: Mapping[int, Sequence[TimeMention]], number: int, noun: str) -> TimeMention | None:
    """`the bombing`, named again: the time that the same noun was given in a sentence before."""
    text, lemma = scene.document.text, scene.events.lemma(noun.lower())
    if not noun[0].islower() or len(lemma) < 5:
        return None
    for earlier in range(number):
        sentence = scene.memory.sentences[earlier]
        own = usable(timed.get(earlier, ()), text)
        if not own or lemma not in text[sentence.start : sentence.end].lower():
            continue
        parsed = parse(words.split(text, sentence.start, sentence.end, own, scene.events), scene.events)
        for one in parsed.predicates:
            if one.form == "noun" and one.lemma == lemma:
                time = time_of(parsed, one.head, scene.events)
                if time is not None:
                    return parsed.sentence.times[time]
    return None


def _told_past(one: Predicate) -> bool:
    return one.form == "finite" and one.tense == "past" and not one.perfect


def sequel(scene: Scene, timed: Mapping[int, Sequence[TimeMention]], number: int, one: Predicate) -> TimeMention | None:
    """The last time of the sentence before in the paragraph: the story goes on; a remark about it does not."""
    sentences = scene.memory.sentences
    if (
        number == 0
        or one.lemma in scene.events.report
        or sentences[number - 1].paragraph != sentences[number].paragraph
    ):
        return None
    before = usable(timed.get(number - 1, ()), scene.document.text)
    return before[-1] if before else None


def lead_day(scene: Scene, timed: Mapping[int, Sequence[TimeMention]]) -> TimeMention | None:
    """The day that the first sentences tell, when it lies just before the document's: the day of the news."""
    today, seen = scene.today, 0
    if today is None:
        return None
    for number, sentence in enumerate(scene.memory.sentences):
        if sentence.kind != "prose" or sentence.end - sentence.start < 40:
            continue
        for mention in usable(timed.get(number, ()), scene.document.text):
            when = mention.when
            if when is None or when.precision.rank > Precision.DAY.rank or when.first_day is None:
                continue
            if 0 <= today - when.first_day <= FRESH:
                return mention
        seen += 1
        if seen == LEAD:
            return None
    return None
