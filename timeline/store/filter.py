"""What a person asks of the timeline."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from timeline.errors import InputError
from timeline.store.words import alternatives

if TYPE_CHECKING:
    from timeline.temporal.interval import Interval

    When: TypeAlias = Interval | int | None
    """A time: an Interval, or one Julian Day Number."""

_LISTS = ("actor", "place", "source", "status", "precision", "label")
_WORDS = ("match", "grep")
_NUMBERS = ("limit", "top", "min_sources")
PARTS = ("all", "begins", "under way")


class Filter(NamedTuple):
    """Every field narrows; the empty filter is every dated event. Make one with `Filter.of`."""

    since: When = None
    """From the first day of it …"""
    until: When = None
    """… to the last day of it: what overlaps."""
    on: When = None
    """Both at once."""
    actor: tuple[str, ...] = ()
    """Names, canonical or as written in a text, in any case: all of them."""
    place: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    """Words in a row of a document's uri, title or publisher, the last may be cut short unless it is a number: told by
    each of them."""
    match: str | None = None
    """Words in title or quotes, `store/words.py`."""
    grep: str | None = None
    """A regular expression in title or quotes; without capitals in it, case does not matter."""
    status: tuple[str, ...] = ()
    """Any of these."""
    precision: tuple[str, ...] = ()
    """Any of these."""
    disputed: bool = False
    undated: bool | None = False
    """False: dated ones · True: undated ones · None: both; undated ones are in no window."""
    inferred: bool = False
    label: tuple[str, ...] = ()
    """What a person labelled so: all of them."""
    starred: bool = False
    hidden: bool = False
    """What a person hid, and nothing else, whatever its date."""
    min_sources: int | None = None
    limit: int | None = None
    """The first so many, in the order of the answer."""
    top: int | None = None
    """The so many most salient, in order of time."""
    reverse: bool = False
    """Latest first."""
    after: str | None = None
    """The key of the last event of the page before."""
    part: str = "all"
    """`begins`: in the window · `under way`: began before it and reaches into it · `all`: both."""

    @classmethod
    def of(cls, **wanted: object) -> Filter:
        """A filter from keywords; one text stands for a tuple of one.

        InputError for an unknown keyword or part, a text without a word, a broken regular expression.
        """
        unknown = wanted.keys() - set(cls._fields)
        if unknown:
            raise InputError(f"there is no filter {', '.join(sorted(unknown))}", names=sorted(unknown))
        made = cls(**{name: _tidy(name, value) for name, value in wanted.items()})  # type: ignore[arg-type]
        if made.part not in PARTS:
            raise InputError(f"part is one of {', '.join(PARTS)}", part=made.part)
        if made.status or made.precision:
            _verify_units(made)
        if made.grep is not None:
            pattern(made.grep)
        if made.match is not None:
            alternatives(made.match)
        return made

    @property
    def window(self) -> tuple[int | None, int | None]:
        """First and last day, None where open."""
        first = [day for day in (_first(self.since), _first(self.on)) if day is not None]
        last = [day for day in (_last(self.until), _last(self.on)) if day is not None]
        return max(first, default=None), min(last, default=None)


def pattern(text: str) -> re.Pattern[str]:
    """A regular expression as `grep` reads it; InputError if it is broken."""
    try:
        return re.compile(text, re.NOFLAG if any(sign.isupper() for sign in text) else re.IGNORECASE)
    except re.error as error:
        raise InputError(f"{text!r} is no regular expression: {error}", text=text) from None


def _tidy(name: str, value: object) -> object:
    """The value as it is kept; InputError for what is none of that field."""
    if name in _LISTS:
        return tuple(_text(name, one) for one in _several(name, value))
    if name in _WORDS:
        return value if value is None else _text(name, value)
    if name in _NUMBERS and not (value is None or (isinstance(value, int) and value >= 0)):
        raise InputError(f"{name} is a whole number, not {value!r}", name=name)
    return value


def _several(name: str, value: object) -> Iterable[object]:
    if value is None or isinstance(value, str):
        return () if value is None else (value,)
    if not isinstance(value, Iterable):
        raise InputError(f"{name} is a text or several, not {value!r}", name=name)
    return value


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise InputError(f"{name} is a text, not {value!r}", name=name)
    if not value:
        raise InputError(f"{name} is empty: leave it out, or say what to look for", name=name)
    return value


def _verify_units(made: Filter) -> None:
    from timeline.model.claim import STATUSES
    from timeline.temporal.precision import Precision

    for name, told, known in (("status", made.status, STATUSES), ("precision", made.precision, tuple(Precision))):
        for text in told:
            if text not in known:
                raise InputError(f"there is no {name} {text!r}; there are {', '.join(known)}", name=name)


def _first(when: When) -> int | None:
    return when if when is None or isinstance(when, int) else when.first_day


def _last(when: When) -> int | None:
    return when if when is None or isinstance(when, int) else when.last_day
