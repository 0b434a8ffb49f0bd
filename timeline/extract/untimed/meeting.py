"""Minutes: what a meeting resolved without a date of its own happened on the day of the meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.extract.compose import printed
from timeline.extract.scene import Happening, Scene, Timed, of_the_document, parsed, reading
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.timing.worth import dates_nothing, usable
from timeline.model.claim import Claim
from timeline.temporal.precision import Precision

_TOP = 8
"""Sentences of which one says that these are minutes."""


def resolutions(scene: Scene, timed: Timed, claims: Sequence[Claim]) -> Iterator[Claim]:
    """`The committee agreed to buy a pump`, `It was resolved that …`: dated by the meeting, marked inherited.

    Unless the verb has a time of its own, or is one of the `claims`.
    """
    published, text = scene.document.published, scene.document.text
    if published is None or published.when.precision.rank > Precision.DAY.rank or not is_minutes(scene):
        return
    date = of_the_document(published, "inherited")
    told = {one.trigger_start for one in claims}
    for number, sentence in enumerate(scene.memory.sentences):
        if sentence.kind in ("heading", "row"):
            continue
        cut = parsed(scene, sentence, usable(timed.get(number, ()), text))
        one = _resolved(cut, scene)
        if one is not None and cut.sentence.starts[one.head] not in told:
            made = printed(scene, reading(scene, number, cut), Happening(one, date))
            if made is not None:
                yield made


def is_minutes(scene: Scene) -> bool:
    """Does its top call it the minutes of a meeting?"""
    sets, text = scene.events.sets, scene.document.text
    top = (text[one.start : one.end].lower().split() for one in scene.memory.sentences[:_TOP])
    return any(not sets["minutes"].isdisjoint(words) and not sets["meetings"].isdisjoint(words) for words in top)


def _resolved(cut: Parsed, scene: Scene) -> Predicate | None:
    """The first verb of the sentence, if it is what a meeting does; not `had been agreed` before it."""
    one = next((verb for verb in cut.predicates if verb.form == "finite"), None)
    if one is None or one.perfect or one.tense != "past":
        return None
    clause = cut.clause_of(one.head)
    if any(clause.first <= time < clause.last and not dates_nothing(cut, time) for time in cut.sentence.times):
        return None
    return one if one.lemma in scene.events.sets["resolving"] else None
