"""What a person writes for a date on the command line; the only place in the program that may ask the clock."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from timeline.errors import InputError

if TYPE_CHECKING:
    from timeline.temporal.interval import Interval

    _When = click.ParamType[Interval]
else:
    _When = click.ParamType  # generic only in newer releases of click

_MONTHS = ("january february march april may june july august september october november december").split()  # noqa: SIM905 - read as a line
_PLAIN = (
    r"(?:(?:(?P<day>[0-9]{1,2}) )?(?P<month>[a-z]{3,9})\.?(?: (?P<day2>[0-9]{1,2}),?)? )?"
    r"(?P<ad>ad )?(?P<year>[0-9]{1,6})(?P<decade>s)?(?: ?(?P<era>bce?|b\.c\.(?:e\.)?|ad|ce))?"
)


class DateParameter(_When):
    """EDTF, `1994`, `March 2004`, `2 March 2004`, `44 BC`, `two weeks ago`; gives an Interval."""

    name = "date"

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """As help shows it."""
        return "DATE"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Interval:
        """The Interval; a text that is no date is a usage error."""
        from timeline.temporal.interval import Interval

        if isinstance(value, Interval):
            return value
        try:
            return read(str(value))
        except InputError as error:
            self.fail(str(error), param, ctx)


DATE = DateParameter()


def read(text: str) -> Interval:
    """The time that a person means; InputError (`.text`) where it is none. Forms without "ago" never ask the clock."""
    from timeline.temporal.interval import Interval

    text = " ".join(text.split())
    try:
        return Interval.parse(text)
    except InputError:
        told = _plain(text)
    if told is None and any(sign.isalpha() for sign in text):
        told = _in_own_words(text)
    if told is None:
        raise InputError(
            f"'{text}' is no date I can read; write 1994, 2004-03, 'March 2004', '44 BC' or 'two weeks ago'.",
            text=text,
        )
    return told


def _plain(text: str) -> Interval | None:
    """The usual forms, without loading a language: they are most of what people type."""
    from timeline.temporal.interval import Interval

    match = re.fullmatch(_PLAIN, text.lower())
    if match is None:
        return None
    era = match["era"] or match["ad"]
    if len(match["year"]) < 3 and not era:
        return None
    year = int(match["year"])
    year = 1 - year if (match["era"] or "").startswith("b") else year
    months = [number for number, name in enumerate(_MONTHS, 1) if match["month"] and _names(match["month"], name)]
    try:
        if match["decade"]:
            return None if match["month"] or year % 10 else Interval.decade(year)
        if not match["month"]:
            return Interval.year(year)
        if len(months) != 1:
            return None
        day = match["day"] or match["day2"]
        return Interval.day(year, months[0], int(day)) if day else Interval.month(year, months[0])
    except InputError:
        return None


def _names(word: str, month: str) -> bool:
    return word == month or word == month[:3] or word == month[:4] == "sept"


def _in_own_words(text: str) -> Interval | None:
    """By timeline's own tagger with today as the reference; failing that by dateparser, which knows many more forms."""
    from datetime import date

    from timeline.library.parsing import parse
    from timeline.temporal.interval import Interval

    today = date.today()
    mentions = [mention for mention in parse(text, reference=today) if mention.when is not None]
    if len(mentions) == 1 and mentions[0].end - mentions[0].start == len(text):
        return mentions[0].when
    from datetime import datetime, time

    import dateparser

    settings = {"RELATIVE_BASE": datetime.combine(today, time()), "PREFER_DATES_FROM": "past"}
    found = dateparser.parse(text, languages=["en"], settings=settings)
    return Interval.day(found.year, found.month, found.day) if found else None
