"""Aligned text at any width."""

from __future__ import annotations

from itertools import count, islice
from typing import Any

import pytest

from tests.render.rows import DISPUTED, PLANNED, UNDATED, event, evidence
from timeline.render.columns import cells
from timeline.render.formats.table import render, tabulate
from timeline.render.page import Page

EVENTS = [DISPUTED, event(), PLANNED, UNDATED]


def shown(rows: list[dict[str, Any]], **page: Any) -> str:
    return "".join(render(rows, Page(**page)))


def test_one_line_an_event_where_the_page_is_endless() -> None:
    assert shown(EVENTS) == (
        "q2xy  1891 …   Engineers closed the old ferry     disputed  3 sources  (1892: one source)\n"
        "abcd  1894-05  The bridge opened                            1\n"
        "q2zz  c. 1895  The Board will dredge the harbour  planned   1\n"
        "zz2z  undated  A storm broke the pier                       1\n"
    )


def test_titles_wrap_under_themselves() -> None:
    assert shown(EVENTS[:1], width=60) == (
        "q2xy  1891 …  Engineers closed the old   disputed  3 sources\n"
        "              ferry\n"
        "              (1892: one source)\n"
    )  # fmt: skip


def test_a_narrow_page_has_a_block_an_event() -> None:
    assert shown(EVENTS[:2], width=24) == (
        "q2xy 1891 …\n"
        "  Engineers closed the\n"
        "  old ferry\n"
        "  disputed, 3 sources\n"
        "  (1892: one source)\n"
        "abcd 1894-05\n"
        "  The bridge opened\n"
        "  1 source\n"
    )  # fmt: skip


@pytest.mark.parametrize("width", range(20, 130, 7))
def test_no_line_is_wider_than_the_page(width: int) -> None:
    rows = [
        *EVENTS,
        event(title="日本語の題名はとても長いので折り返す " * 4),
        event(title="x" * 200, edtf="2010-05-12/2010-06-14"),
    ]
    lines = shown(rows, width=width, verbose=True).splitlines()
    assert max(map(cells, lines)) <= width
    assert sum(line.count("x") for line in lines) >= 200


def test_what_began_before_the_window_is_already_under_way() -> None:
    now, lasting = event(first_day=20, title="Just now"), event(first_day=10, title="Long ago", kind="span")
    dated_by_year = event(first_day=10, title="Some day of that year")
    for before, heading in (
        ([lasting], "already under way"),
        ([dated_by_year], "perhaps earlier"),
        ([lasting, dated_by_year], "already under way or perhaps earlier"),
    ):
        lines = shown([*before, now], since=15).splitlines()
        told = [line.split("  ")[2] if "  " in line else line for line in lines]
        assert told == ["Just now", "", heading, *(row["title"] for row in before)]


def test_keys_grow_until_they_differ() -> None:
    rows = [event(key="abcdefgh0001"), event(key="abcdefgh0002")]
    assert [line.split()[0] for line in shown(rows).splitlines()] == ["abcdefgh0001", "abcdefgh0002"]


def test_quotes_with_the_date_words_marked() -> None:
    assert shown([event()], verbose=True).splitlines()[1:] == [
        "               “The bridge opened in »May 1894«.”",
        "               notes.txt:100",
    ]


def test_nothing_to_show() -> None:
    assert shown([]) == ""


def test_hostile_titles_are_inert() -> None:
    out = shown([event(title="\x1b[2J[/foo]\nsecond \u202eline :bomb:")])
    assert "\ufffd[2J[/foo] second \ufffdline :bomb:" in out
    assert out.count("\n") == 1


def test_rows_of_any_query() -> None:
    out = "".join(tabulate(["year", "title"], [(1894, "The bridge"), (-43, None), (5, b"ab")], Page()))
    assert out == (
        "year  title\n"
        "----  ----------\n"
        "1894  The bridge\n"
        " -43\n"
        "   5  2 bytes\n"
    )  # fmt: skip


def test_wide_rows_are_squeezed_into_the_page() -> None:
    out = "".join(tabulate(["a", "b"], [("x" * 50, "one two three four five")], Page(width=30)))
    assert max(map(len, out.splitlines())) <= 30
    assert out.count("x") == 50


def test_headings_where_there_is_much_to_read() -> None:
    rows = [event(year=1890 + n, edtf=str(1890 + n), precision="year", title=f"Event {n}") for n in range(24)]
    lines = shown(rows, grouped=True).splitlines()
    assert [line for line in lines if line and "Event" not in line] == ["1890s", "1900s", "1910s"]
    assert "1890s" not in shown(rows)
    assert "1890s" not in shown(rows[:5], grouped=True)


def test_a_beginning_that_nobody_tells_has_a_heading_of_its_own() -> None:
    rows = [event(year=None, first_day=None, edtf="../1950", precision="year", title="Event 0")]
    rows += [event(year=-738 + n, edtf=f"-{738 - n:04}", precision="year", title=f"Event {n}") for n in range(24)]
    lines = shown(rows, grouped=True).splitlines()
    assert [line for line in lines if line and "Event" not in line] == [
        "beginning unknown",
        "730s BCE",
        "720s BCE",
        "710s BCE",
    ]


def test_a_long_date_wraps_and_leaves_room_for_the_title() -> None:
    long = event(edtf="1893-05-12/1894-06-14", precision="day", title="They dredged the harbour and mended its piers")
    assert shown([long, event()], width=60) == (
        "abcd  1893-05-12 –  They dredged the harbour and    1 source\n"
        "      1894-06-14    mended its piers\n"
        "abcd  1894-05       The bridge opened               1\n"
    )


def test_what_stands_round_a_quote() -> None:
    claim = evidence(before="It had rained.", after="Trams ran at once.")
    assert shown([event(evidence=[claim])], verbose=True).splitlines()[1:] == [
        "               It had rained.",
        "               “The bridge opened in »May 1894«.”",
        "               Trams ran at once.",
        "               notes.txt:100",
    ]


def test_date_words_are_coloured_across_lines_and_other_quotation_marks_stand() -> None:
    quote = "Of »it« he wrote late in the long month of May 1894 «so»."
    start = 100 + quote.index("the long")
    claim = evidence(quote=quote, time_start=start, time_end=start + len("the long month of May 1894"))
    page = Page(width=40, verbose=True, paint=lambda text, style: f"<{text}>" if style == "hit" else text)
    lines = [line.strip() for line in "".join(render([event(evidence=[claim])], page)).splitlines()]
    assert lines[3:6] == ["“Of »it« he wrote late in <the long>", "<month of May 1894> «so».”", "notes.txt:100"]


def test_of_an_endless_answer_the_first_rows_say_how_wide_the_columns_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.render.formats.table.MEASURED", 2)
    for width, late in ((None, "100  one\n1000  one two\n"), (7, "10  one\n 0\n10  one\n00  two\n")):
        rows = ((10**n, "one two" if n > 2 else "one") for n in count())
        shown = "".join(islice(tabulate(["n", "t"], rows, Page(width=width)), 6 if width is None else 8))
        assert shown == " n  t\n--  ---\n 1  one\n10  one\n" + late
