"""Whose words a line is."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Told


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ('"I joined the board in [2019]," said Ada Lindt.', ["[Ada Lindt] joined the board"]),
        ("“We closed two shops in [2019],” said Ada Lindt, the head.", ["Ada Lindt: “We closed two shops”"]),
        ('Ada Lindt, the head, said: "We closed two shops in [2020]."', ["Ada Lindt: “We closed two shops”"]),
        ('"We must go," said Ada Lindt. "We sold the mill in [2020]."', ["Ada Lindt: “We sold the mill”"]),
        ('Lindt said: "He came to us in [2019] and left in [2021]."', []),
        ("Ada Lindt said she left in [2019].", ["[Ada Lindt] left"]),
        ('"I do not want to sell it in [2031]," said Ada Lindt.', []),
        ('"The mill burned in [1990]," the mayor, Ada Lindt, said.', ["The mill burned"]),
        ("The mill burned in [1990], the mayor of Vik, Ada Lindt, told reporters.", ["The mill burned"]),
        ("Prosecutors allege that Moe took bribes in [2019].", ["Prosecutors allege that Moe took bribes"]),
        ("It rested on Karl Moe, who claimed that Lindt had confessed in [2019].", []),
        (
            'The mayor of Vik, Karl Moe, said in [1912]: "The problem of the mills is still with us."',
            ['The mayor of Vik, Karl Moe, said: "The problem of the mills is still with us."'],
        ),
        ('"Our aim is to win back what we lost in [2004]," said Ada Lindt.', []),
    ],
)
def test_lines(told: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(text)] == titles


def test_who_speaks_is_kept(told: Told) -> None:
    (claim,) = told('"The mill burned in [1990]," said Ada Lindt.')
    assert (claim.title, claim.speaker) == ("The mill burned", "Ada Lindt")


_JAILS = "The jails of the valley are facing a breakdown of discipline after a ruling that hearings there were illegal"
_SHORT = "The jails of the valley are facing a breakdown of discipline"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            f"{_JAILS}, prison officers and staff warned on [3 May 1912=1912-05-03].",
            f"Prison officers and staff: {_SHORT}",
        ),
        ("The jails are full, prison officers warned in [1912].", "The jails are full, prison officers warned"),
        (f"{_JAILS}, an officer of the Home Trust (HT) said on [3 May 1912=1912-05-03].", f"Home Trust: {_JAILS}"),
        (f"{_JAILS}, he warned on [3 May 1912=1912-05-03].", f"{_JAILS}, he warned"),
    ],
)
def test_who_said_so_without_a_name_opens_a_long_line(told: Told, text: str, title: str) -> None:
    assert [claim.title for claim in told(text)] == [title]
