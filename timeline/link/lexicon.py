"""Numbers for the words of one collection of claims: each word is looked at once, and known ever after."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.link.words import Deed, Vocabulary, split
from timeline.model.claim import Claim

_CONCERNED = (("who", "whom"), ("about",))
"""Roles of the one who is born or dies: those of the deed first."""
_MARK = "\0"
"""Tells a name from every word."""
Draft = tuple[tuple[int, ...], tuple[int, ...], int, Deed, tuple[str, ...], bool, int]
"""Terms, names, trigger, what it tells of, classes of the title, whether it reports what others say, and whose birth or
death it tells of (-1: nobody's).
"""


class Lexicon(dict[str, int]):
    """Word as written, in small letters → number of its stem; -1: it tells nothing.

    `numbers` (stem → number) is shared by the lexicons of all languages of a collection.
    """

    def __init__(self, words: Vocabulary, numbers: dict[str, int]) -> None:
        super().__init__()
        self._words = words
        self._numbers = numbers
        self._kinds: dict[int, tuple[str, ...]] = {}
        self._names = Names(numbers)
        self._deeds: dict[tuple[str, tuple[str, ...]], tuple[Deed, int]] = {}
        self._dates: dict[str, set[int]] = {"": {-1}}
        self._once: dict[tuple[str, ...], tuple[str, ...]] = {}

    def __missing__(self, word: str) -> int:
        number = -1
        if self._words.tells(word):
            stem = self._words.stem(word)
            number = self._numbers.setdefault(stem, len(self._numbers))
            if stem in self._words.synonyms:
                self._kinds[number] = self._words.synonyms[stem]
        self[word] = number
        return number

    def draft(self, claim: Claim) -> Draft:
        """What linking compares of a claim, before it is known how rare its words are."""
        lower = claim.quote.lower()
        words = split(lower)
        terms = set(map(self.__getitem__, words))
        terms -= self._dates[claim.time_text] if claim.time_text in self._dates else self._of_date(claim.time_text)
        told = self._told(claim.title)
        deed, trigger = self._deeds.get((claim.trigger, told)) or self._deed(claim.trigger, told)
        weak = deed.weak
        names = [self._names[p.name] for p in claim.participants if weak or p.role != "speaker"]
        named = tuple(dict.fromkeys(names)) if len(names) > 1 else tuple(names)
        mortal = self._mortal(claim) if deed.mortal else -1
        return tuple(terms), named, trigger, deed, told, self._words.reports(lower, words), mortal

    def _mortal(self, claim: Claim) -> int:
        """The one person who does or suffers it; -1 where there are several, or nobody."""
        for roles in _CONCERNED:
            told = {p.name for p in claim.participants if p.kind == "person" and p.role in roles}
            if told:
                return self._names[told.pop()] if len(told) == 1 else -1
        return -1

    def _deed(self, trigger: str, told: tuple[str, ...]) -> tuple[Deed, int]:
        """What a trigger tells of, and the number of its stem."""
        deed = self._words.deed(trigger, told)
        number = self._numbers.setdefault(deed.stem, len(self._numbers)) if deed.stem else -1
        return self._deeds.setdefault((trigger, told), (deed, number))

    def _of_date(self, text: str) -> set[int]:
        """The terms of the words that give a date, and what tells nothing."""
        return self._dates.setdefault(text, {-1, *map(self.__getitem__, split(text.lower()))})

    def _told(self, title: str) -> tuple[str, ...]:
        kinds = self._kinds
        told = [kinds[n] for n in set(map(self.__getitem__, split(title.lower()))) if n in kinds]
        if len(told) == 1:
            return told[0]
        all_told = tuple(sorted({kind for some in told for kind in some}))
        return self._once.setdefault(all_told, all_told)


class Names(dict[str, int]):
    """Name → its number, told apart from every word."""

    def __init__(self, numbers: dict[str, int]) -> None:
        super().__init__()
        self._numbers = numbers

    def __missing__(self, name: str) -> int:
        number = self[name] = self._numbers.setdefault(_MARK + name, len(self._numbers))
        return number


def named(short: Mapping[str, str]) -> dict[str, int]:
    """Numbers to begin with: a short name and the full one that it stands for have the same."""
    numbers: dict[str, int] = {}
    for alone, full in short.items():
        numbers[_MARK + alone] = numbers.setdefault(_MARK + full, len(numbers))
    return numbers
