"""A language's rules as regexes: one that finds where an expression may begin, and a small one for each beginning.

The trigger consumes the sign before a word, so that `re` can skip to it, and looks ahead for a beginning. What begins
so is tried at that place by one regex of just the rules that may begin so; its last empty group tells the rule. Small
regexes are made when first needed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache

from timeline.errors import LanguageError
from timeline.languages import Language
from timeline.languages.pattern import NUMERAL, expand, numerals, references
from timeline.languages.pruned import Pruner
from timeline.languages.rule import Rule
from timeline.tag.beginnings import beginnings
from timeline.tag.constructors import MAKERS
from timeline.tag.guards import GUARDS, Guard
from timeline.tag.lead import endings_of
from timeline.tag.reading import Fields, Reading

_MOST_FAMILIES = 20_000
_FREQUENT = 2_500
"""Tries after which a regex of all rules of a family pays: making one takes as long as it spares in so many."""


class Reader:
    """One rule, ready to read: its regex with named groups is made when first needed."""

    def __init__(self, number: int, rule: Rule, language: Language) -> None:
        self.number = number
        self.rule = rule
        self.free = _free(rule)
        self.kept: dict[str, tuple[Reading, ...] | None] = {}
        """Folded words → what they were read as before."""
        self.language = language

    @cached_property
    def fields(self) -> re.Pattern[str]:
        """The rule's own regex, with named groups."""
        return re.compile(expand(self.rule.pattern, self.language.lexicon, named=True))

    @cached_property
    def _words(self) -> dict[str, str]:
        return {group: lexicon for lexicon, group in references(self.rule.pattern)}

    def make(self, match: re.Match[str]) -> Reading | tuple[Reading, ...] | None:
        """What the rule takes the words to mean."""
        return MAKERS[self.rule.make](Fields(match, self._words, self.rule.fixed, self.language))


class Family:
    """The rules that some beginnings share. A frequent one gets a regex of what its rules may match that begins so."""

    __slots__ = ("_tried", "heads", "match", "readers")

    def __init__(self, readers: tuple[Reader, ...]) -> None:
        self.readers = readers
        self.heads: set[str] = set()
        """The beginnings; no more come in once there is a regex."""
        self.match: Callable[[str, int], re.Match[str] | None] | None = None if readers else _nothing
        """Of all rules at once: the number of the last group tells the rule. None: try them one by one, by `first`."""
        self._tried = 0

    def first(self, folded: str, at: int) -> tuple[re.Match[str], Reader] | None:
        """The first rule that matches, found one by one."""
        self._tried += 1
        if self._tried == _FREQUENT:
            self.close()
        for reader in self.readers:
            match = reader.fields.match(folded, at)
            if match is not None:
                return match, reader
        return None

    def close(self) -> None:
        """Make the regex, of these beginnings only."""
        pruner = Pruner(self.readers[0].language.lexicon, self.heads)
        kept = [(regex, reader) for reader in self.readers if (regex := pruner.regex(reader.rule.pattern))]
        self.readers = tuple(reader for _, reader in kept)
        self.match = re.compile("|".join(f"{regex}()" for regex, _ in kept)).match if kept else _nothing


class Compiled:
    """One language, ready to find. Holds regexes made on demand and nothing of any text."""

    def __init__(self, language: Language, *, post: bool) -> None:
        self.language = language
        self.rules = language.rules
        self._check()
        self.readers = tuple(Reader(number, rule, language) for number, rule in enumerate(self.rules))
        self.lead = endings_of(language)
        self.trail = tuple(language.trail)
        self._numerals = numerals(language.lexicon)
        made = beginnings(language)
        self._heads = made.heads
        self._aside = frozenset(n for n, rule in enumerate(self.rules) if rule.genre == "colloquial" and not post)
        self.trigger = re.compile(made.of_posts if post else made.regex)
        self.families = _Families(self._family)
        self._by_rules: dict[tuple[int, ...], Family] = {}
        self._before: dict[str, re.Pattern[str]] = {}

    def before(self, regex: str) -> re.Pattern[str]:
        """A regex that the text before must, or must not, end with."""
        pattern = self._before.get(regex)
        if pattern is None:
            pattern = self._before[regex] = re.compile(f"(?:{regex})\\Z")
        return pattern

    def guard(self, rule: Rule) -> Guard:
        return GUARDS[rule.guard]

    def head(self, beginning: str) -> str:
        """A beginning as it was found, in the spelling of heads."""
        return _normal(beginning, self._numerals)

    def _family(self, beginning: str) -> Family:
        key = self.head(beginning)
        found = {number for begin in _begins(key) for number in self._heads.get(begin, ())}
        rules = tuple(sorted(found - self._aside))
        family = self._by_rules.get(rules)
        if family is None or (rules and family.match is not None):
            family = self._by_rules[rules] = Family(tuple(self.readers[n] for n in rules))
        family.heads.add(key)
        return family

    def _check(self) -> None:
        for rule in self.rules:
            if rule.make not in MAKERS:
                raise LanguageError(f"Rule {rule.name}: there is no constructor {rule.make}.", rule=rule.name)
            if rule.guard not in GUARDS:
                raise LanguageError(f"Rule {rule.name}: there is no guard {rule.guard}.", rule=rule.name)


class _Families(dict[str, Family]):
    """Beginning as written → the rules that may begin so, found when first asked for."""

    def __init__(self, find: Callable[[str], Family]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, head: str) -> Family:
        if len(self) >= _MOST_FAMILIES:
            self.clear()
        family = self[head] = self._find(head)
        return family


def _nothing(_text: str, _at: int) -> None:
    """What a beginning of no rule matches."""


def _free(rule: Rule) -> bool:
    """Whether it counts wherever it stands."""
    return not (
        rule.forbids_char or rule.cased or rule.after or rule.not_after or rule.needs or rule.forbids or rule.guard
    )


_WORD = re.compile("[a-z]+")
_DIGITS = re.compile("[0-9]+")
_PARTED = re.compile(r"\A#([.,])#(?:[.,]#)*")


def _begins(words: str) -> Iterator[str]:
    """All that a text which begins with `words` may be said to begin with: whole words from its start on."""
    if words[0] == "#":
        yield words
        if words[-1] == "." and words[-2].isalpha():  # `3 Jan. 1939` may be read by rules of `3 Jan 1939`
            yield words[:-1]
        if words[1:2] in (".", ","):
            yield from (words[:2], words[:2] + "#")
        if not words[1:2].isalpha():
            yield "#"
        return
    for end in range(1, len(words) + 1):
        if not (words[end - 1].isalpha() and words[end : end + 1].isalpha()):
            yield words[:end]


def _normal(head: str, spelled: frozenset[str]) -> str:
    """A found beginning in the spelling of heads: digits are `#`, spelled numbers `NUMERAL`, blanks one."""
    words = _WORD.sub(lambda word: NUMERAL if word[0] in spelled else word[0], " ".join(head.split()))
    return _PARTED.sub(r"#\1#", _DIGITS.sub("#", words))


@lru_cache(maxsize=32)
def compiled(language: Language, *, post: bool = False) -> Compiled:
    """The regexes of a language, made once; with `post`, those rules too that count in posts only."""
    return Compiled(language, post=post)
