"""Lines that say something when they are read alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.conftest import ENGLISH, Told
from timeline.extract.printing.sound import sound


@pytest.mark.parametrize(
    ("title", "quote", "expected"),
    [
        ("The mill burned", "The mill burned in 1912.", True),
        ("The number of mills has dropped by", "The number of mills has dropped by a third.", False),
        ("Ash began, but", "Ash began in 1912, but it gave up.", False),
        ("The mill is as old", "The mill is as old today as when it was built.", False),
        ("Ada Lindt is known as Red", "Ada Lindt is known as Red.", True),
        ("Ada Lindt said: “It was my life …”", "Ada Lindt said: “It was my life, and more.”", False),
        ("Ada Lindt said: “It was my life.”", "Ada Lindt said: “It was my life.”", True),
        (
            "Moe said: “The mill is lost because the old owner has left it …”",
            "Moe said: “The mill is lost because he left.”",
            True,
        ),
    ],
)
def test_stands_alone(told: Told, title: str, quote: str, expected: bool) -> None:
    (claim,) = told("The mill burned in [1912].")
    assert sound(replace(claim, title=title, quote=quote), ENGLISH.events) is expected
