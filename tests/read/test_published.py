from __future__ import annotations

import pytest

from timeline.read.published import published


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2020-11-08", "2020-11-08"),
        ("2020-11-08T23:59:00+04:00", "2020-11-08"),
        ("20201108", "2020-11-08"),
        ("2009-12", "2009-12"),
        ("1843", "1843"),
        ("2021/3/7", "2021-03-07"),
        ("Sun, 8 Nov 2020 10:00:00 +0000", "2020-11-08"),
        ("November 8, 2020 10:15 am", "2020-11-08"),
        ("8 November 2020", "2020-11-08"),
        ("November 2020", "2020-11"),
        (1604836800, "2020-11-08"),
        ("1604836800000", "2020-11-08"),
        (1604836800.5, "2020-11-08"),
        (2020, "2020"),
    ],
)
def test_dates(written: object, edtf: str) -> None:
    found = published(written)
    assert found is not None
    assert (str(found.when), found.how) == (edtf, "metadata")


@pytest.mark.parametrize(
    "written",
    ["", None, True, [], "yesterday", "May", "10", "2020-13-45", "20201399", "31 Feb 2020 25:99",
     "99999999999999", "x" * 9999, "12 o'clock", "two weeks ago", "\ud800 2020", float("nan"), float("inf"), 1e300],
)  # fmt: skip
def test_what_tells_no_full_date_gives_none(written: object) -> None:
    assert published(written) is None
