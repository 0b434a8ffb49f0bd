"""Words as linking sees them: forms of one word meet, words of one kind of happening share a class."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from timeline import languages
from timeline.model.facts import DocumentFacts

_WORD = re.compile(r"[^\W_]+")
_BLANKED = "".join(chr(code) if chr(code).isalnum() else " " for code in range(128))
VOWELS = frozenset("aeiouyáéíóúàèìòùâêîôûäëïöüаеёиоуыэюя")
SHORTEST = 3
UNDOUBLED = VOWELS | frozenset("lsz")
"""Letters that are double of themselves: `agree`, `kill`, `pass`."""
LONGEST = 40


def split(text: str) -> list[str]:
    """The words of a text, letters and digits alone; plain ASCII takes half the time.

    >>> split("the 'Orbán-era' law"), split("it's 5_a")
    (['the', 'Orbán', 'era', 'law'], ['it', 's', '5', 'a'])
    """
    return text.translate(_BLANKED).split() if text.isascii() else _WORD.findall(text)


@dataclass(frozen=True, slots=True)
class Deed:
    """What a trigger tells of."""

    stem: str
    kinds: frozenset[str]
    """Classes of happening; the stems themselves where none is known."""
    weak: bool
    """One of them is so common that sharing it says little."""
    once: bool
    """One of them seldom comes twice to the same; of those of a single word half at least, for prices fall too."""
    unique: bool = False
    """All of them come once at all."""
    mortal: bool = False
    """One of them comes once to a person."""
    seldom: bool = False
    """One of them seldom comes twice to the same within days."""
    personal: bool = False
    """One of them befalls somebody, and seldom twice within days."""
    empty: bool = False
    """The trigger tells of no happening by itself."""


@dataclass(frozen=True)
class Vocabulary:
    """The `[link]` tables of one language file."""

    endings: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """By their last letter."""
    forms: dict[str, str] = field(default_factory=dict)
    """Irregular form → lemma."""
    stop: frozenset[str] = frozenset()
    """Words that tell nothing about which happening is meant."""
    synonyms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Stem → classes."""
    weak: frozenset[str] = frozenset()
    """Classes so common that sharing one says little."""
    once: frozenset[str] = frozenset()
    """Classes of what seldom comes twice to the same."""
    unique: frozenset[str] = frozenset()
    """Classes of what comes once at all."""
    mortal: frozenset[str] = frozenset()
    """Classes of what comes once to a person."""
    seldom: frozenset[str] = frozenset()
    """Classes of what seldom comes twice to the same within days."""
    personal: frozenset[str] = frozenset()
    """Classes of what seldom befalls one person twice within days."""
    empty: frozenset[str] = frozenset()
    """Stems that tell of no happening by themselves."""
    outcomes: dict[str, frozenset[str]] = field(default_factory=dict)
    """Class → classes of what is of it too where its title tells of both: `shot dead`."""
    others: tuple[str, ...] = ()
    """Words by which a document reports what others say."""
    marks: frozenset[str] = frozenset()
    """A word of each of those."""
    stems: dict[str, str] = field(default_factory=dict)
    """Words met so far: a memory, not a fact."""
    deeds: dict[str, Deed] = field(default_factory=dict)
    """Triggers met so far."""

    def stem(self, word: str) -> str:
        """What the forms of one word have in common, lower-case."""
        known = self.stems.get(word)
        if known is None:
            known = self.stems[word] = self._stem(self.forms.get(word, word))
        return known

    def _stem(self, word: str) -> str:
        return stem(word, self.endings.get(word[-1:], ()))

    def terms(self, text: str) -> list[str]:
        """Stems of the telling words, in order."""
        return [self.stem(word) for word in split(text.lower()) if self.tells(word)]

    def tells(self, word: str) -> bool:
        """It may tell one happening from another."""
        return word not in self.stop and len(word) <= LONGEST

    def deed(self, trigger: str, told: tuple[str, ...]) -> Deed:
        """What a trigger, a lemma, tells of; for a missing or empty one, what its title tells of, or else the empty
        word itself, which says little.
        """
        known = self.deeds.get(trigger)
        if known is None:
            known = self.deeds[trigger] = self._told_by(trigger)
        if not known.kinds or (known.empty and told):
            return self._deed("", told)
        came = {kind for kind in self.outcomes.keys() & told if not self.outcomes[kind].isdisjoint(known.kinds)}
        return self._deed(known.stem, known.kinds | came) if came - known.kinds else known

    def _told_by(self, trigger: str) -> Deed:
        stems = [self._stem(word) for word in split(trigger.lower())]
        telling = [term for term in stems if term not in self.empty]
        if stems and not telling:
            return Deed(" ".join(stems), frozenset(stems), weak=True, once=False, empty=True)
        return self._deed(" ".join(telling), {kind for term in telling for kind in self.synonyms.get(term, (term,))})

    def _deed(self, stem: str, kinds: Collection[str]) -> Deed:
        once = len(self.once.intersection(kinds))
        sure = once > 0 and (not stem or 2 * once >= len(kinds))
        weak, personal = not self.weak.isdisjoint(kinds), not self.personal.isdisjoint(kinds)
        unique = bool(kinds) and self.unique.issuperset(kinds)
        seldom = personal or not self.seldom.isdisjoint(kinds)
        mortal = not self.mortal.isdisjoint(kinds)
        return Deed(stem, frozenset(kinds), weak, sure, unique, mortal, seldom, personal)

    def reports(self, lower: str, words: Iterable[str]) -> bool:
        """Whether a sentence says what others say, so that its document may give two dates of one happening.

        `lower`: the sentence in small letters; `words`: the words of that.
        """
        return not self.marks.isdisjoint(words) and any(map(lower.__contains__, self.others))

    def told(self, title: str) -> tuple[str, ...]:
        """The kinds of happening that any word of a title may tell of."""
        synonyms = self.synonyms
        return tuple(sorted({kind for term in self.terms(title) if term in synonyms for kind in synonyms[term]}))


def stem(word: str, endings: Iterable[tuple[str, str]]) -> str:
    """The word without its ending; what stays has three letters and a vowel; `stopp` becomes `stop`.

    >>> stem("stopping", [("ing", "")]), stem("ring", [("ing", "")]), stem("agreed", [("eed", "ee"), ("ed", "")])
    ('stop', 'ring', 'agree')
    """
    for ending, instead in endings:
        kept = word[: -len(ending)]
        if word.endswith(ending) and len(kept) >= SHORTEST and not VOWELS.isdisjoint(kept):
            word = kept + instead
            if ending[0] in VOWELS and len(word) > SHORTEST and word[-1] == word[-2] and word[-1] not in UNDOUBLED:
                word = word[:-1]
            break
    return word


@lru_cache
def vocabulary(code: str) -> Vocabulary:
    """The words of a language; a language without linking data has no stop words and no classes."""
    return build(languages.load(code).tables.get("link", {})) if code in languages.codes() else Vocabulary()


def words_of(facts: DocumentFacts | None) -> Vocabulary:
    """The words of a document's language; English for a document that nobody described."""
    return vocabulary(facts.language if facts else "en")


def build(table: Any) -> Vocabulary:
    """From a `[link]` table, of the shape that a language file has."""
    told = [(ending, instead) for ending, instead in table.get("endings", ())]
    endings = {ending[-1]: tuple(one for one in told if one[0][-1] == ending[-1]) for ending, _ in told}
    forms = {form: lemma for lemma, names in table.get("forms", {}).items() for form in names}
    classes: dict[str, set[str]] = {}
    for kind, lemmas in table.get("synonyms", {}).items():
        for lemma in lemmas:
            classes.setdefault(stem(lemma, told), set()).add(kind)
    synonyms = {term: tuple(sorted(kinds)) for term, kinds in classes.items()}
    stop = frozenset(table.get("stop", "").split())
    weak, once = frozenset(table.get("weak", ())), frozenset(table.get("once", ()))
    others = tuple(table.get("others", ()))
    empty = frozenset(stem(word, told) for word in table.get("empty", "").split())
    marks = frozenset(max(split(phrase), key=len) for phrase in others)
    names = ("unique", "mortal", "seldom", "personal")
    unique, mortal, seldom, personal = (frozenset(table.get(name, ())) for name in names)
    outcomes = {outcome: frozenset(kinds) for outcome, kinds in table.get("outcomes", {}).items()}
    kinds = (weak, once, unique, mortal, seldom, personal)
    return Vocabulary(endings, forms, stop, synonyms, *kinds, empty, outcomes, others, marks)
