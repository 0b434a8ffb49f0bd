"""Happenings without a time of their own: a lead has the document's day, an entry its heading's, a sequel the day before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from timeline.extract import words
from timeline.extract.clauses import Parsed, parse
from timeline.extract.compose import Dating, Scene, claim, dating, entry_claim, named
from timeline.extract.predicates import Predicate
from timeline.extract.worth import skipped, usable
from timeline.extract.title import tidy
from timeline.model.claim import Claim
from timeline.model.mention import TimeMention
from timeline.model.provenance import Provenance
from timeline.model.sentence import Sentence


def untimed(scene: Scene, timed: Mapping[int, Sequence[TimeMention]], claims: Sequence[Claim]) -> Iterator[Claim]:
    """Claims of sentences that hold no time."""
    yield from _headed(scene, timed)
    yield from _lead(scene, timed, claims)


def _headed(scene: Scene, timed: Mapping[int, Sequence[TimeMention]]) -> Iterator[Claim]:
    """List items under a heading that is a date: `## 4 May 1891`."""
    date: Dating | None = None
    sentences = scene.memory.sentences
    for number, sentence in enumerate(sentences):
        if sentence.kind == "heading":
            own = usable(timed.get(number, ()), scene.document.text)
            text = scene.document.text[sentence.start : sentence.end]
            bare = len(own) == 1 and len(text.strip("# *_:.")) - (own[0].end - own[0].start) <= 4
            date = dating(own[0], None) if bare else None
        elif date is not None and sentence.kind == "item" and number not in timed:
            parsed = _parsed(scene, sentence)
            if parsed.predicates:
                said = tidy(scene.document.text[sentence.start : sentence.end])
                yield entry_claim(scene, number, sentence, parsed, date, said)


def _lead(scene: Scene, timed: Mapping[int, Sequence[TimeMention]], claims: Sequence[Claim]) -> Iterator[Claim]:
    """The first sentence that tells of a deed, when it has no date: it happened at the document's."""
    published = scene.document.published
    if published is None or published.when.precision.rank > 4:
        return
    read = 0
    for number, sentence in enumerate(scene.memory.sentences):
        if sentence.kind != "prose" or skipped(scene.document.text, sentence, scene.events):
            continue
        read += 1
        if read > 3 or any(one.start == sentence.start and one.provenance.basis != "stated" for one in claims):
            return
        if number in timed and usable(timed[number], scene.document.text):
            return
        parsed = _parsed(scene, sentence)
        one = _deed(parsed)
        if one is None:
            continue
        basis = "inherited"
        anchor = f"document {published.when.edtf} ({published.how})"
        date = Dating(published.when, "point", Provenance(None, anchor, basis))
        yield claim(scene, number, sentence, parsed, named(scene, parsed), one, None, frozenset(), date)
        return


def _parsed(scene: Scene, sentence: Sentence) -> Parsed:
    return parse(words.split(scene.document.text, sentence.start, sentence.end, (), scene.events), scene.events)


def _deed(parsed: Parsed) -> Predicate | None:
    """The main verb, in the past or the perfect, that is no state: a happening worth a line."""
    for clause in parsed.clauses:
        one = clause.finite
        if clause.kind != "main" or one is None:
            continue
        told = one.tense == "past" or (one.tense == "present" and one.perfect)
        return one if told and not one.state and one.form == "finite" else None
    return None
