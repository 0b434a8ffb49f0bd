"""What regexes over folded text cannot see: capitals of the words around a match. True: let it pass."""

from __future__ import annotations

import re
from collections.abc import Callable

Guard = Callable[[str, int, int], bool]

_WORD_BEFORE = re.compile(r"([A-Za-z][A-Za-z0-9&./-]{0,20}) \Z")
_WORD_AFTER = re.compile(r" ([A-Z][a-z]{2,20})")
_TITLE = re.compile(r": (?:An? |The )?[A-Z][a-z]+ [A-Z][a-z]+")
_BEFORE_EARLY = frozenset(
    [
        "in",
        "since",
        "by",
        "of",
        "from",
        "until",
        "till",
        "to",
        "about",
        "around",
        "circa",
        "c.",
        "ca.",
        "year",
        "and",
        "late",
        "early",
        "mid",
        "before",
        "after",
        "between",
        "or",
        "the",
        "during",
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
"""Words that a year before 1500 stands after; elsewhere such a number is rather a count."""
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Spring",
    "Summer",
    "Autumn",
    "Winter",
]


def anything(_text: str, _start: int, _end: int) -> bool:
    """No condition."""
    return True


def year(text: str, start: int, end: int) -> bool:
    """Four digits after an acronym or a code are a number in a name: `ISO 9001`, `DR 1957`, `QL-200`."""
    if (_TITLE.match(text, end) and start and text[start - 1] not in "\n") or text[
        max(0, start - 5) : start
    ].startswith("+"):
        return False
    if start and text[start - 1] != " ":
        return not (text[start - 1] == "-" and start > 1 and text[start - 2].isupper())
    match = _WORD_BEFORE.search(text, max(0, start - 22), start)
    if match is None:
        return True
    word = match[1]
    if not "1500" <= text[start : start + 4] <= "2100" and word.lower() not in _BEFORE_EARLY:
        return False
    return not (1 < len(word) <= 4 and word.isupper() and word not in ("IN", "BY", "OF", "MAY", "AND", "TO", "THE"))


def weekday(text: str, start: int, end: int) -> bool:
    """A weekday inside a name is none: `Monday Motors`, `August Friday`, `Black Friday`."""
    before = _WORD_BEFORE.search(text, max(0, start - 22), start)
    after = _WORD_AFTER.match(text, end)
    word = before[1] if before else ""
    if after is not None and after[1] in _NAMES:
        return False
    named_before = word in _MONTHS[:12] or word in ("Black", "Bloody", "Freaky", "Chairman", "Super", "Ruby")
    return not named_before and not (
        after is not None and word.lower() in ("of", "at", "with", "the", "for", "named") and after[1] not in _MONTHS
    )


_NAMES = frozenset(
    [
        "Motors",
        "Times",
        "Telegraph",
        "Express",
        "Mirror",
        "Mail",
        "Post",
        "Herald",
        "Star",
        "News",
        "Review",
        "Journal",
        "Club",
        "Group",
        "Inc",
        "Corp",
    ]
)


GUARDS: dict[str, Guard] = {"": anything, "year": year, "weekday": weekday}
