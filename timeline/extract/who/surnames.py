"""The full names that a document gives its surnames."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from timeline.extract.who.capitals import compound
from timeline.extract.who.gazetteer import Gazetteer
from timeline.extract.who.gender import given, is_person
from timeline.languages.events import ADVERB, BASE, CLOSED, Events

_FULL_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w'’-]{1,20} (?:[A-Z]\. )?(?:de |la |van |von |bin |al-)?){1,3}$")
_BEFORE_NAME = re.compile(
    r"[A-ZÀ-Þ][\w'’-]{1,20} (?:[A-Z]\. )?(?:(?:de|la|van|von|bin) )?(?=([^\W0-9_a-z][^\W_]{0,40}))"
)
_LETTERS = re.compile(r"[^\W_]+")
_SURNAME = re.compile(r" ((?:(?:de|la|van|von|bin|ap) ){0,2}[A-ZÀ-Þ][\w-]{1,24})")
_APOSTROPHE = re.compile("['’]")
_MOST_NAMES = 1 << 18
_MOST_PLACES = 12


def capitals(text: str) -> dict[str, list[int]]:
    """Name → where the blank before it stands, if a word with a capital comes before it; the first few of each.

    One pass over a text too long to be searched for each of its names.
    """
    found: dict[str, list[int]] = {}
    for match in _BEFORE_NAME.finditer(text):
        places = found.get(match[1])
        if places is not None:
            if len(places) < _MOST_PLACES:
                places.append(match.end() - 1)
        elif len(found) < _MOST_NAMES:
            found[match[1]] = [match.end() - 1]
    return found


@dataclass(slots=True)
class Surnames:
    """Of one document; caches what it has found."""

    text: str
    events: Events
    gazetteer: Gazetteer
    capitals: Mapping[str, Sequence[int]] | None = None
    """Of a long text: where each name with a capital before it stands, from `capitals`; None: the text is searched."""
    _families: dict[str, set[str]] = field(default_factory=dict)
    _soles: dict[str, str] = field(default_factory=dict)
    _full: dict[str, list[tuple[int, list[str]]]] = field(default_factory=dict)

    def full(self, surname: str, at: int) -> str:
        """`Aliyev` → `Ilham Aliyev`, when the document says so anywhere; honorifics are no part of it.

        Of two who bear it, `Ada Moe`, `Karl Moe`, the one that is two of these: named first, most, last before `at`.
        """
        told = self._told(surname)
        if not told:
            return surname
        uses = Counter(before[0] for _, before in told)
        named = [name for name in uses if given(name, self.events) is not None]
        if len(named) < 2:
            return " ".join([*told[0][1], surname])
        last = next((before for place, before in reversed(told) if place < at), told[0][1])
        (most, count), (_, second) = uses.most_common(2)
        votes = Counter([told[0][1][0], last[0], *([most] if count > second else [])])
        name, count = votes.most_common(1)[0]
        whole = next(before for _, before in told if before[0] == name)
        return " ".join([*whole, surname]) if count > 1 else surname

    def sole(self, surname: str) -> str:
        """The given names of the only one who bears a surname; empty where the document tells of two."""
        if surname not in self._soles:
            told = [before for _, before in self._told(surname)]
            alone = bool(told) and all(before[0] == told[0][0] for before in told)
            self._soles[surname] = " ".join(told[0]) if alone else ""
        return self._soles[surname]

    def _told(self, surname: str) -> list[tuple[int, list[str]]]:
        """The names before it, where they stand."""
        if surname not in self._full:
            self._full[surname] = list(islice(self._before(surname), _MOST_PLACES))
        return self._full[surname]

    def family(self, first: str) -> str:
        """The surname of the only one who bears a given name: `Ada` → `Moe`; empty where the document tells of two.

        Not looked for in a text too long to be searched for each of its names.
        """
        if self.capitals is not None:
            return ""
        if first not in self._families:
            self._families[first] = {
                found for at in islice(self.places(first), _MOST_PLACES) if (found := self._after(first, at))
            }
        names = self._families[first]
        return next(iter(names)) if len(names) == 1 else ""

    def _after(self, first: str, at: int) -> str:
        """The name that stands after a given name, where it is one."""
        match = _SURNAME.match(self.text, at + 1 + len(first))
        word = match[1] if match is not None else ""
        events = self.events
        kinds = (events.roles, events.honorifics, events.organisation, events.place, events.common, events.calendar)
        return "" if not word or any(word in kind for kind in kinds) or self._plain(word) else word

    def _before(self, surname: str) -> Iterator[tuple[int, list[str]]]:
        """The names that stand before a surname, use by use, and where."""
        for at in self.places(surname):
            end = at + 1 + len(surname)
            match = _FULL_NAME.search(self.text, max(0, at - 40), at + 1)
            if match and not self.text[end : end + 1].isalnum() and "\n" not in match.group():
                before = self._given(match.group().split())
                if before:
                    yield at, before

    def places(self, surname: str) -> Iterator[int]:
        """Where the blank before a surname stands, in order."""
        word = " " + surname
        if self.capitals is not None:
            first = _LETTERS.match(surname)
            known = self.capitals.get(first.group(), ()) if first else ()
            yield from (at for at in known if self.text.startswith(word, at))
            return
        at = self.text.find(word)
        while at >= 0:
            yield at
            at = self.text.find(word, at + len(word))

    def _given(self, words: list[str]) -> list[str]:
        """What of the capitals before a surname is part of the name: not whose he is, his title, his country."""
        events = self.events
        titles = (events.roles, events.honorifics, events.sets["mountains"])  # `Fort Moe` is no Moe
        ends = (
            at for at, word in enumerate(words) if word.endswith(("'s", "’s")) or any(word in kind for kind in titles)
        )
        owner = max(ends, default=-1)
        own = [
            word
            for word in words[owner + 1 :]
            if word not in events.honorifics and word not in events.common and not self._plain(word)
        ]
        while own and (self._foreign(own[0], len(own)) or self._described(own)):
            own.pop(0)
        return own if len(own) <= 3 else []

    def _foreign(self, word: str, count: int) -> bool:
        """A country or body before a name: `Finnish Virta`, `US Hugh Pelham`; not the given name of `Jordan Pelham`."""
        entity = self.gazetteer.entries.get(word)
        if entity is None:
            return False
        other = entity.kind == "country" and given(word, self.events) is None
        return other or entity.people or word.isupper() or (count > 1 and entity.kind != "person")

    def _described(self, words: list[str]) -> bool:
        """What he is before his name: `Advisor | John Moe`, `US-born | Ada Moe`, `European | Elvis`."""
        noun = words[0].lower()
        plain = is_person(noun, self.events) and given(words[0], self.events) is None
        plain = plain and (len(words) > 1 or noun in self.events.sets["person_nouns"] or f" {noun} " in self.text)
        return compound(words[0]) or words[0] in self.events.sets["continental"] or plain

    def _plain(self, word: str) -> bool:
        """Is it a word of the language that only has a capital because it opens a sentence?"""
        lower = word.lower()
        if given(word, self.events) is not None:
            return False  # `Mark Holm`
        known = self.events.bits.get(_APOSTROPHE.split(lower)[0], 0) & (CLOSED | ADVERB | BASE)
        sets = self.events.sets
        plain = lower in self.events.nouns or lower in sets["bodies"] or lower in sets["hours"]
        plain = plain or lower.endswith(self.events.endings["ing"])  # `Recalling Ada`
        return bool(known) or plain or word in self.events.calendar
