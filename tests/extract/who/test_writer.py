"""Who `I` is in a talk."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]

TALK = """# "The mill was my life": Ada Lindt talks to us

Q: What then?

A: I left the mill in [2003].

A: My sons were born there. I sold the house in [2004].
"""
HEARING = """Hearing, day 3

MR PRICE: When did you leave?

ADA LINDT: I left the mill in [2003]. I was glad in [2004]. I lost my post in [2005].

Note: I saw him in [2006].
"""


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (TALK, ["[Ada Lindt] left the mill", "[Ada Lindt] sold the house"]),
        (HEARING, ["[Ada Lindt] left the mill", "I lost my post", "I saw him"]),
    ],
)
def test_i_is_who_answers(told: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(text)] == titles
