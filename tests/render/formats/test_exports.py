"""Calendars, slides and the like: read back by what reads them, and honest about what they cannot hold."""

from __future__ import annotations

import csv
import datetime
import json
from typing import Any

import pytest
from edtf import parse_edtf

from tests.render.rows import PLANNED, UNDATED, event, evidence
from timeline.render.formats import edtf, ics, timelinejs, timesketch, timesketch_csv
from timeline.render.page import Page
from timeline.temporal.interval import Interval


def dated(text: str, **fields: Any) -> dict[str, Any]:
    when = Interval.parse(text)
    told = {
        "edtf": text,
        "first_day": when.first_day,
        "last_day": when.last_day,
        "precision": str(when.precision.value),
    }
    return event(**told | fields)


EVENTS = [
    dated("1894-05-03", key="aaaa00000000", title='Ferry; bridge, "pier" \\ \x1b[2J\nquay ' + "é" * 80),
    dated("1894-05", key="aaab00000000"),
    dated("1891/..", key="aaac00000000"),
    dated("199X", key="aaad00000000"),
    dated("2010-05-12/2010-05-14", key="aaae00000000"),
    dated("-0043-03-15", key="aaaf00000000"),
    dated("../1991", key="aaag00000000"),
    UNDATED,
]


def rendered(module: Any, rows: list[dict[str, Any]] = EVENTS) -> tuple[str, list[str]]:
    remarks: list[str] = []
    return "".join(module.render(rows, Page(title="A </b> title", remark=remarks.append))), remarks


def test_a_calendar_is_read_back() -> None:
    icalendar = pytest.importorskip("icalendar")
    out, remarks = rendered(ics)
    calendar = icalendar.Calendar.from_ical(out)
    events = {str(found["UID"]): found for found in calendar.walk("VEVENT")}
    assert {uid: (found["DTSTART"].dt, found["DTEND"].dt) for uid, found in events.items()} == {
        "aaaa00000000@timeline": (datetime.date(1894, 5, 3), datetime.date(1894, 5, 4)),
        "aaab00000000@timeline": (datetime.date(1894, 5, 1), datetime.date(1894, 6, 1)),
        "aaac00000000@timeline": (datetime.date(1891, 1, 1), datetime.date(1891, 1, 2)),
        "aaad00000000@timeline": (datetime.date(1990, 1, 1), datetime.date(2000, 1, 1)),
        "aaae00000000@timeline": (datetime.date(2010, 5, 12), datetime.date(2010, 5, 15)),
    }
    assert str(events["aaaa00000000@timeline"]["SUMMARY"]) == 'Ferry; bridge, "pier" \\ \ufffd[2J quay ' + "é" * 80
    assert remarks == ["3 left out: undated, without a beginning, or not between the years 1 and 9999"]


def test_calendar_lines_are_folded_between_signs() -> None:
    out, _ = rendered(ics)
    assert out.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 and "\n" not in line for line in out.split("\r\n"))


def test_a_plan_is_tentative() -> None:
    out = rendered(ics, [PLANNED | {"last_day": PLANNED["first_day"]}])[0]
    assert "STATUS:TENTATIVE" in out
    assert "SUMMARY:The Board will dredge the harbour (planned)" in out


def test_slides_know_no_more_than_we_do() -> None:
    out, remarks = rendered(timelinejs)
    told = json.loads(out)
    assert told["title"]["text"]["headline"] == "A &lt;/b&gt; title"
    dates = [(slide["start_date"], slide.get("end_date"), slide["display_date"]) for slide in told["events"]]
    assert dates == [
        ({"year": 1894, "month": 5, "day": 3}, None, "3 May 1894"),
        ({"year": 1894, "month": 5}, None, "May 1894"),
        ({"year": 1891}, None, "1891 –"),
        ({"year": 1990}, {"year": 1999}, "1990s"),
        ({"year": 2010, "month": 5, "day": 12}, {"year": 2010, "month": 5, "day": 14}, "12–14 May 2010"),
        ({"year": -44, "month": 3, "day": 15}, None, "15 March 44 BCE"),
    ]
    assert "<b>May 1894</b>" in told["events"][0]["text"]["text"]
    assert remarks == ["2 left out: undated, or without a beginning"]


def test_foreign_text_in_slides_is_no_markup() -> None:
    row = dated("1990", title="<img src=x>", evidence=[evidence(quote="<script>", time_start=None, document="<a>")])
    assert "<img" not in rendered(timelinejs, [row])[0]
    assert "<script" not in rendered(timelinejs, [row])[0]


def test_timesketch_takes_days_only() -> None:
    out, remarks = rendered(timesketch)
    told = [json.loads(line) for line in out.splitlines()]
    assert [row["datetime"] for row in told] == ["1894-05-03T00:00:00+00:00", "2010-05-12T00:00:00+00:00"]
    assert all({"message", "datetime", "timestamp_desc"} <= set(row) for row in told)
    assert len(remarks) == 1


def test_timesketch_takes_the_same_as_csv() -> None:
    rows = [*EVENTS, dated("2001-02-03", title='=HYPERLINK("x")', actors=["A", "B"], evidence=[])]
    out, remarks = rendered(timesketch_csv, rows)
    told = list(csv.DictReader(out.splitlines()))
    assert list(told[0])[:3] == ["message", "datetime", "timestamp_desc"]
    objects = [json.loads(line) for line in rendered(timesketch, rows)[0].splitlines()]
    assert [(row["datetime"], row["key"]) for row in told] == [(row["datetime"], row["key"]) for row in objects]
    assert (told[2]["message"], told[2]["actors"], told[0]["source"]) == ('\'=HYPERLINK("x")', "A; B", "notes.txt")
    assert remarks == ["6 left out: not known to the day, or not between the years 1 and 9999"]


def test_edtf_has_every_date_as_its_own_library_reads_it() -> None:
    out, remarks = rendered(edtf)
    dates = [line.split("\t")[0] for line in out.splitlines()]
    assert dates == [row["edtf"] for row in EVENTS if row["edtf"]]
    assert all(parse_edtf(date) for date in dates)
    assert "\x1b" not in out
    assert remarks == ["1 left out: undated"]


@pytest.mark.parametrize("module", [ics, timelinejs, timesketch, timesketch_csv, edtf])
def test_nothing(module: Any) -> None:
    out, remarks = rendered(module, [])
    assert remarks == []
    assert "None" not in out
