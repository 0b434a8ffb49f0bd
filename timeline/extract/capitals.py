"""What runs of capitals look like: titles of a see, battles, acronyms, compounds."""

from __future__ import annotations

import re

from timeline.extract.words import Words

_NEAR = 1 << 14
"""Characters before and after a word that are looked through."""


def seat(sentence: Words, first: int, last: int) -> bool:
    """`the Bishop of Vik`: one person, not a title and a place."""
    words, sets = sentence.words, sentence.events.sets
    return last - first > 2 and words[first] in sets["seats"] and words[first + 1] in sets["of"]


def deed(sentence: Words, first: int, last: int) -> int:
    """`the Second Battle | of Vik`, `Operation | Heron`: the end of what tells that it is no actor; 0: it may be."""
    sets = sentence.events.sets
    head = first + (sentence.words[first] in sets["leading"])
    return head + 1 if head < last and sentence.words[head] in sets["deeds"] else 0


def acronym(name: str) -> bool:
    """`FFU`, `DoJ`; not `McKay`."""
    if not 2 <= len(name) <= 6 or not name.isalnum():
        return False
    return name.isupper() or (name[-1].isupper() and sum(map(str.isupper, name)) >= 2)


def compound(word: str) -> bool:
    """`Russian-brokered`: an adjective; `Nagorno-Karabakh`: a name."""
    _, hyphen, tail = word.rpartition("-")
    return bool(hyphen) and tail[:1].islower()


def within(sentence: Words, at: int) -> bool:
    """Has a word that opens its sentence a capital within another one, too: `Hale trains …`, `by Hale`?"""
    first = sentence.starts[at]
    near = sentence.text[max(0, first - _NEAR) : first + _NEAR]
    return re.search(rf"[a-z,;] {re.escape(sentence.words[at])}\b", near) is not None
