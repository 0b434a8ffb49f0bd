"""List items and table rows that open with a date."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "edtf", "title", "status"),
    [
        ("- [1889] – A committee asks for a harbour.", "1889", "A committee asks for a harbour", "reported"),
        ("- [1891, 4 May=1891-05-04] – The king signs the deed.", "1891-05-04", "The king signs the deed", "reported"),
        ("- **[1891]**: The king signs the deed.", "1891", "The king signs the deed", "reported"),
        ("* [1930s=193X] – Ferries take half of the cargo.", "193X", "Ferries take half of the cargo", "reported"),
        (
            "- before [1950=../1950] – The first crane is tried out.",
            "../1950",
            "The first crane is tried out",
            "reported",
        ),
        ("- [2026] – Reopening of the quay (planned).", "2026", "Reopening of the quay (planned)", "planned"),
        ("- ~~[2028] – A second pier~~ (dropped).", "2028", "A second pier (dropped)", "planned"),
        ("- [2027] – A second pier, if the county pays.", "2027", "A second pier, if the county pays", "conditional"),
        (
            "- [1911] – Karl Moe of the Hale Trust, a friend of the late mayor, and Ada Lindt, "
            "a nurse from the port of Ashmere, are arrested, and both deny all",
            "1911",
            "Karl Moe of the Hale Trust, a friend of the late mayor, and Ada Lindt, "
            "a nurse from the port of Ashmere, are arrested",
            "reported",
        ),
        ("| [1971] | Friends of the Quay set up | Ann Lee |", "1971", "Friends of the Quay set up", "reported"),
        ("| [2025] (planned) | Carbon-neutral cranes |", "2025", "Carbon-neutral cranes", "planned"),
    ],
)
def test_entry(told: Told, text: str, edtf: str, title: str, status: str) -> None:
    (claim,) = told(f"# The quay\n\n{text}\n")
    assert claim.when is not None
    assert (claim.when.edtf, claim.title, claim.status) == (edtf, title, status)


def test_all_cells_of_a_row_name_actors(told: Told) -> None:
    text = "| Year | What | Who |\n|---|---|---|\n| [1971] | Quay opened | Ottilie Rasmussen |\n"
    (claim,) = told(text)
    assert "Ottilie Rasmussen" in claim.actors


def test_a_long_entry_is_shortened(told: Told) -> None:
    (claim,) = told("- [1889] – " + "The committee asks for a harbour and a road, " * 5)
    assert len(claim.title) <= 120


@pytest.mark.parametrize(
    ("row", "title"),
    [
        ("| [5 May 1912=1912-05-05] | MV Tern | left for Kiel |", "MV Tern left for Kiel"),
        ("| [5 May 1912=1912-05-05] | Friends of the mill set up | Ada Lindt |", "Friends of the mill set up"),
    ],
)
def test_a_cell_that_opens_with_its_verb_goes_on(told: Told, row: str, title: str) -> None:
    assert [claim.title for claim in told(f"| Date | Ship | Note |\n|---|---|---|\n{row}\n")] == [title]


@pytest.mark.parametrize(
    ("item", "titles"),
    [
        ("Repurchased 1.2 million shares in [1911]", ["Repurchased 1.2 million shares"]),
        ("Opened a mill in Vik in [1911]", ["Opened a mill in Vik"]),
        ("Delayed payment of rent in [1911]", []),
    ],
)
def test_a_deed_of_the_writer(told: Told, item: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(f"# Hale Works\n\n- {item}\n- Net sales of 40 million\n")] == titles
