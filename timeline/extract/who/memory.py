"""What the document says elsewhere: full names, short forms, and who was spoken of last. Read only when asked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from timeline.extract.sentence import words
from timeline.extract.sentence.words import HARD, POSSESSIVE
from timeline.extract.who.capitals import plain
from timeline.extract.who.compounds import every
from timeline.extract.who.gazetteer import Gazetteer
from timeline.extract.who.gender import given, is_person, titled
from timeline.extract.who.names import Named, names
from timeline.extract.who.surnames import Surnames
from timeline.languages.events import DETERMINER, Events
from timeline.model.mention import TimeMention
from timeline.model.sentence import Sentence

if TYPE_CHECKING:
    from timeline.extract.scene import Reading

_SHORT_FORM = re.compile(r"\((?:the )?[\"“']?([A-Z][A-Za-z&.]{1,20}(?: [A-Z][a-z]{1,20}){0,2})[\"”']?\)")
_LONG_FORM = re.compile(r"(?:[A-ZÀ-Þ][\w&'’.-]{0,30} (?:(?:of|for|and|the|on|in|de) ){0,2}){1,9}$")
_REACH = 120
_OWN = 60
"""A document of which one word in so many is `I` or `we` is somebody's own."""
_PAGES = 1 << 16
"""Characters of it that tell."""


@dataclass(slots=True)
class Memory:
    """Of one document; caches what it has worked out."""

    text: str
    sentences: Sequence[Sentence]
    events: Events
    gazetteer: Gazetteer
    surnames: Surnames
    passage: str = ""
    """What is looked through for other uses of a name: the text, or the passage of a long one that is at hand."""
    timed: Mapping[int, Sequence[TimeMention]] = field(default_factory=dict)
    """Sentence → its times."""
    referents: dict[str, dict[int, str]] = field(default_factory=dict)
    """`males` or `females` → sentence → whom the pronoun that is its subject was found to mean."""
    hero: tuple[str, str] | tuple[()] | None = None
    """Whose life it is, and of which sex, from `life.hero`; empty: nobody's; None: not looked for yet."""
    titled: dict[str, str | None] = field(default_factory=dict)
    """Surname → `males`, `females` or None, by the titles that stand before it anywhere."""
    readings: dict[int, Reading] = field(default_factory=dict)
    """Sentence → how it was read: of the few that were looked back at last, from `roles.read_before`."""
    bodies: dict[str, str] = field(default_factory=dict)
    """`Bank` → `of Vik`, from `in_full`; empty where that is not plain."""
    _named: dict[int, list[Named]] = field(default_factory=dict)
    _short: dict[str, str] | None = None
    _sure: dict[str, bool] = field(default_factory=dict)
    """Single name → does it stand within a sentence, too?"""
    _personal: bool | None = None
    _report: bool | None = None
    _subject: Named | bool | None = False
    """False: not looked for yet."""

    def __post_init__(self) -> None:
        self.passage = self.passage or self.text

    def onward(self, sentences: Sequence[Sentence], passage: str) -> Memory:
        """The memory of the next passage of the same text; whom the document is about and its names are kept."""
        if self.sentences:
            self.subject()
        self.short_forms()
        return replace(
            self, sentences=sentences, passage=passage, referents={}, titled={}, readings={}, _named={}, _report=None
        )

    def is_personal(self) -> bool:
        """Is the document somebody's own story: a diary, a letter, a memoir? Told by the first pages of a long one."""
        if self._personal is None:
            words = self.passage[:_PAGES].split()
            own = sum(word in self.events.sets["writers"] for word in words)
            self._personal = own * _OWN >= len(words)
        return self._personal

    def is_report(self) -> bool:
        """Does any of its times lean on the day of the writing, as those of news do and those of histories do not?"""
        if self._report is None:
            anchors = (mention.anchor for own in self.timed.values() for mention in own)
            self._report = any(anchor is not None and anchor.kind == "document" for anchor in anchors)
        return self._report

    def is_a_name(self, name: str) -> bool:
        """Not `Worse`, which only opens a sentence, nor `CHAPTER SEVEN`; `the judge` is whom a pronoun may mean."""
        if " " in name:
            return not name.isupper()
        if name not in self._sure:
            articles, selves = ("|".join(sorted(self.events.sets[one])) for one in ("single", "selves"))
            within = rf"[\w,;–—] {(bare := re.escape(name))}(?!\w)"
            told = rf"(?<!\w){bare}(?:, (?:{articles}) [^,.;:\n]{{3,60}},| \w+ (?:{selves})\b)"
            inside = re.search(f"{within}|{told}", self.passage)
            self._sure[name] = inside is not None or given(name, self.events) is not None
        return self._sure[name]

    def named(self, number: int) -> list[Named]:
        """The names in a sentence, in order."""
        if number not in self._named:
            sentence = self.sentences[number]
            split = words.split(self.text, sentence.start, sentence.end, (), self.events)
            found = every(split, self.gazetteer)
            self._named[number] = self.resolved(found, split)
        return self._named[number]

    def subject(self) -> Named | None:
        """Whom the document is about: the organisation that opens its first heading, `Hale Works: our history`."""
        if isinstance(self._subject, bool):
            self._subject = self._find_subject()
        return self._subject

    def _find_subject(self) -> Named | None:
        if not self.sentences or self.sentences[0].kind != "heading":
            return None
        heading = self.sentences[0]
        split = words.split(self.text, heading.start, heading.end, (), self.events)
        found = names(split, self.gazetteer)
        if not found or found[0].kind != "organisation" or found[0].known:
            return None
        before = split.bits[: found[0].first]
        ends = found[0].last == len(split) or bool(split.bits[found[0].last] & HARD)
        return found[0] if ends and all(bit & DETERMINER or not bit for bit in before) else None

    def resolved(self, found: Sequence[Named], sentence: words.Words) -> list[Named]:
        """The names of a sentence made whole, in order; nothing of what has a capital and names nobody."""
        whole = sorted((self._whole(one, sentence) for one in found), key=lambda one: (one.first, one.last))
        return [one for one in whole if one.kind != "person" or not plain(sentence, one.first, one.name)]

    def _whole(self, one: Named, sentence: words.Words) -> Named:
        """A short form or bare surname gets the full name that the document gave."""
        meant = self.events.metonyms.get(one.name)
        if meant is not None:
            return Named(one.first, one.last, meant, "country", known=True)
        if one.known and one.kind != "organisation":
            return self._person_of(one, sentence) if one.kind == "place" else one
        full = self.short_forms().get(one.name)
        if full:
            known = self.gazetteer.entries.get(full)
            if known is not None:
                return Named(one.first, one.last, known.name, known.kind, known=True)
            kind = "organisation" if one.kind != "person" or one.name.isupper() else one.kind
            return Named(one.first, one.last, full, kind)
        if one.known or " " in one.name or one.kind in ("place", "group"):
            return one
        led = sentence.words[one.first - 1].lower() if one.first else ""
        if one.name in self.events.organisation and led not in self.events.sets["the"]:
            return one  # `the Danish Army` is no `Red Army`
        subject = self.subject()
        if subject is not None and subject.name.split()[0] == one.name:
            return Named(one.first, one.last, subject.name, subject.kind)
        longer = self.surnames.full(one.name, sentence.starts[one.first])
        if longer == one.name:
            return one
        sexes = titled(sentence.words, one.first, self.events), given(longer, self.events)
        if None in sexes or sexes[0] == sexes[1]:  # `Lord Orrin` is no Jane Orrin
            organised = any(word in self.events.organisation for word in longer.split())
            return Named(one.first, one.last, longer, "organisation" if organised else "person")
        return one

    def _person_of(self, one: Named, sentence: words.Words) -> Named:
        """`Lincoln left the capital`, of a text that tells of an Ada Lincoln: no place, unless it stands as one."""
        before = sentence.words[one.first - 1].lower() if one.first else ""
        owns = one.last < len(sentence) and sentence.bits[one.last] & POSSESSIVE  # `close to Lincoln's tent`
        located = before in self.events.locatives or before in self.events.sets["belonging"]
        if one.last - one.first > 1 or (located and not owns):
            return one
        longer = self.surnames.full(sentence.words[one.first], sentence.starts[one.first])
        known = " " in longer and given(longer, self.events) is not None
        return Named(one.first, one.last, longer, "person") if known else one

    def short_forms(self) -> dict[str, str]:
        """`North Atlantic Treaty Organization (NATO)`, `Ashmere Orchards Limited ("Ashmere")`: short → long."""
        if self._short is None:
            self._short = {}
            for match in _SHORT_FORM.finditer(self.text):
                short = match.group(1)
                long = _LONG_FORM.search(self.text, max(0, match.start() - _REACH), match.start())
                if long and "\n" not in long.group().strip():
                    self._bind(short, " ".join(long.group().split()))
        return self._short

    def _bind(self, short: str, long: str) -> None:
        assert self._short is not None
        if short.isupper() or (short[-1:].isupper() and len(short) <= 6):
            initials = [word[0] for word in long.split() if word[0].isupper()]
            for first in range(len(initials)):
                if "".join(initials[first:]).startswith(short[:1]) and len(initials) - first <= len(short) + 1:
                    capitals = [k for k, word in enumerate(long.split()) if word[0].isupper()]
                    self._short.setdefault(short, " ".join(long.split()[capitals[first] :]))
                    return
        elif long.split(maxsplit=1)[0] == short.split(maxsplit=1)[0] or short in long:
            self._short.setdefault(short, long)

    def last_person(self, number: int, reach: int = 2) -> str | None:
        """Who `he` or `she` is: the only person of the nearest sentence before that names one."""
        for back in range(number - 1, max(-1, number - 1 - reach), -1):
            if self.sentences[back].kind == "heading":
                continue
            people = list(dict.fromkeys(one.name for one in self.named(back) if one.kind == "person"))
            if people:
                return people[0] if len(people) == 1 else None
        return None

    def last_named(self, number: int, name: str, reach: int = 4) -> Named | None:
        """Of a sentence and the few before it, the nearest that names somebody or something so."""
        back = range(number, max(-1, number - 1 - reach), -1)
        return next((one for at in back for one in self.named(at) if one.name == name), None)

    def last_body(self, number: int) -> Named | None:
        """What `it` is: the name that opens the sentence before, if a body or a country; not `the Governor`."""
        if number <= 0 or self.sentences[number - 1].paragraph != self.sentences[number].paragraph:
            return None
        before = self.named(number - 1)
        if not before or before[0].kind not in ("organisation", "country") or before[0].first > 3:
            return None
        return None if is_person(before[0].name.lower(), self.events) else before[0]

    def group(self, number: int, count: int, kind: str, reach: int = 6) -> list[Named]:
        """`the two countries`: the nearest names of that kind before, when exactly as many can be gathered."""
        found: dict[str, Named] = {}
        for back in range(number - 1, max(-1, number - 1 - reach), -1):
            here = {one.name: one for one in self.named(back) if kind in ("any", one.kind) and one.kind != "place"}
            if kind == "any":
                here = {name: one for name, one in here.items() if one.kind in ("country", "organisation")}
            if len(here) == count:
                return list(here.values())
            if here and kind == "any":
                return []  # the two sides are named together, or nobody knows which they are
            found = {**here, **found}
            if len(found) == count:
                return list(found.values())
            if len(found) > count:
                return []
        return []
