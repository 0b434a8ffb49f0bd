from __future__ import annotations

import pytest

from tests.segment.writing import Writing
from timeline.segment import segment


def pieces(text: str) -> list[tuple[str, str]]:
    return [(s.kind, text[s.start : s.end]) for s in segment(text, Writing())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# The siege #\nIt began in May.", [("heading", "The siege"), ("prose", "It began in May.")]),
        ("The siege\n=========\nIt began.", [("heading", "The siege"), ("prose", "It began.")]),
        ("- 1889 – a start\n- 1891 – an end.", [("item", "1889 – a start"), ("item", "1891 – an end.")]),
        ("* [x] done in 1990", [("item", "done in 1990")]),
        ("1. The mill was\nbuilt in 1900. It burnt.\n2. It was sold.",
         [("item", "The mill was\nbuilt in 1900."), ("item", "It burnt."), ("item", "It was sold.")]),
        ("- a long item that\n  goes on here", [("item", "a long item that\n  goes on here")]),
        ("| Year | What |\n|---|:-:|\n| 1971 | Founded |\n| 1980 |  |",
         [("row", "Year | What"), ("row", "1971 | Founded"), ("row", "1980")]),
        ("1971\tFounded\tBern\n1980\tClosed\tBern", [("row", "1971\tFounded\tBern"), ("row", "1980\tClosed\tBern")]),
        ("> They came. They\n> saw.", [("quote", "They came."), ("quote", "They\n> saw.")]),
        ("One.\n\n---\n\nTwo.", [("prose", "One."), ("prose", "Two.")]),
        ("```\nx = 1. Y\n```\nDone.", [("row", "x = 1. Y"), ("prose", "Done.")]),
        ("---\ntitle: T\ndate: 1990\n---\nIt began.", [("prose", "It began.")]),
        ("Mill burns\n\nA mill burnt down.", [("heading", "Mill burns"), ("prose", "A mill burnt down.")]),
        ("The mill of the town of Ash burns to the ground again\nMonday, 6 May 1990\nIt burnt.",
         [("heading", "The mill of the town of Ash burns to the ground again"), ("heading", "Monday, 6 May 1990"),
          ("prose", "It burnt.")]),
        ("The mill burns in May 1990", [("prose", "The mill burns in May 1990")]),
        ("02:17 Unit 9 arrives.\n02:50 A man runs.",
         [("item", "02:17 Unit 9 arrives."), ("item", "02:50 A man runs.")]),
        ("1809, March 3: The mine opens\n28.10.1851: fire\nLate 1860s: new owners",
         [("item", "1809, March 3: The mine opens"), ("item", "28.10.1851: fire"), ("item", "Late 1860s: new owners")]),
        ("1921 Karl Moe opens a mill\n1938 First wheel\n1944–46 Rebuilt",
         [("item", "1921 Karl Moe opens a mill"), ("item", "1938 First wheel"), ("item", "1944–46 Rebuilt")]),
        ("Posts\nSince 10/2019   Reader in Law\n2014 – 2019   Clerk\n1998\tBorn",
         [("heading", "Posts"), ("item", "Since 10/2019   Reader in Law"), ("item", "2014 – 2019   Clerk"),
          ("item", "1998\tBorn")]),
        ("1.1 This lease runs for a year.\n\n2.1 It may be renewed.",
         [("item", "This lease runs for a year."), ("item", "It may be renewed.")]),
        ("1914 was a hard year.", [("prose", "1914 was a hard year.")]),
        ("BERN, Nov. 8 (WS) - The mill burnt.", [("heading", "BERN, Nov. 8 (WS)"), ("prose", "The mill burnt.")]),
    ],
)  # fmt: skip
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert pieces(text) == expected


WRAPPED = """\
Storm hits the coast
By Ada Lindt, 3 May 1990

A storm hit the northern coast on Monday night and left thousands of
households without power. The minister, who was on his way to the
town of Sundsvall when the news came, turned round between 1
March and the end of the week, or so it was told by Mr.
Ekberg."""


def test_wrapped_lines_are_joined_and_deliberate_breaks_kept() -> None:
    assert [words.split()[0] + "…" + words.split()[-1] for _, words in pieces(WRAPPED)] == [
        "Storm…coast", "By…1990", "A…power.", "The…Ekberg.",
    ]  # fmt: skip


def test_one_line_that_is_too_long_parts_no_paragraph() -> None:
    short = "The old keeper was killed near the house of the bishop and\n"
    text = f"{short}Vik was told of it by a rider who had lost his way in the fog as\n{short}Ash was told last, "
    text += "long after the rest of the county had heard of it and had buried whoever was to be buried there."
    assert len(pieces(text)) == 1


def test_lines_as_long_as_paragraphs_are_paragraphs() -> None:
    first = "The committee met " + "again and " * 30 + "adjourned"
    assert [words for _, words in pieces(f"{first}\nNobody spoke of it.")] == [first, "Nobody spoke of it."]


@pytest.mark.parametrize("newline", ["\n\n", "\r\n\r\n", "\r\r", "\x0c", "\u2029\u2029"])
def test_every_kind_of_blank_line_ends_a_paragraph(newline: str) -> None:
    found = segment(f"One is first.{newline}Two is last.", Writing())
    assert [s.paragraph for s in found] == [0, 1]
