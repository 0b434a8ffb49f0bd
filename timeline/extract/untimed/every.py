"""Every deed of a document, also where no sentence tells when: for whoever wants to know all that somebody did.

It happened on the day of another deed of its sentence, or else by the document's day: so a report tells of its news,
and its headline too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.extract.compose import claim
from timeline.extract.scene import Dating, Happening, Scene, going_on, of_the_document, parsed, reading
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.timing.worth import skipped
from timeline.model.claim import Claim
from timeline.model.provenance import Provenance

_TO_COME = ("future", "conditional")


def every(scene: Scene, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Claims of the deeds that no other claim of the document tells of; none for a document without a date."""
    published, text = scene.document.published, scene.document.text
    if published is None:
        return
    usual = of_the_document(published, "inherited")
    told = {(one.trigger_start, one.trigger_end) for one in claims}
    beside = {one.start: _of(one) for one in claims if one.when is not None}
    for number, sentence in enumerate(scene.memory.sentences):
        if skipped(text, sentence, scene.events):
            continue
        cut = parsed(scene, sentence, [])
        read = reading(scene, number, cut)
        for one in cut.predicates:
            span = cut.sentence.starts[one.head], cut.sentence.ends[one.head]
            if _is_deed(one) and span not in told:
                yield claim(scene, read, Happening(one, beside.get(sentence.start, usual)))


def _of(one: Claim) -> Dating:
    """The date of another claim, taken on."""
    if one.when is not None and one.time_start is not None:
        return going_on(one.when, one.time_start)
    return Dating(one.when, "point", Provenance(None, one.provenance.anchor, "continued"))


def _is_deed(one: Predicate) -> bool:
    return one.form in ("finite", "noun") and not one.state and one.tense not in _TO_COME
