"""A chronology with footnotes, in which foreign text stays text."""

from __future__ import annotations

import pytest

from tests.render.rows import DISPUTED, UNDATED, event, evidence
from timeline.render.formats.markdown import escaped, render, tabulate
from timeline.render.page import Page


def test_a_heading_a_year_and_a_footnote_a_source() -> None:
    out = "".join(
        render([event(), UNDATED | {"evidence": [evidence(time_start=None, time_end=None)]}], Page(title="Leith"))
    )
    assert out == (
        "# Leith\n"
        "\n## 1894\n\n"
        "- **1894-05** The bridge opened[^1]\n"
        "\n## Undated\n\n"
        "- **undated** A storm broke the pier[^2]\n"
        "\n"
        "[^1]: “The bridge opened in **May 1894**.” notes.txt:100\n"
        "[^2]: “The bridge opened in May 1894.” notes.txt:100\n"
    )


def test_disputed() -> None:
    assert "*(disputed)* (1892: one source)[^1][^2][^3]" in "".join(render([DISPUTED], Page()))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("*bold* _it_", r"\*bold\* \_it\_"),
        ("[a](javascript:x)", r"\[a\](javascript:x)"),
        ("<script>", r"\<script\>"),
        ("a | b", r"a \| b"),
        ("# head", r"\# head"),
        ("- item", r"\- item"),
        ("1. item", r"1\. item"),
        ("two\nlines", "two lines"),
        ("&amp;", r"\&amp;"),
    ],
)
def test_escaped(text: str, written: str) -> None:
    assert escaped(text) == written


def test_rows_of_any_query() -> None:
    assert "".join(tabulate(["a|b", "c"], [("x|y", None)], Page())) == "| a\\|b | c |\n| --- | --- |\n| x\\|y |  |\n"
