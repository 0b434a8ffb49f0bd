"""Durations: ISO 8601 text, and what a date becomes when one is added."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import InputError
from timeline.temporal.duration import Amount, Duration
from timeline.temporal.interval import Interval
from timeline.temporal.precision import Precision

UNITS = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")
AMOUNTS = st.lists(st.one_of(st.just(0), st.integers(1, 10**9 - 1)), min_size=7, max_size=7)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("P2M", {"months": 2}),
        ("P1Y6M", {"years": 1, "months": 6}),
        ("P3W", {"weeks": 3}),
        ("P10D", {"days": 10}),
        ("PT36H", {"hours": 36}),
        ("PT1M", {"minutes": 1}),
        ("P1M", {"months": 1}),
        ("P1Y2M3W4DT5H6M7S", dict(zip(UNITS, range(1, 8), strict=True))),
        ("P2.5D", {"days": 2.5}),
        ("PT0.000000001S", {"seconds": 0.000000001}),
        ("-P3W", {"weeks": -3}),
        ("-PT1H30M", {"hours": -1, "minutes": -30}),
        ("PXD", {"days": None}),
        ("PXW", {"weeks": None}),
        ("PXY", {"years": None}),
        ("PTXH", {"hours": None}),
        ("P1YXM", {"years": 1, "months": None}),
        ("P0D", {}),
    ],
)
def test_text(text: str, amounts: dict[str, Amount]) -> None:
    assert Duration.parse(text) == Duration(**amounts)
    assert str(Duration(**amounts)) == text


@pytest.mark.parametrize(
    ("text", "canonical"), [("P2,5D", "P2.5D"), ("+P1D", "P1D"), ("PT0S", "P0D"), ("P02M", "P2M"), ("P2.0D", "P2D")]
)
def test_canonical_text(text: str, canonical: str) -> None:
    assert str(Duration.parse(text)) == canonical


@pytest.mark.parametrize(
    "text",
    [
        *["", "P", "PT", "P1DT", "1D", "P1H", "PT1D", "P1M1Y", "P-1D", "P1", "PD", "P1.5Y2M", "P.5D", "P1.D"],
        *["-PXD", "p1d", "P1D ", "P1D\n", "P1X", "PXXD", "P٣D", "P1234567890D", "P1Y-1M", "two days", "9" * 5000],
    ],
)
def test_refused(text: str) -> None:
    with pytest.raises(InputError) as refusal:
        Duration.parse(text)
    assert isinstance(refusal.value.text, str)
    assert len(str(refusal.value)) < 200


@given(AMOUNTS, st.sampled_from([1, -1]))
def test_text_reads_back_the_same(amounts: list[int], sign: int) -> None:
    duration = Duration(*(sign * amount for amount in amounts))
    assert Duration.parse(str(duration)) == duration
    assert duration == Duration() or -duration != duration
    back = -duration
    assert -back == duration


@given(st.decimals(0, 999_999_999, places=9, allow_nan=False).map(float))
def test_decimals_read_back_the_same(amount: float) -> None:
    text = str(Duration(days=amount))
    assert str(Duration.parse(text)) == text


def test_signs_do_not_mix() -> None:
    with pytest.raises(InputError, match="either forward or back"):
        Duration(months=1, days=-1)


@pytest.mark.parametrize(
    ("edtf", "duration", "later"),
    [
        ("2020-11-10", "P2M", "2021-01"),
        ("2020-11-10", "P10D", "2020-11-20"),
        ("2020-11-10", "P1W", "2020-11-16/2020-11-22"),
        ("2020-11-10", "P3Y", "2023"),
        ("2020-11-10", "P1Y2M", "2022-01"),
        ("2020-11-10", "P0D", "2020-11-10"),
        ("2021-01-31", "P1M", "2021-02"),
        ("2020-11", "P2M", "2021-01"),
        ("2020-11", "P1Y", "2021"),
        ("2020-11", "P1W", "2020-11/2020-12"),
        ("2020", "P5Y", "2025"),
        ("2020", "P1M", "2020/2021"),
        ("199X", "P10Y", "200X"),
        ("199X", "P5Y", "199X/200X"),
        ("18XX", "P100Y", "19XX"),
        ("2010-21", "P3M", "2010-22"),
        ("2020-35", "P6M", "2021-33"),
        ("2020-40", "P6M", "2020-41"),
        ("1991/1994", "P1Y", "1992/1995"),
        ("1991/..", "P1Y", "1992/.."),
        ("../1991", "P1Y", "../1992"),
        ("1990~", "P2Y", "1992~"),
        ("1990%", "P2Y", "1992%"),
        ("-0043", "P44Y", "0001"),
        ("9999-12-31", "P1D", "Y10000"),
        ("2020", "P1000000Y", "Y1002020"),
        ("2020-11-10", "PT36H", "2020-11-11"),
        ("2020-11-10", "PT2H", "2020-11-10"),
        ("2020-11-10", "P2.5D", "2020-11-12"),
        ("2020-11", "P1.5Y", "2022"),
        ("2020-11-10", "P0.5M", "2020-11"),
    ],
)
def test_after(edtf: str, duration: str, later: str) -> None:
    found = Interval.parse(edtf) + Duration.parse(duration)
    assert found.edtf == later
    assert Interval.parse(later) == found


@pytest.mark.parametrize(
    ("edtf", "duration", "earlier"),
    [
        ("1989-11-09", "P5Y", "1984"),
        ("2021-01", "P2M", "2020-11"),
        ("2020-03-31", "P1M", "2020-02"),
        ("0001", "P1Y", "0000"),
        ("2020-11-10", "P10D", "2020-10-31"),
        ("2020-11-10", "PT36H", "2020-11-09"),
    ],
)
def test_before(edtf: str, duration: str, earlier: str) -> None:
    interval, length = Interval.parse(edtf), Duration.parse(duration)
    assert (interval - length).edtf == earlier
    assert interval + -length == interval - length == length.before(interval)


def test_precision_may_be_asked_for() -> None:
    found = Duration(weeks=2).before(Interval.day(1989, 11, 9), Precision.DAY)
    assert found == Interval.day(1989, 10, 26)
    assert Duration(months=2).after(Interval.day(2020, 11, 10), Precision.DAY).edtf == "2021-01-10"
    assert Duration(months=0.5).after(Interval.day(2020, 11, 10), Precision.DAY).edtf == "2020-11-25"


@pytest.mark.parametrize(
    ("clock", "duration", "later", "edtf", "precision"),
    [
        ("21:05", "PT2H", "23:05", "2020-11-10", Precision.HOUR),
        ("21:05", "PT30M", "21:35", "2020-11-10", Precision.MINUTE),
        ("23:30+04:00", "PT2H", "01:30+04:00", "2020-11-11", Precision.HOUR),
        ("00:15", "-PT30M", "23:45", "2020-11-09", Precision.MINUTE),
        ("21:05:30", "PT40S", "21:06:10", "2020-11-10T21:06:10", Precision.SECOND),
        ("21:05:30Z", "PT1M", "21:06Z", "2020-11-10", Precision.MINUTE),
        ("21:05", "P1DT3H", "00:05", "2020-11-12", Precision.HOUR),
        ("21:05", "PT1S", "21:05", "2020-11-10", Precision.MINUTE),
    ],
)
def test_hours_count_from_the_clock(clock: str, duration: str, later: str, edtf: str, precision: Precision) -> None:
    found = Interval.day(2020, 11, 10).with_clock(clock) + Duration.parse(duration)
    assert (found.clock, found.edtf, found.precision) == (later, edtf, precision)
    assert found.length == 1


def test_days_let_the_clock_go() -> None:
    found = Interval.day(2020, 11, 10).with_clock("21:05") + Duration(days=1)
    assert found == Interval.day(2020, 11, 11)


@pytest.mark.parametrize(("edtf", "duration"), [("2020", "PXD"), ("XXXX-12-25", "P1Y"), ("2020", "P999999999999Y")])
def test_what_cannot_be_counted_is_refused(edtf: str, duration: str) -> None:
    with pytest.raises(InputError):
        Duration.parse(duration).after(Interval.parse(edtf))


def test_only_intervals_are_shifted() -> None:
    with pytest.raises(TypeError):
        "2020" + Duration(days=1)  # type: ignore[operator]


@given(st.dates(), st.integers(-50_000, 50_000))
def test_days_are_days(date: object, days: int) -> None:
    interval = Interval.parse(str(date))
    later = interval + Duration(days=days)
    if later.precision is Precision.DAY:
        assert later.first_day is not None
        assert interval.first_day is not None
        assert later.first_day - interval.first_day == days
        assert later - Duration(days=days) == interval
