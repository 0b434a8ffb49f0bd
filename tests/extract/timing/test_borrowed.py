"""Times that are not the main verb's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        # a purpose has the time of the deed
        ("She rang the bell to wake the village in [1912].", ["She rang the bell to wake the village"]),
        ("The mayor will meet the owners on [3 May=1912-05-03] in an attempt to reach a deal.", ["meet"]),
        # what is governed keeps its own
        ("The mill is due to open in [1912].", ["The mill is due to open"]),
        ("The general ordered the third corps to leave in [1912].", ["The general ordered the third corps to leave"]),
        ("The trick is understood to have been used first in [1912].", ["used first"]),
        # of a participle
        ("After joining the club in [1912], Moe was lent to its rivals.", ["Moe joined the club"]),
        ("Moe fell to fourth place in [1912] after catching a cold in [May=1912-05].", ["fell", "caught a cold"]),
        # of a noun
        ("The old bishop was a main author of the [1912] treaty.", []),
        ("Moe was not there at [Tuesday's=1912-05-07] meeting.", []),
        ("The guild won [Sunday's=1912-05-05] vote.", ["won"]),
        ("The guild later withdrew [Sunday=1912-05-05]'s request to the bishop for help.", []),
        ("In [Sunday's=1912-05-05] robbery the thieves fled by boat.", ["the thieves fled"]),
        ("He welcomed the move, as large as [May's=1912-05] decision.", []),
        # of what was done in the course of something
        ("Moe broke his arm during Ashmere’s 3-2 win over Vik on [Sunday=1912-05-05].", ["Moe broke his arm during"]),
        ("Karl Moe has the chief role in the Hale Theatre production of The Mill on [Sunday=1912-05-05].", []),
        ("In a note published on [3 May=1912-05-03], Karl Moe said the mill was safe.", ["Karl Moe said the mill"]),
    ],
)
def test_whose_time(told: Told, text: str, titles: list[str]) -> None:
    found = [claim.title for claim in told(text)]
    assert len(found) == len(titles)
    for line, words in zip(found, titles, strict=True):
        assert words in line


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Moe hid in Vik before robbing and killing Lindt in [1912].", ["Moe killed Lindt"]),
        ("Moe fled the town after killing his sister in [1912].", ["Moe killed his sister"]),
        ("Moe was hurt in the killing of Lindt in [1912].", ["Moe was hurt in the killing of Lindt"]),
        (
            "Sentencing the gang on [3 May 1912=1912-05-03], Judge Moe said they had robbed the inn.",
            ["Sentencing the gang, Judge Moe said they had robbed the inn"],
        ),
        ("Moe hid in Vik before robbing Lindt, and killing no time, in [1912].", []),
    ],
)
def test_gerunds(told: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(text)] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        # who says so may stand in the middle of the clause, which is whole without it
        (
            "Moe and his aides, the charge sheet said, shipped hundreds of papers to Vik in [1912] as his term ended.",
            ["Moe and his aides shipped hundreds of papers to Vik as his term ended"],
        ),
        ("Two men, police said, were arrested in Vik in [1912].", ["Two men were arrested in Vik"]),
        ("Five countries, Norway included, signed it in [1912].", ["Five countries, Norway included, signed it"]),
        ("In [1912], police said, two men were arrested.", ["Two men were arrested"]),
        # a date that opens the sentence tells nothing yet of which somebody could speak
        (
            "On [3 May 1912=1912-05-03], Karl Moe spoke of the fire: “There is something that no one can forget.”",
            ["Karl Moe spoke of the fire"],
        ),
        ("By [1912] the town had so far only received half of the grain.", ["The town had so far only received half"]),
        ("By [1912] the town had far too many shops.", []),
    ],
)
def test_who_says_so(told: Told, text: str, titles: list[str]) -> None:
    found = [claim.title for claim in told(text)]
    assert len(found) == len(titles)
    for line, words in zip(found, titles, strict=True):
        assert words in line
