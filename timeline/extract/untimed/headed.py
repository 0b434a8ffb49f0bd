"""Entries under a date: list items under a heading (`## 4 May 1891`), what a diary tells of a day (`4 May. Rain.`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.extract.compose import entry_claim, printed
from timeline.extract.line.fitting import LONGEST
from timeline.extract.line.tidy import tidy
from timeline.extract.scene import Dating, Happening, Scene, Timed, dating, going_on, parsed, reading
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.timing.worth import usable
from timeline.model.claim import Claim

_MARKS = 4
"""Signs beside the date of a heading that is nothing else, at most."""
_ENTRIES = 2
"""Paragraphs that open with a bare date and make a text a diary, whose words are printed as they stand."""
_VERSION = re.compile(r"\[?\bv?[0-9]{1,4}(?:\.[0-9]{1,6}){1,3}[a-z0-9-]{0,8}\]?(?=[\s:,]| ?\()")
"""`## [2.1.0] – 14 September 2023`: what is released has the date of its heading."""


def headed(scene: Scene, timed: Timed) -> Iterator[Claim]:
    """What stands without a time under a heading, an item or a sentence that is a date."""
    yield from _items(scene, timed)
    yield from _entries(scene, timed)
    yield from _parts(scene, timed)


def _parts(scene: Scene, timed: Timed) -> Iterator[Claim]:
    """The prose of parts that several dates head: `## 4 May 1891 | The mill opened.`; a diary is read as `_entries`."""
    sentences = scene.memory.sentences
    heads = {number: date for number in timed if _heads(scene, number) and (date := _bare_date(scene, number, timed))}
    if len(heads) < _ENTRIES or scene.memory.is_personal():
        return
    above: Dating | None = None
    for number, sentence in enumerate(sentences):
        if sentence.kind == "heading" or number in heads:
            above = heads.get(number)
        elif above is not None and sentence.kind == "prose" and not usable(timed.get(number, ()), scene.document.text):
            yield from _of_the_day(scene, number, above, entries=True, first=number - 1 in heads)


def _heads(scene: Scene, number: int) -> bool:
    """A heading, or a sentence that is all of its paragraph."""
    sentences = scene.memory.sentences
    if sentences[number].kind == "heading":
        return True
    beside = (sentences[k].paragraph for k in (number - 1, number + 1) if 0 <= k < len(sentences))
    return sentences[number].kind == "prose" and sentences[number].paragraph not in beside


def _items(scene: Scene, timed: Timed) -> Iterator[Claim]:
    """List items under a heading that is a date (`## 4 May 1891`), or after one (`- Autumn 1789. Riots begin`)."""
    above: Dating | None = None
    opened: tuple[int, Dating] | None = None
    for number, sentence in enumerate(scene.memory.sentences):
        if sentence.kind == "heading":
            above = _bare_date(scene, number, timed)
        elif sentence.kind == "item" and number in timed:
            bare = _bare_date(scene, number, timed)
            opened = (sentence.paragraph, bare) if bare is not None else None
        elif sentence.kind == "item":
            date = opened[1] if opened is not None and opened[0] == sentence.paragraph else above
            if date is not None:
                yield from _as_it_stands(scene, number, date, parsed(scene, sentence, []))


def _entries(scene: Scene, timed: Timed) -> Iterator[Claim]:
    """Paragraphs that open with a sentence that is a date: `June 30th. Moved up to the line. The captain read us …`."""
    sentences = scene.memory.sentences
    opened: dict[int, tuple[int, Dating]] = {}
    for number in timed:
        sentence = sentences[number]
        opens = not number or sentences[number - 1].paragraph != sentence.paragraph
        if sentence.kind == "prose" and opens and (bare := _bare_date(scene, number, timed)) is not None:
            opened[sentence.paragraph] = (number, bare)
    several = len(opened) >= _ENTRIES
    for at, date in opened.values():
        number = at + 1
        while number < len(sentences) and sentences[number].paragraph == sentences[at].paragraph:
            if not usable(timed.get(number, ()), scene.document.text):
                yield from _of_the_day(scene, number, date, entries=several, first=number == at + 1)
            number += 1


def _of_the_day(scene: Scene, number: int, date: Dating, *, entries: bool, first: bool) -> Iterator[Claim]:
    """Of a diary's entry the first sentence as it stands, and so any that leaves out who did it: `Moved up.`"""
    sentence = scene.memory.sentences[number]
    cut = parsed(scene, sentence, [])
    verb = next((one for one in cut.predicates if one.form in ("finite", "participle")), None)
    if verb is None or verb.state or cut.sentence.words[-1] == "?":
        return
    if entries and sentence.end - sentence.start <= LONGEST and (first or not verb.first):
        yield from _as_it_stands(scene, number, date, cut)
    elif verb.tense == "past" and verb.form == "finite":
        assert date.when is not None
        carried = going_on(date.when, date.start, date.kind)
        made = printed(scene, reading(scene, number, cut), Happening(verb, carried))
        if made is not None:
            yield made


def _as_it_stands(scene: Scene, number: int, date: Dating, cut: Parsed) -> Iterator[Claim]:
    """An entry in its own words, if it tells of anything."""
    sentence = scene.memory.sentences[number]
    if cut.predicates:
        said = tidy(scene.document.text[sentence.start : sentence.end])
        yield entry_claim(scene, reading(scene, number, cut), date, said)


def _bare_date(scene: Scene, number: int, timed: Timed) -> Dating | None:
    """The date that a heading, an item or a sentence consists of; the day of the week may stand beside it."""
    text, sentence = scene.document.text, scene.memory.sentences[number]
    own = usable(timed.get(number, ()), text)
    if not own or any(one.when != own[0].when for one in own):
        return None
    words = _VERSION.sub("", text[sentence.start : sentence.end]).strip("# *_:.")
    rest = len(words) - sum(one.end - one.start for one in own)
    return dating(own[0], None) if rest <= _MARKS else None
