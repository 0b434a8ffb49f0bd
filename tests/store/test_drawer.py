"""Events come out in order of time, whether they were held or lay in a file."""

from __future__ import annotations

import random

import pytest

from timeline.model.event import Event
from timeline.store.drawer import Drawer, rank
from timeline.temporal.interval import Interval

TIMES = ("1994", "../1914", "1994-05", "2020-11-10", "1991/..", "-0043-03-15", None, "1066", None)


def event(number: int, *, hidden: bool) -> Event:
    told = TIMES[number % len(TIMES)]
    when = Interval.parse(told) if told else None
    return Event(
        f"k{number}", "T", when, "point", "reported", (), (), (), 1, 1, 1, False, False, float(number), hidden=hidden
    )


EVENTS = [event(number, hidden=number % 7 == 3) for number in range(60)]


@pytest.mark.parametrize("most", [4, 59, 60, 100])
def test_in_order_of_time_as_often_as_asked(most: int) -> None:
    drawer = Drawer(most)
    for one in random.Random(5).sample(EVENTS, len(EVENTS)):
        drawer.put(one, [int(one.key[1:]), 0])
    ordered = sorted(EVENTS, key=rank)
    for _ in range(2):
        assert [(sheet.event, list(sheet.claims)) for sheet in drawer] == [
            (one, [int(one.key[1:]), 0]) for one in ordered
        ]
        assert list(drawer.saliences()) == [(one.hidden, one.salience) for one in ordered]
    assert (drawer.count, drawer.shown) == (60, sum(not one.hidden for one in EVENTS))
