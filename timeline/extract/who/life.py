"""Whose life a document tells: `Maren Holt (3 May 1901 – 9 June 1977) was a painter. … In 1923 she moved to Vik.`"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from timeline.extract.sentence import words
from timeline.extract.sentence.settle import predicates
from timeline.extract.sentence.words import NAME, OPEN
from timeline.extract.who.gender import gender, is_person
from timeline.extract.who.memory import Memory
from timeline.extract.who.names import Named
from timeline.languages.events import DETERMINER, PREPOSITION
from timeline.languages.trie import trie

_BEFORE = 4
"""Words before the name: `The Swedish novelist Maren Holt`."""
_FIRST = 4
"""Sentences of which one tells whose life it is."""
_LEAST = 3
"""Times that a life's pronoun is told."""
_MORE = 3
"""Times as often as that of the other sex."""
_PAGES = 1 << 15
_BRACKET = 14
"""Words of the bracket that holds the days of a life."""
_VERB = 24
"""Words from a name to what the person was."""


def hero(memory: Memory) -> tuple[str, str] | None:
    """Name, and `males` or `females`; None where the document is nobody's life."""
    if memory.hero is None:
        memory.hero = _find(memory) or ()
    return memory.hero or None


def _find(memory: Memory) -> tuple[str, str] | None:
    told = _told(memory)
    if told is None:  # of most texts: no names need be looked for
        return None
    for number in range(min(_FIRST, len(memory.sentences))):
        sentence = memory.sentences[number]
        one = next((name for name in memory.named(number) if name.kind == "person"), None)
        if one is None or " " not in one.name or one.first > _BEFORE:
            continue
        if not memory.events.sets["families"].isdisjoint(one.name.split()):
            return None  # `The House of Ashmere was a family`: nobody of them is it
        if number > 1 and one.name.split()[-1] not in memory.text[memory.sentences[0].start : memory.sentences[0].end]:
            continue
        split = words.split(memory.text, sentence.start, sentence.end, (), memory.events)
        if any(bit & PREPOSITION for bit in split.bits[: one.first]):
            continue  # `With his brother Karl Moe, Maren Holt …`
        whole = sentence.kind != "prose" and one.last >= len(split)
        if whole or _tells_a_life(split, one):
            kind = gender(split.words, one.first, one.name, memory.events) or told
            return (_bare(one.name, memory), kind) if kind == told else None
    return None


def _bare(name: str, memory: Memory) -> str:
    """`Novelist Maren Holt` → `Maren Holt`."""
    first, _, rest = name.partition(" ")
    return rest if " " in rest and is_person(first.lower(), memory.events) else name


def _tells_a_life(split: words.Words, one: Named) -> bool:
    """A bracket with days after the name, or `was a`, `is the`, `has died`."""
    after = one.last
    if after < len(split) and split.bits[after] & OPEN:
        return any(word[:1].isdigit() for word in split.words[after + 1 : after + _BRACKET])
    verbs = [k for k in predicates(split) if k.form == "finite"]
    if any(verb.first < one.first for verb in verbs):
        return False
    for verb in (k for k in verbs if k.first < one.last + _VERB):
        if verb.lemma in split.events.sets["dying"]:
            return True
        noun = split.bits[verb.head + 1] if verb.head + 1 < len(split) else 0
        if verb.lemma in split.events.sets["copula"] and noun & DETERMINER and not noun & NAME:
            return True
    return False


def _told(memory: Memory) -> str | None:
    """The sex of which the text speaks by far the most."""
    males, females = (memory.events.sets[kind] for kind in ("males", "females"))
    told = Counter(_any_of(males | females).findall(f" {memory.passage[:_PAGES].lower()}"))
    count = {"males": sum(told[word] for word in males), "females": sum(told[word] for word in females)}
    for kind, other in (("males", "females"), ("females", "males")):
        if count[kind] >= max(_LEAST, _MORE * count[other]):
            return kind
    return None


@lru_cache(maxsize=16)
def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    """Any of the words, whole, with the sign before it, to which `re` skips."""
    return re.compile(f"[^a-z]({trie(words)})(?![a-z])")
