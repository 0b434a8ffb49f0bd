"""What runs of capitals look like: titles of a see, battles, acronyms, compounds."""

from __future__ import annotations

import re

from timeline.extract.sentence.words import COMMA, HARD, POSSESSIVE, QUOTE, Words
from timeline.extract.who.gender import given, is_person
from timeline.languages.events import AUXILIARY, DETERMINER, PAST, THIRD

_NEAR = 1 << 14
"""Characters before and after a word that are looked through."""


def seat(sentence: Words, first: int, last: int) -> bool:
    """`the Bishop of Vik`: one person, not a title and a place."""
    words, sets = sentence.words, sentence.events.sets
    return last - first > 2 and words[first] in sets["seats"] and words[first + 1] in sets["of"]


def work(sentence: Words, first: int) -> bool:
    """`her first novel, The Salt Road,`: the title of a work."""
    words, sets = sentence.words, sentence.events.sets
    comma = (
        first - 2 if first > 2 and words[first - 1].istitle() and sentence.bits[first - 1] & DETERMINER else first - 1
    )
    return comma > 1 and bool(sentence.bits[comma] & COMMA) and words[comma - 1] in sets["works"]


def opener(sentence: Words, first: int, last: int) -> int:
    """`Chipmaker | Hale Works`, `Fighters of the | Red Front`: where the name begins after a noun at the start."""
    words, sets = sentence.words, sentence.events.sets
    if first and not sentence.bits[first - 1] & (HARD | QUOTE):
        return 0
    plain = words[first] not in sentence.events.organisation  # not `Bank of Norway`
    if plain and words[first].lower() in sets["bodies"] and first + 1 < last:
        return first + 1
    several = next((end for end in sentence.events.endings["plural"] if words[first].endswith(end)), "")
    if not several or not is_person(words[first].lower().removesuffix(several), sentence.events):
        return 0
    at = first + 1
    while at < last and words[at] in sets["belonging"] | sets["the"]:
        at += 1
    return at if first + 1 < at < last else 0


def home(sentence: Words, first: int, last: int) -> tuple[int, int] | None:
    """`Karl Moe | of the | University of Vik`: where the body begins that somebody belongs to."""
    words, sets = sentence.words, sentence.events.sets
    joint = next((k for k in range(first + 2, last) if words[k] in sets["of"]), None)
    if joint is None or any(
        word in sentence.events.organisation or word in sets["deeds"] for word in words[first:joint]
    ):
        return None
    after = joint + 1 + (joint + 1 < last and words[joint + 1] in sets["the"])
    body = after < last and words[after] in sentence.events.organisation and given(words[first], sentence.events)
    return (joint, after) if body else None


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


def plain(sentence: Words, first: int, name: str) -> bool:
    """`the Court of Justice`, `European leaders`: a noun or an adjective with a capital, that nobody bears who acts."""
    words, events, after = sentence.words, sentence.events, first + 1
    if " " in name or given(name, events) is not None or (first and words[first - 1] in events.honorifics):
        return False
    acts = after < len(words) and (sentence.bits[after] & (AUXILIARY | PAST | THIRD | POSSESSIVE))
    several = name.endswith(events.endings["plural"])  # `the Suns`
    return name in events.sets["continental"] or (name.lower() in events.nouns and not (acts or several))


def within(sentence: Words, at: int) -> bool:
    """Has a word that opens its sentence a capital within another one, too: `Hale trains …`, `by Hale`?"""
    first = sentence.starts[at]
    near = sentence.text[max(0, first - _NEAR) : first + _NEAR]
    return re.search(rf"[a-z,;] {re.escape(sentence.words[at])}\b", near) is not None
