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
    ],
)
def test_whose_time(told: Told, text: str, titles: list[str]) -> None:
    found = [claim.title for claim in told(text)]
    assert len(found) == len(titles)
    for line, words in zip(found, titles, strict=True):
        assert words in line
