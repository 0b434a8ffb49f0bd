"""What regexes over folded text cannot see: capitals of the words around a match. True: let it pass."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

Guard = Callable[[str, int, int, Mapping[str, frozenset[str]]], bool]
"""The text as written, the span of the match, and the words of the language's `[guard]`."""

_WORD_BEFORE = re.compile(r"([A-Za-z][A-Za-z0-9&./-]{0,20}) \Z")
_STREET = re.compile(r"(?: [A-Z][a-z]{2,20}){1,3}")
_WORD_AFTER = re.compile(r" ([A-Z][a-z]{2,20})")
_TITLE = re.compile(r": (?:An? |The )?[A-Z][a-z]+ [A-Z][a-z]+")
_NEXT_WORD = re.compile(r" ([a-z]{1,8})(?![a-z])")
_DOER = re.compile(r" [A-Z][\w'’-]{1,20}(?: (?:[A-Z][\w'’-]{0,20}|of|the|and)){0,4} ([a-z]{3,14})(?![a-z])")
_CLOSING = ('"', "\u201d", "\u2019", "\u00bb")
_TITLED = re.compile(r"[\"\u201c\u2018\u00ab][A-Z][^\"\u201c\u201d\u2018\u2019.!?;]{1,56} \Z")
_NAME = re.compile(r"[\"\u201c\u2018\u00ab]((?:[A-Z][\w&'’-]{1,20},? ){1,3})\Z")
_NAME_BEFORE = re.compile(r"[A-Z][\w&-]{1,20} \Z")
_CALLED = re.compile(r"(?<![\w'’-])(?:([a-z]{2,9}) )?([a-z]{2,9}) ((?:[A-Z][\w&-]{1,20} ){1,3}[12][0-9]{3})(?![\w–/-])")
_CAPITALS = re.compile(r"(?<![\w'’-])([A-Z][\w'’-]{0,20}) ([A-Z][\w'’-]{0,20}) \Z")
_QUOTED = re.compile(r"(?<![A-Za-z])([a-z]{2,8}) [\"\u201c\u2018\u00ab]\Z")
_WRAPPED = re.compile(r"(?<![A-Za-z])([A-Z]{2,4})\n\Z")
_LONGEST_TITLE = 60
_ACRONYM = 4
"""Letters of the longest."""
_SIGNS = 8
"""Bullets and blanks that may open a line."""


def anything(_text: str, _start: int, _end: int, _words: Mapping[str, frozenset[str]]) -> bool:
    """No condition."""
    return True


def year(text: str, start: int, end: int, words: Mapping[str, frozenset[str]]) -> bool:
    """Four digits after an acronym or a code are a number in a name: `ISO 9001`, `DR 1957`, `QL-200`."""
    if _TITLE.match(text, end) and start and text[start - 1] != "\n":
        return False
    if text[max(0, start - 5) : start].startswith("+") or _of_name(text, start, end, words):
        return False
    wrapped = _WRAPPED.search(text, max(0, start - _SIGNS), start)
    if wrapped is not None and wrapped[1].lower() not in words["no_acronym"]:
        return False  # `the Safety Act, SBC | 2003, c. 39`, on the next line
    if start and text[start - 1] != " ":
        return text[start - 1] != "_" and not (text[start - 1] == "-" and start > 1 and text[start - 2].isupper())
    match = _WORD_BEFORE.search(text, max(0, start - 22), start)
    if match is None:  # after a comma or a bracket: a year, but no far future
        return text[start : start + 4] <= "2100"
    word = match[1]
    after = _WORD_AFTER.match(text, end)
    if after is not None and after[1].lower() in words["makes"] and word.lower() not in words["before_early_year"]:
        return False  # `a silver 2012 Ford`
    if word.lower() not in words["of_year"] and _is_address(text, end, words):
        return False  # `at her office at 1848 Square`
    if word.lower() in words["article"] and _alone(text, end, words):
        return False
    if not "1500" <= text[start : start + 4] <= "2100" and word.lower() not in words["before_early_year"]:
        return False
    return not (1 < len(word) <= _ACRONYM and word.isupper() and word.lower() not in words["no_acronym"])


def _of_name(text: str, start: int, end: int, words: Mapping[str, frozenset[str]]) -> bool:
    """The year of a name: in quotation marks, or of one that the text says something is called by."""
    if text[end : end + 1] in _CLOSING and _ends_name(text, start, words):
        return True
    if _NAME_BEFORE.search(text, max(0, start - 22), start) is None:
        return False  # looked at first: to find what is called so takes a look at all of the text
    leads = (words["calls"], words["no_calling"], words["calls_by"], words["calls_as"])
    names = _called(text, leads, words["before_early_year"])
    return bool(names) and any(text.endswith(name, max(0, start - _LONGEST_TITLE), end) for name in names)


@lru_cache(maxsize=8)
def _called(text: str, leads: tuple[frozenset[str], ...], dates: frozenset[str]) -> tuple[str, ...]:
    """`Ironclad 2015` of `a paint called Ironclad 2015`, `sold as Ironclad 2015`; none of `was named Miss Fen 2015`.

    `leads`: `called`, but not behind `was`; `as`, but only behind `sold`.
    """
    calls, no, by, sold = leads
    return tuple(
        {
            name
            for before, call, name in _CALLED.findall(text)
            if ((call in calls and before not in no) or (call in by and before in sold))
            and dates.isdisjoint(name.lower().split())
        }
    )


def _ends_name(text: str, start: int, words: Mapping[str, frozenset[str]]) -> bool:
    """`the ‘Natura 2000’ scheme`; not `“In 1998”`."""
    name = _NAME.search(text, max(0, start - _LONGEST_TITLE), start)
    return name is not None and words["before_early_year"].isdisjoint(name[1].lower().replace(",", "").split())


def _is_address(text: str, end: int, words: Mapping[str, frozenset[str]]) -> bool:
    """`1920 Riverside Drive`."""
    name = _STREET.match(text, end)
    return name is not None and any(word.lower() in words["streets"] for word in name[0].split())


def weekday(text: str, start: int, end: int, words: Mapping[str, frozenset[str]]) -> bool:
    """A weekday inside a name is none: `Monday Records`, `April Friday`, `Black Friday`."""
    before = _WORD_BEFORE.search(text, max(0, start - 22), start)
    after = _WORD_AFTER.match(text, end)
    follows = after[1].lower() if after else ""
    word = before[1] if before else ""
    if follows in words["after_weekday_in_name"] or (_opens(text, start) and _speaks(text, end, words)):
        return False
    if word[:1].isupper() and word.lower() in words["before_weekday_in_name"]:
        return False
    return not (follows and word.lower() in words["no_day_after"] and follows not in words["month"])


def _alone(text: str, end: int, words: Mapping[str, frozenset[str]]) -> bool:
    """`ran the 1500 in 4:02`: no noun follows that a year could describe."""
    match = _NEXT_WORD.match(text, end)
    return text[end : end + 1] in (".", ",", ";") or (match is not None and match[1] in words["no_noun"])


def opens_line(text: str, start: int, _end: int, _words: Mapping[str, frozenset[str]]) -> bool:
    """Nothing but signs before it in its line: `- June: the roof is laid`."""
    before = text[max(0, start - _SIGNS) : start].rpartition("\n")
    return (bool(before[1]) or start <= _SIGNS) and not any(sign.isalnum() for sign in before[2])


def named_doer(text: str, _start: int, end: int, words: Mapping[str, frozenset[str]]) -> bool:
    """Who did something in that year follows, by name: `In 878 Alfred beat them`, not `in 300 American towns`."""
    match = _DOER.match(text, end)
    return match is not None and (match[1].endswith("ed") or match[1] in words["doers_do"])


def no_name(text: str, start: int, end: int, _words: Mapping[str, frozenset[str]]) -> bool:
    """Capitals on both, of a word and its neighbour, inside a sentence, make a name: `Jamie Noon`, `Midnight Sun`."""
    if not text[start : start + 2].istitle() or _opens(text, start):
        return True
    before = _WORD_BEFORE.search(text, max(0, start - 22), start)
    return not (before is not None and before[1][:1].isupper()) and _WORD_AFTER.match(text, end) is None


def written_small(text: str, start: int, end: int, _words: Mapping[str, frozenset[str]]) -> bool:
    """Its last word: `Man of the Year` is a title."""
    return not text[text.rfind(" ", start, end) + 1 : end][:1].isupper()


def _opens(text: str, start: int) -> bool:
    """Does the match begin a sentence or a line?"""
    before = text[max(0, start - 3) : start].rstrip(" ")
    return not before or before[-1] in '.!?\n"”'


def _speaks(text: str, end: int, words: Mapping[str, frozenset[str]]) -> bool:
    """`Friday had joined the board`: what only a person does."""
    follows = text[end : end + 12].split(" ", 2)
    return len(follows) > 2 and not follows[0] and follows[1] in words["persons_do"]


def not_titled(text: str, start: int, end: int, _words: Mapping[str, frozenset[str]]) -> bool:
    """What a name in quotation marks ends with is no time of what is told of it: `the show “Kestrel 1986–2025”`."""
    if text[end : end + 1] not in _CLOSING:
        return True
    return _TITLED.search(text, max(0, start - _LONGEST_TITLE), start) is None


def feast(text: str, start: int, _end: int, words: Mapping[str, frozenset[str]]) -> bool:
    """The last word of a longer name is no feast: `Do They Know It's Christmas`; not `In London Christmas came`."""
    before = _CAPITALS.search(text, max(0, start - _LONGEST_TITLE), start)
    return before is None or not words["before_early_year"].isdisjoint(word.lower() for word in before.groups())


def no_paper(text: str, start: int, end: int, words: Mapping[str, frozenset[str]]) -> bool:
    """A word in quotation marks behind a preposition is a name: `a poll in "Today," …`; not `"Today," he said`."""
    if text[end : end + 2].lstrip(",.")[:1] not in _CLOSING or not text[start : start + 1].isupper():
        return True
    before = _QUOTED.search(text, max(0, start - _SIGNS - 2), start)
    return before is None or before[1] not in words["before_title"]


GUARDS: dict[str, Guard] = {
    "": anything,
    "year": year,
    "weekday": weekday,
    "opens_line": opens_line,
    "named_doer": named_doer,
    "feast": feast,
    "no_paper": no_paper,
    "no_name": no_name,
    "not_titled": not_titled,
    "written_small": written_small,
}
