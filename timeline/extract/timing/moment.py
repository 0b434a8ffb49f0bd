"""When a happening at a place of the text was: its own time, that of the sentence before, or the day of the news."""

from __future__ import annotations

from bisect import bisect_right

from timeline.extract.scene import Scene, Timed, parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.timing.attach import time_of
from timeline.extract.timing.worth import usable
from timeline.model.mention import TimeMention
from timeline.temporal.precision import Precision

LEAD = 3
"""Prose sentences that may tell the day of the news."""
FRESH = 3
"""Days before the document's date that news are still told on."""
_NOUN = 5
"""Letters of a noun that is worth looking for in the sentences before."""


def moment(scene: Scene, timed: Timed, offset: int) -> TimeMention | None:
    """The time of the happening whose word stands at `offset`; None: no time but the document's own."""
    sentences = scene.memory.sentences
    number = bisect_right([sentence.start for sentence in sentences], offset) - 1
    if number < 0 or offset >= sentences[number].end:
        return None
    own = usable(timed.get(number, ()), scene.document.text)
    cut = parsed(scene, sentences[number], own)
    word = bisect_right(cut.sentence.starts, offset) - 1
    time = time_of(cut, word) if word >= 0 else None
    if time is not None:
        return cut.sentence.times[time]
    one = next((known for known in cut.predicates if known.first <= word <= known.head), None)
    if one is None or one.form == "noun":
        return told_before(scene, timed, number, cut.sentence.words[max(word, 0)])
    if not _told_past(one) or one.lemma in scene.events.report:
        return None
    carried = None if own else sequel(scene, timed, number)
    return carried or lead_day(scene, timed)


def _told_past(one: Predicate) -> bool:
    return one.form == "finite" and one.tense == "past" and not one.perfect


def told_before(scene: Scene, timed: Timed, number: int, noun: str) -> TimeMention | None:
    """`the bombing`, named again: the time that the same noun was given in a sentence before."""
    text, lemma = scene.document.text, scene.events.lemma(noun.lower())
    if not noun[0].islower() or len(lemma) < _NOUN:
        return None
    for earlier in range(number):
        sentence = scene.memory.sentences[earlier]
        own = usable(timed.get(earlier, ()), text)
        if not own or lemma not in text[sentence.start : sentence.end].lower():
            continue
        cut = parsed(scene, sentence, own)
        for one in cut.predicates:
            time = time_of(cut, one.head) if one.form == "noun" and one.lemma == lemma else None
            if time is not None:
                return cut.sentence.times[time]
    return None


def sequel(scene: Scene, timed: Timed, number: int) -> TimeMention | None:
    """The last time of the sentence before in the paragraph: the story goes on."""
    sentences = scene.memory.sentences
    if number == 0 or sentences[number - 1].paragraph != sentences[number].paragraph:
        return None
    before = usable(timed.get(number - 1, ()), scene.document.text)
    return before[-1] if before else None


def lead_day(scene: Scene, timed: Timed) -> TimeMention | None:
    """The day that the first sentences tell, when it lies just before the document's: the day of the news."""
    today, seen = scene.today, 0
    if today is None:
        return None
    for number, sentence in enumerate(scene.memory.sentences):
        if sentence.kind != "prose" or sentence.end - sentence.start < 40:
            continue
        for mention in usable(timed.get(number, ()), scene.document.text):
            when = mention.when
            if when is None or when.first_day is None or when.precision.rank > Precision.DAY.rank:
                continue
            if 0 <= today - when.first_day <= FRESH:
                return mention
        seen += 1
        if seen == LEAD:
            return None
    return None
