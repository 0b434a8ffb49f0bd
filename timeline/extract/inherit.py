"""Happenings without a time of their own: a lead has the document's day, an entry its heading's, a sequel the day before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from timeline.extract import words
from timeline.extract.clauses import Parsed, parse
from timeline.extract.compose import Dating, Scene, claim, dating, entry_claim, named
from timeline.extract.predicates import Predicate
from timeline.extract.title import tidy
from timeline.extract.words import QUOTE
from timeline.extract.worth import skipped, usable
from timeline.model.claim import Claim
from timeline.model.mention import TimeMention
from timeline.model.provenance import Provenance
from timeline.model.sentence import Sentence
from timeline.temporal.precision import Precision

_NOBODY = frozenset(
    ["i", "we", "you", "my", "our", "it", "there", "this", "that", "always", "never", "often", "he", "she", "they"]
)


def untimed(scene: Scene, timed: Mapping[int, Sequence[TimeMention]], claims: Sequence[Claim]) -> Iterator[Claim]:
    """Claims of sentences that hold no time."""
    yield from _headed(scene, timed)
    yield from _lead(scene, timed, claims)
    yield from _continued(scene, timed, claims)


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
    if published is None or published.when.precision.rank > Precision.DAY.rank:
        return
    for number, sentence in enumerate(scene.memory.sentences):
        if (
            sentence.kind != "prose"
            or sentence.end - sentence.start < 40
            or skipped(scene.document.text, sentence, scene.events)
        ):
            continue
        if number in timed and usable(timed[number], scene.document.text):
            return
        parsed = _parsed(scene, sentence)
        one = _deed(parsed)
        if one is not None:
            anchor = f"document {published.when.edtf} ({published.how})"
            date = Dating(published.when, "point", Provenance(None, anchor, "inherited"))
            yield claim(scene, number, sentence, parsed, named(scene, parsed), one, None, frozenset(), date)
        return


def _continued(scene: Scene, timed: Mapping[int, Sequence[TimeMention]], claims: Sequence[Claim]) -> Iterator[Claim]:
    """A sentence that goes on in the same paragraph, in the past, about a deed: the day of the sentence before."""
    sentences = scene.memory.sentences
    by_start = {one.start: one for one in claims if _carries(one)}
    for number in range(1, len(sentences)):
        before, sentence = sentences[number - 1], sentences[number]
        if number in timed or sentence.kind != "prose" or before.paragraph != sentence.paragraph:
            continue
        source = by_start.get(before.start)
        if source is None or source.when is None:
            continue
        parsed = _parsed(scene, sentence)
        one = _sequel(parsed, scene)
        if one is not None:
            anchor = f"mention {source.when.edtf} at {source.time_start}"
            date = Dating(source.when, "point", Provenance(None, anchor, "continued"))
            yield claim(scene, number, sentence, parsed, named(scene, parsed), one, None, frozenset(), date)


def _carries(one: Claim) -> bool:
    """A day, told of something that was done."""
    when = one.when
    return (
        when is not None
        and when.precision.rank <= Precision.DAY.rank
        and one.status == "reported"
        and one.kind == "point"
    )


def _sequel(parsed: Parsed, scene: Scene) -> Predicate | None:
    """Its first verb: past, a deed, neither a report nor before the other (`had fled`)."""
    first = next((one for one in parsed.predicates if one.form == "finite"), None)
    if first is None or first.tense != "past" or first.perfect or first.state or first.negated:
        return None
    clause = parsed.clause_of(first.head)
    if clause.kind != "main" or first.lemma in scene.events.report or first.first == clause.first:
        return None
    return None if any(bit & QUOTE for bit in parsed.sentence.bits[: first.first]) else first


def _parsed(scene: Scene, sentence: Sentence) -> Parsed:
    return parse(words.split(scene.document.text, sentence.start, sentence.end, (), scene.events), scene.events)


def _deed(parsed: Parsed) -> Predicate | None:
    """The main verb, in the past or the perfect, that is no state: a happening worth a line."""
    for clause in parsed.clauses:
        one = clause.finite
        if clause.kind != "main" or one is None:
            continue
        told = one.tense == "past" or (one.tense == "present" and one.perfect)
        subject = {word.lower() for word in parsed.sentence.words[clause.first : one.first]}
        return one if told and not one.state and one.first > clause.first and not subject & _NOBODY else None
    return None
