"""A language's rules as regexes: one that finds where an expression may begin, and a small one for each beginning.

The trigger consumes the sign before a word, so that `re` can skip to it, and looks ahead for a beginning. What begins so
is tried at that place by one regex of just the rules that may begin so; its last empty group tells the rule. Small
regexes are made when first needed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from timeline.errors import LanguageError
from timeline.languages import Language
from timeline.languages.pattern import expand, references
from timeline.languages.rule import Rule
from timeline.languages.trie import SPACE, trie
from timeline.tag.constructors import MAKERS
from timeline.tag.guards import GUARDS, Guard
from timeline.tag.reading import Fields, Reading


@dataclass(frozen=True, slots=True)
class Family:
    """The rules that share a beginning; the one whose empty group matched last is the one that matched."""

    match: Callable[[str, int], re.Match[str] | None]
    rules: tuple[int, ...]


class Compiled:
    """One language, ready to find. Holds regexes made on demand and nothing of any text."""

    def __init__(self, language: Language, *, post: bool) -> None:
        self.language = language
        self.name = f"{language.code} {post}"
        self.rules = language.rules
        self._check()
        self._heads = {
            head: kept
            for head, numbers in language.heads.items()
            if (kept := tuple(n for n in numbers if post or self.rules[n].genre != "colloquial"))
        }
        self.trigger = re.compile(f"[^a-z0-9](?=({_beginnings(self._heads)}))")
        self.families: dict[str, Family] = {}
        self._by_rules: dict[tuple[int, ...], Family] = {}
        self._fields: dict[int, re.Pattern[str]] = {}
        self._before: dict[str, re.Pattern[str]] = {}

    def family(self, head: str) -> Family:
        """The rules that may begin with these words."""
        found = self.families.get(head)
        if found is None:
            found = self._family(head)
            if len(self.families) < 20_000:
                self.families[head] = found
        return found

    def fields(self, number: int) -> re.Pattern[str]:
        """The rule's own regex, with named groups."""
        pattern = self._fields.get(number)
        if pattern is None:
            pattern = re.compile(expand(self.rules[number].pattern, self.language.lexicon, named=True))
            self._fields[number] = pattern
        return pattern

    def before(self, regex: str) -> re.Pattern[str]:
        """A regex that the text before must, or must not, end with."""
        pattern = self._before.get(regex)
        if pattern is None:
            pattern = self._before[regex] = re.compile(f"(?:{regex})\\Z")
        return pattern

    def make(self, number: int, match: re.Match[str]) -> Reading | tuple[Reading, ...] | None:
        """What the rule takes the words to mean."""
        rule = self.rules[number]
        words = {group: lexicon for lexicon, group in references(rule.pattern)}
        return MAKERS[rule.make](Fields(match, words, rule.fixed, self.language))

    def guard(self, rule: Rule) -> Guard:
        return GUARDS[rule.guard]

    def _family(self, head: str) -> Family:
        words = " ".join(head.split())
        key = "#" if words[:1].isdigit() else words
        found: set[int] = set()
        for begin, numbers in self._heads.items():
            if _begins(key, begin):
                found.update(numbers)
        rules = tuple(sorted(found))
        if not rules:
            return Family(_nothing, ())
        if rules not in self._by_rules:
            lexicon = self.language.lexicon
            branches = [f"{expand(self.rules[n].pattern, lexicon, named=False)}()" for n in rules]
            self._by_rules[rules] = Family(re.compile("|".join(branches)).match, rules)
        return self._by_rules[rules]

    def _check(self) -> None:
        for rule in self.rules:
            if rule.make not in MAKERS:
                raise LanguageError(f"Rule {rule.name}: there is no constructor {rule.make}.", rule=rule.name)
            if rule.guard not in GUARDS:
                raise LanguageError(f"Rule {rule.name}: there is no guard {rule.guard}.", rule=rule.name)


def _nothing(_text: str, _at: int) -> None:
    """What a beginning of no rule matches."""


def _beginnings(heads: Iterable[str]) -> str:
    """A regex of all heads, and of a little more: any weak word before any second word, which keeps it small."""
    first = {head for head in heads if " " not in head and not head.startswith("#")}
    pairs = [head.split(" ", 1) for head in heads if " " in head]
    weak, second = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    return f"[0-9]|(?:{trie(sorted(weak))}{SPACE}{trie(sorted(second))}|{trie(sorted(first))})(?![a-z])"


def _begins(words: str, begin: str) -> bool:
    """Whether a text that begins with `words` may begin with `begin`: the one is the start of the other."""
    if begin.startswith("#"):
        return words == "#"
    if "#" in begin:
        return re.match(re.escape(begin).replace("\\#", "[0-9]").replace("#", "[0-9]"), words) is not None
    return words.startswith(begin) and not words[len(begin) : len(begin) + 1].isalpha()


@lru_cache(maxsize=32)
def compiled(language: Language, *, post: bool = False) -> Compiled:
    """The regexes of a language, made once; with `post`, those rules too that count in posts only."""
    return Compiled(language, post=post)
