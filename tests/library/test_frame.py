"""Frames of pandas and polars: columns, types, dates of any age."""

from __future__ import annotations

import datetime
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import timeline
from timeline.library.frame import frame
from timeline.store.answer import EVIDENCE, TIMELINE

HELD = ("9999-12-31", "0001-01-01")
TEXT = (
    "Rome founded a colony in 44 BC. The old bridge collapsed on 4 March 1890. "
    "Spain signed a treaty with Portugal in the early 1920s."
)


@pytest.fixture(scope="module")
def tl(tmp_path_factory: pytest.TempPathFactory) -> Iterator[timeline.Timeline]:
    folder: Path = tmp_path_factory.mktemp("frame")
    (folder / "a.txt").write_text(TEXT)
    with timeline.open(folder / "t.db") as opened:
        opened.add(folder / "a.txt")
        yield opened


@pytest.fixture(params=["pandas", "polars"])
def kind(request: pytest.FixtureRequest) -> str:
    pytest.importorskip(request.param, reason=f"pip install {request.param}")
    return str(request.param)


def test_the_columns_are_those_of_the_views(tl: timeline.Timeline, kind: str) -> None:
    assert tuple(tl.frame(kind=kind).columns) == TIMELINE
    assert tuple(tl.frame("evidence", kind).columns) == EVIDENCE


def test_days_are_dates_where_there_are_such(tl: timeline.Timeline, kind: str) -> None:
    told = tl.frame(kind=kind)
    days = [None if str(day) in ("NaT", "None") else str(day)[:10] for day in told["date"]]
    assert days == [None, "1890-03-04", "1920-01-01"]
    assert list(told["edtf"]) == ["-0043", "1890-03-04", "1920/1923~"]
    assert list(told["year"]) == [-43, 1890, 1920]
    assert [int(day) for day in told["first_day"]][:2] == [1705355, 2411431]
    assert [list(names) for names in told["actors"]][2] == ["Spain", "Portugal"]
    assert [bool(one) for one in told["approximate"]] == [False, False, True]


def test_filters_and_nothing_found(tl: timeline.Timeline, kind: str) -> None:
    assert list(tl.frame(kind=kind, since="1900")["year"]) == [1920]
    nothing, all_of_it = tl.frame(kind=kind, since="1999"), tl.frame(kind=kind)
    assert (len(nothing), list(nothing.dtypes)) == (0, list(all_of_it.dtypes))
    assert len(tl.frame("evidence", kind, until="1900")) == 2


def test_pandas_types(tl: timeline.Timeline) -> None:
    pandas = pytest.importorskip("pandas", reason="pip install pandas")
    told = tl.frame()
    types = {name: str(kind) for name, kind in told.dtypes.items()}
    assert types["date"] == "datetime64[s]"
    assert (types["year"], types["salience"], types["disputed"]) == ("Int64", "float64", "bool")
    assert pandas.isna(told["note"]).all()
    assert told[told["date"] < "1900-01-01"]["title"].tolist() == ["The old bridge collapsed"]


def test_polars_types(tl: timeline.Timeline) -> None:
    polars = pytest.importorskip("polars", reason="pip install polars")
    told = tl.frame(kind="polars")
    assert told.schema["date"] == polars.Date
    assert told.schema["actors"] == polars.List(polars.String)
    assert told["date"][1] == datetime.date(1890, 3, 4)


@pytest.mark.parametrize("day", ["0000-01-01", "-0043-03-15", "12000-01-01", "9999-12-31", "0001-01-01", None])
def test_the_ends_of_the_calendar(kind: str, day: str | None) -> None:
    rows: list[dict[str, Any]] = [dict.fromkeys(TIMELINE) | {"date": day, "salience": 1.0, "disputed": 0}]
    rows[0] |= dict.fromkeys(("approximate", "uncertain", "inferred", "starred", "edited"), False)
    [shown] = frame(rows, "timeline", kind)["date"]
    assert (str(shown)[:10] if str(shown) not in ("NaT", "None") else None) == (day if day in HELD else None)


@pytest.mark.parametrize("wrong", [("event", "pandas"), ("timeline", "arrow")])
def test_what_there_is_not(tl: timeline.Timeline, wrong: tuple[str, str]) -> None:
    with pytest.raises(timeline.InputError, match="There is no frame"):
        tl.frame(*wrong)


def test_a_missing_library_is_named(tl: timeline.Timeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(timeline.InputError, match=r"A frame needs polars; .*timeline-db\[polars\]"):
        tl.frame(kind="polars")


def test_neither_is_imported_before_one_is_asked_for() -> None:
    importlib.import_module("timeline.library.frame")
    source = Path(str(importlib.import_module("timeline.library.frame").__file__)).read_text(encoding="utf-8")
    assert "import pandas" not in source
    assert "import polars" not in source
