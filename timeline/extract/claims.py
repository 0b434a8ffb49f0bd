"""A document → its claims."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from timeline.extract.compose import sentence_claims
from timeline.extract.printing.alone import alone
from timeline.extract.scene import Scene
from timeline.extract.untimed.every import every
from timeline.extract.untimed.inherit import untimed
from timeline.extract.who.gazetteer import Gazetteer, builtin
from timeline.extract.who.in_full import in_full
from timeline.extract.who.memory import Memory
from timeline.extract.who.surnames import Surnames
from timeline.extract.written import written
from timeline.languages import Language
from timeline.languages.events import Events
from timeline.model.claim import Claim
from timeline.model.document import Document
from timeline.model.mention import TimeMention
from timeline.model.sentence import Sentence


def extract(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[TimeMention],
    language: Language,
    gazetteer: Gazetteer | None = None,
    *,
    whole: bool = False,
) -> tuple[Claim, ...]:
    """The claims of a document, in the order of its text.

    `document.published` is the date that the document has, however it was found: without it nothing is inherited.
    A sentence without a time is read only when it leads the document, stands under a dated heading, or plainly goes
    on from the sentence before it; `whole`: every deed of every sentence is a claim, dated by the document where it
    has no better date. `gazetteer`: from `extract.gazetteer.load`, for a user's own names.
    """
    return told(scene_of(document, sentences, language, gazetteer), mentions, whole=whole)


def told(
    scene: Scene, mentions: Sequence[TimeMention], *, whole: bool = False, opens: bool = True
) -> tuple[Claim, ...]:
    """The claims of the scene's sentences; `opens`: they are the first of the document, so that one may lead it."""
    sentences = scene.memory.sentences
    timed = timed_sentences(sentences, mentions)
    scene.memory.timed = timed
    claims: list[Claim] = []
    days = written(timed)
    for number, own in timed.items():
        sentence = sentences[number]
        if sentence.kind != "heading":
            day = days.get(number, scene.today)
            claims.extend(sentence_claims(scene if day == scene.today else replace(scene, today=day), number, own))
    claims.extend(untimed(scene, timed, claims, opens=opens))
    placed = {one.trigger_start for one in claims if one.when is not None}
    claims = [one for one in claims if one.when is not None or one.trigger_start not in placed]
    if whole:
        claims.extend(every(scene, tuple(claims)))
    else:
        rows = {sentence.start for sentence in sentences if sentence.kind == "row"}
        claims = [one for one in claims if one.start in rows or not alone(one, scene)]
    claims = [in_full(one, scene.memory) for one in claims]
    return tuple(sorted(claims, key=lambda one: (one.start, one.time_start or one.start, one.key)))


def scene_of(
    document: Document, sentences: Sequence[Sentence], language: Language, gazetteer: Gazetteer | None = None
) -> Scene:
    """What every claim of the document needs."""
    events: Events = language.events
    names = gazetteer or builtin(language.code)
    memory = Memory(document.text, sentences, events, names, Surnames(document.text, events, names))
    when = document.published.when if document.published is not None else None
    return Scene(document, events, memory, when.last_day if when is not None else None)


def timed_sentences(sentences: Sequence[Sentence], mentions: Sequence[TimeMention]) -> dict[int, list[TimeMention]]:
    """Each sentence that has a mention, by number."""
    timed: dict[int, list[TimeMention]] = {}
    starts = [sentence.start for sentence in sentences]
    for mention in mentions:
        number = bisect_right(starts, mention.start) - 1
        if number >= 0 and mention.start < sentences[number].end:
            timed.setdefault(number, []).append(mention)
    return timed
