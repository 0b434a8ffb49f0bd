"""Happenings without a time: a lead has the document's day, an entry that above it, a sequel that told before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.extract.compose import claim, entry_claim, printed
from timeline.extract.line.fitting import LONGEST
from timeline.extract.line.tidy import tidy
from timeline.extract.printing.printable import printable
from timeline.extract.quotations import quoted
from timeline.extract.scene import Happening, Scene, Timed, going_on, of_the_document, parsed, reading
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, NAME, QUOTE, TIME
from timeline.extract.timing.worth import skipped, usable
from timeline.extract.untimed.headed import headed
from timeline.extract.untimed.meeting import resolutions
from timeline.languages.events import ADVERB, DETERMINER, PREPOSITION, SUBORDINATOR
from timeline.model.claim import Claim
from timeline.model.mention import TimeMention
from timeline.temporal.interval import Interval
from timeline.temporal.precision import Precision

_LEAST = 40
"""Signs of a sentence that can lead a document: what is shorter is a byline or a dateline."""
_REACH = 3
"""Sentences on from a dated one that may still tell of the same day."""
_NEAR = 31
"""Days from its own date that a report's lead may name."""
_WHO_TOLD = 7
"""Words of `, the jury in the trial was told`, at most."""
_NEWS = 7
"""Days before its own date of which a document's happenings are its news."""


def untimed(scene: Scene, timed: Timed, claims: Sequence[Claim], *, opens: bool = True) -> Iterator[Claim]:
    """Claims of sentences that hold no time; `opens`: they are the first of the document, so that one may lead it."""
    yield from headed(scene, timed)
    if opens:
        yield from _recorded(scene, timed) if len(scene.memory.sentences) == 1 else _lead(scene, timed, claims)
    held = list(resolutions(scene, timed, claims))
    yield from held
    yield from _continued(scene, timed, claims, frozenset(one.start for one in held))


def _recorded(scene: Scene, timed: Timed) -> Iterator[Claim]:
    """`1962-06-03,The bridge opens`: a record's one sentence, whether in the past or as a headline, has its date."""
    published, (sentence,) = scene.document.published, scene.memory.sentences
    if published is None or published.how != "metadata" or sentence.end - sentence.start > LONGEST:
        return
    if usable(timed.get(0, ()), scene.document.text):
        return
    cut = parsed(scene, sentence, [])
    words = cut.sentence.words
    one = next((k for k in cut.predicates if k.form != "infinitive" and not k.state), None)
    if one is None or one.tense not in ("", "past", "present") or words[-1] == "?":
        return
    if _personal(words, scene) or _elsewhen(words, scene) or not _somebody(words[: one.first] or words[:1], scene):
        return
    date = of_the_document(published, "resolved")
    yield entry_claim(scene, reading(scene, 0, cut), date, tidy(scene.document.text[sentence.start : sentence.end]))


def _lead(scene: Scene, timed: Timed, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The first sentence of some length, when it tells of a deed that no time dates: it happened at the document's."""
    published, text = scene.document.published, scene.document.text
    if published is None or published.when.precision.rank > Precision.DAY.rank:
        return
    for number, sentence in enumerate(scene.memory.sentences):
        if sentence.kind != "prose" or sentence.end - sentence.start < _LEAST or skipped(text, sentence, scene.events):
            continue
        if _dated_far(timed.get(number, ()), scene):
            return
        cut = parsed(scene, sentence, [])
        one = _death(cut, scene) or _deed([clause.finite for clause in cut.clauses if clause.kind == "main"])
        if any(known.start == sentence.start and not _looks_back(known, one, cut) for known in claims):
            return
        if _personal(cut.sentence.words, scene) or _elsewhen(cut.sentence.words, scene):
            return
        if one is not None and _somebody(_subject(cut, one), scene) and not _came_to_light(cut, one):
            date = of_the_document(published, "inherited")
            made = printed(scene, reading(scene, number, cut), Happening(one, date))
            if made is not None:
                yield made
        return


def _looks_back(known: Claim, one: Predicate | None, cut: Parsed) -> bool:
    """`Ada Lindt, who won in 1955, has died`: what only a relative clause tells, of another year."""
    if known.when is None or _is_fine(known.when) or one is None or not one.perfect or one.tense != "present":
        return False
    starts = cut.sentence.starts
    return any(
        k.kind == "rel" and starts[k.first] <= (known.trigger_start or 0) < starts[one.first] for k in cut.clauses
    )


def _death(cut: Parsed, scene: Scene) -> Predicate | None:
    """`The painter Ada Lindt, who has died aged 87, was born in Vik`: what an obituary has to tell."""
    verbs = (clause.finite for clause in cut.clauses if clause.kind == "rel" and clause.finite is not None)
    return next((one for one in verbs if one.perfect and one.lemma in scene.events.sets["dying"]), None)


def _subject(cut: Parsed, one: Predicate) -> list[str]:
    """What stands before the verb; before the relative clause where one stands between: `A man who …, was jailed`."""
    home = cut.clause_of(one.head)
    opening = cut.whole(home.number)[0] if home.first == one.first else home
    return cut.sentence.words[opening.first : min(opening.last, one.first)]


def _dated_far(times: Sequence[TimeMention], scene: Scene) -> bool:
    """Does it tell a day or a month that is not the document's own time, whatever that dates?"""
    today = scene.today or 0
    days = (one.when.first_day for one in usable(times, scene.document.text) if one.when and _is_fine(one.when))
    return any(day is not None and abs(day - today) > _NEAR for day in days)


def _is_fine(when: Interval) -> bool:
    return when.precision.rank <= Precision.MONTH.rank


def _deed(verbs: Sequence[Predicate | None]) -> Predicate | None:
    """The first verb of the main clauses, if it tells of something done: past or perfect, and no state."""
    one = next((verb for verb in verbs if verb is not None), None)
    if one is None or one.state:
        return None
    return one if one.tense == "past" or (one.tense == "present" and one.perfect) else None


def _somebody(subject: Sequence[str], scene: Scene) -> bool:
    """A subject that tells who is meant: not `we`, `it`, nor what always happens."""
    return bool(subject) and scene.events.sets["nobody"].isdisjoint(word.lower() for word in subject)


def _personal(words: Sequence[str], scene: Scene) -> bool:
    """`As we sat by the fire, the ranger …`: somebody's own story, no news."""
    return not scene.events.sets["general"].isdisjoint(word.lower() for word in words)


def _elsewhen(words: Sequence[str], scene: Scene) -> bool:
    """`Earlier, …`, `later`, `often`, `during construction`: at another time, or at many."""
    sets = scene.events.sets
    if not sets["elsewhen"].isdisjoint(word.lower() for word in words):
        return True
    return any(
        word.lower() in sets["during"] and not scene.events.bits.get(after.lower(), 0) & DETERMINER
        for word, after in pairwise(words)
    )


def _came_to_light(cut: Parsed, one: Predicate) -> bool:
    """`She sold the mill in secret, the court heard`, `The jury heard that …`: told now of another time."""
    sets = cut.events.sets
    if one.lemma in sets["hearing"]:
        return True
    if one.perfect:
        return False  # `has denied theft, the court heard`: the news itself
    for told in reversed(cut.predicates):
        if told.head <= one.head or told.form != "finite":
            continue
        light = told.lemma in sets["to_light"] or (told.passive and told.lemma in sets["telling"])
        comma = next((k for k in range(told.first - 1, one.head, -1) if cut.sentence.bits[k] & COMMA), 0)
        rest = cut.sentence.words[told.head + 1 + _told_on(cut, told) :]
        return light and 0 < told.first - comma <= _WHO_TOLD and not any(word[0].isalnum() for word in rest)
    return False


def _told_on(cut: Parsed, told: Predicate) -> int:
    """`it emerged | yesterday`"""
    return 1 if any(bit & (TIME | ADVERB) for bit in cut.sentence.bits[told.head + 1 : told.head + 2]) else 0


def _continued(scene: Scene, timed: Timed, claims: Sequence[Claim], told_of: frozenset[int]) -> Iterator[Claim]:
    """A sentence that goes on, in the past, about a deed: the day of the sentence before.

    In the same paragraph; in a report on what has just happened also in the paragraphs after, a few sentences on.
    """
    sentences, text = scene.memory.sentences, scene.document.text
    by_start = {one.start: one for one in sorted(claims, key=_last_day) if _carries(one)}
    if not by_start:
        return
    told: tuple[int, Claim] | None = None
    for number in range(1, len(sentences)):
        before, sentence = sentences[number - 1], sentences[number]
        if before.start in by_start:
            told = number - 1, by_start[before.start]
        elif number - 1 in timed or before.kind != "prose":
            told = None
        if told is None or number in timed or sentence.kind != "prose" or sentence.start in told_of:
            continue
        at, source = told
        near, fresh = at == number - 1 and before.paragraph == sentence.paragraph, _fresh(scene, source)
        if not near and not (number - at <= _REACH and fresh):
            continue
        told_there = text[sentences[at].start : before.end]
        made = _sequel(scene, number, source, told_there, near and fresh)
        if made is not None and (fresh or _plainly(scene, number, source, told_there)):
            if near and fresh:  # what histories tell sentence after sentence may take months
                by_start[sentence.start] = replace(made, time_start=source.time_start)
            yield made


def _sequel(scene: Scene, number: int, source: Claim, told: str, sure: bool) -> Claim | None:
    """The claim of a sentence that goes on from a source; None when it may well be of another day.

    `sure`: right after fresh news, where `the blaze` needs no naming.
    """
    assert source.when is not None
    sentence = scene.memory.sentences[number]
    if quoted(scene, number, sentence.start):
        return None
    cut = parsed(scene, sentence, [])
    one = next((k for k in cut.predicates if k.form == "finite"), None)
    if one is None or any(bit & QUOTE for bit in cut.sentence.bits[: one.first]):
        return None
    clause = cut.clause_of(one.head)
    if not (_goes_on(one, scene) and clause.kind == "main" and clause.subject_inside):
        return None
    subject = cut.sentence.words[clause.first : one.first]
    definite = sure and len(subject) > 1 and subject[0].lower() in scene.events.sets["the"] and subject[1].islower()
    if not (definite or _same_scene(scene, subject, told)):
        return None
    if _elsewhen(cut.sentence.words, scene) or _came_to_light(cut, one):
        return None
    date = going_on(source.when, source.time_start)._replace(when=_day(source.when))
    made = claim(scene, reading(scene, number, cut), Happening(one, date))
    if made.title.partition(" ")[0].lower() in scene.events.sets["replaced"]:
        return None
    return printable(made, one, scene, cut)


def _day(when: Interval) -> Interval:
    """What goes on may take the day of what began it, not its minute."""
    return when if when.clock is None or when.first_day is None else Interval.of_jdn(when.first_day)


def _plainly(scene: Scene, number: int, source: Claim, told: str) -> bool:
    """Does a history stay in the scene: right after the day itself, nobody new, no `By the end`, `With this, …`?"""
    if source.provenance.basis == "continued":
        return False
    cut = parsed(scene, scene.memory.sentences[number], [])
    verb = next(k for k in cut.predicates if k.form == "finite")
    bits, words = cut.sentence.bits, cut.sentence.words
    if bits[0] & (PREPOSITION | SUBORDINATOR) or verb.lemma in scene.events.sets["beginnings"]:
        return False
    return all(word in told for word, bit in zip(words[: verb.first], bits, strict=False) if bit & NAME)


def _fresh(scene: Scene, source: Claim) -> bool:
    """Is it news to the document: of its own week?"""
    when = source.when
    return (
        scene.today is not None
        and when is not None
        and when.first_day is not None
        and (0 <= scene.today - when.first_day <= _NEWS)
    )


def _same_scene(scene: Scene, subject: Sequence[str], before: str) -> bool:
    """Who was spoken of before, or somebody new in the scene (`two men`, `police`); not another known matter."""
    sets, lower = scene.events.sets, [word.lower() for word in subject]
    if not lower or not sets["general"].isdisjoint(lower):
        return False
    if not sets["replaced"].isdisjoint(lower) or not sets["persons"].isdisjoint(lower):
        return True
    told = before.lower()
    if any(len(word) > 3 and word in told for word in lower):
        return True
    return lower[0] not in sets["the"] and not any(word[:1].isupper() for word in subject[1:])


def _last_day(one: Claim) -> int:
    """Of `resigned on Sunday after a paper revealed on Friday …` the story goes on on Sunday."""
    return one.when.last_day or 0 if one.when is not None else 0


def _carries(one: Claim) -> bool:
    """A day, told of something that was done."""
    when = one.when
    if when is None or when.precision.rank > Precision.DAY.rank:
        return False
    return one.status == "reported" and one.kind == "point" and one.time_start is not None


def _goes_on(one: Predicate, scene: Scene) -> bool:
    """Past, a deed, neither a report nor before the other (`had fled`)."""
    if one.tense != "past" or one.perfect or one.state or one.negated:
        return False
    return one.lemma not in scene.events.report
