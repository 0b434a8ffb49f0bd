"""Whether a name is a man's or a woman's, where a title or the given name tells; whether a noun is a person's."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.languages.events import Events


def gender(words: Sequence[str], first: int, name: str, events: Events) -> str | None:
    """`males` or `females`, by the title before the word at `first` or by the given name."""
    return titled(words, first, events) or given(name, events)


def titled(words: Sequence[str], first: int, events: Events) -> str | None:
    """`Mr`, `Lady`, right before a word."""
    before = [word for word in words[max(0, first - 2) : first] if word != "."]
    for kind, titles in (("males", "male_titles"), ("females", "female_titles")):
        if before and before[-1] in events.sets[titles]:
            return kind
    return None


def given(name: str, events: Events) -> str | None:
    """By the first word of a name."""
    first = name.partition(" ")[0]
    for kind, names in (("males", "male_names"), ("females", "female_names")):
        if first in events.sets[names]:
            return kind
    return None


def is_person(word: str, events: Events) -> bool:
    """`appellant`, `driver`, `man`, `nun`; not `letter`."""
    sets = events.sets
    told = word in sets["male_nouns"] or word in sets["female_nouns"] or word in sets["person_nouns"]
    return told or (word.endswith(events.endings["agents"]) and word not in sets["lifeless"])


def single(word: str, events: Events) -> str:
    """`nurses` → `nurse`."""
    return next((word.removesuffix(end) for end in events.endings["plural"] if word.endswith(end)), word)
