"""Named days: the day of a feast in a year."""

from __future__ import annotations

from timeline.temporal.ordinal import easter, julian_to_jdn, nth_weekday, orthodox_easter, to_jdn

_LAST_JULIAN = 1582
_FIXED = {
    "all_saints": (11, 1), "all_souls": (11, 2), "anzac_day": (4, 25), "april_fools": (4, 1), "armistice": (11, 11),
    "australia_day": (1, 26), "bastille_day": (7, 14), "boxing_day": (12, 26), "canada_day": (7, 1),
    "christmas": (12, 25),
    "christmas_eve": (12, 24), "earth_day": (4, 22), "epiphany": (1, 6), "guy_fawkes": (11, 5), "halloween": (10, 31),
    "may_day": (5, 1), "midsummer": (6, 24), "new_year": (1, 1), "new_year_eve": (12, 31), "st_patrick": (3, 17),
    "us_inauguration": (1, 20), "us_independence": (7, 4), "valentine": (2, 14), "veterans_day": (11, 11),
    "womens_day": (3, 8), "michaelmas": (9, 29), "martinmas": (11, 11), "candlemas": (2, 2), "lady_day": (3, 25),
    "st_george": (4, 23), "st_andrew": (11, 30), "st_bartholomew": (8, 24), "st_nicholas": (12, 6),
    "twelfth_night": (1, 5), "st_david": (3, 1), "burns_night": (1, 25), "groundhog_day": (2, 2),
    "juneteenth": (6, 19), "lammas": (8, 1), "st_swithin": (7, 15), "st_crispin": (10, 25), "st_luke": (10, 18),
    "st_james": (7, 25), "st_peter": (6, 29), "st_lawrence": (8, 10), "st_matthew": (9, 21), "st_mark": (4, 25),
    "st_thomas": (12, 21), "holy_innocents": (12, 28), "holy_cross": (9, 14), "assumption": (8, 15),
}  # fmt: skip
_ONCE = {"d_day": (1944, 6, 6), "ve_day": (1945, 5, 8), "vj_day": (1945, 8, 15), "september_11": (2001, 9, 11)}
_EASTER = {
    "easter": 0, "easter_monday": 1, "good_friday": -2, "palm_sunday": -7, "ash_wednesday": -46, "maundy_thursday": -3,
    "ascension": 39, "whit_sunday": 49, "whit_monday": 50, "shrove_tuesday": -47, "holy_saturday": -1, "trinity": 56,
    "corpus_christi": 60,
}  # fmt: skip
_NTH = {  # month, weekday (0 = Monday), which (-1 = the last), days after
    "thanksgiving": (11, 3, 4, 0), "black_friday": (11, 3, 4, 1), "cyber_monday": (11, 3, 4, 4),
    "labor_day": (9, 0, 1, 0),
    "memorial_day": (5, 0, -1, 0), "columbus_day": (10, 0, 2, 0), "presidents_day": (2, 0, 3, 0),
    "mlk_day": (1, 0, 3, 0),
    "mothers_day": (5, 6, 2, 0), "fathers_day": (6, 6, 3, 0), "us_election": (11, 0, 1, 1),
    "remembrance_sunday": (11, 6, 2, 0),
}  # fmt: skip


def only_year(name: str) -> int | None:
    """The year of a day that there was once: `D-Day`."""
    return _ONCE[name][0] if name in _ONCE else None


def feast(name: str, year: int) -> int | None:
    """Julian Day Number of a feast in a year (Western Easter); None for an unknown name."""
    if name in _ONCE:
        return to_jdn(*_ONCE[name])
    if name in _FIXED:
        return to_jdn(year, *_FIXED[name])
    if name in _EASTER:
        return _easter_as_told(year) + _EASTER[name]
    return _nth(year, *_NTH[name]) if name in _NTH else None


def _easter_as_told(year: int) -> int:
    """Up to 1582 the Julian day of the month is kept as it is told, as every other date of those years is."""
    if year > _LAST_JULIAN:
        return easter(year)
    return orthodox_easter(year) - (julian_to_jdn(year, 3, 21) - to_jdn(year, 3, 21))


def _nth(year: int, month: int, weekday: int, which: int, after: int) -> int:
    return (nth_weekday(year, month, weekday, which) or 0) + after
