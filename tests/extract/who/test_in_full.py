"""The rest of a name that a line has by half."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Karl Moe ran the mill. Moe left Vik in [1931].", "[Karl] Moe left Vik"),
        ("Karl Moe ran the mill. Mr Moe left Vik in [1931].", "Mr [Karl] Moe left Vik"),
        ("Ada Moe ran the mill. Ms Moe's trial began in [1931].", "Ms [Ada] Moe's trial began"),
        ("Karl Moe met Ada Lind. Moe sued Lind in [1931].", "[Karl] Moe sued [Ada] Lind"),
        ("Zola Tamm ran the mill. In [1931] Tamm sold Tamm Hall.", "[Zola] Tamm sold Tamm Hall"),
        ("US-born Karl Moe ran the mill. Moe left Vik in [1931].", "[Karl] Moe left Vik"),
        ("Advisor Zola Tamm ran the mill. Tamm left Vik in [1931].", "[Zola] Tamm left Vik"),
        ("The Vik Mill Board (VMB) met. The VMB sold the mill in [1931].", "The VMB [Vik Mill Board] sold the mill"),
        ("We all miss Ada Lindt. Ada ran the mill. She left Vik in [1931].", "[Ada Lindt] left Vik"),
        ("The Bank of Vik met. The Bank cut its rate in [1931].", "The Bank [of Vik] cut its rate"),
        # a given name alone, of somebody whose surname the document tells
        ("We all miss Ada Lindt. Ada left Vik in [1931].", "Ada [Lindt] left Vik"),
        ("We all miss Ada Lindt. In [1931] a guard shot Ada.", "A guard shot Ada [Lindt]"),
    ],
)  # fmt: skip
def test_is_told_once(told: Told, text: str, title: str) -> None:
    assert told(text)[-1].title == title


@pytest.mark.parametrize(
    "text",
    [
        "Karl Moe left Vik in [1931].",
        "The Bank of Vik met the Bank of Ash. The Bank cut its rate in [1931].",
        "The Bank of Vik met the Ash Savings Bank. The Bank cut its rate in [1931].",
        "Karl Moe met Ada Moe. Moe left Vik in [1931].",  # two who bear it
        "Karl Thomas met Thomas Lind. Thomas left Vik in [1931].",
        "Moe ran the mill. Moe left Vik in [1931].",  # no given name told
        "Karl Moe ran the mill. Mrs Moe left Vik in [1931].",
        "Karl Moe ran the mill. Mr and Mrs Moe left Vik in [1931].",
        "Paul John ran the mill. Sir John left Vik in [1931].",
        "Karl Moe ran the mill. The Moe trial began in [1931].",
        "Karl Moe ran the mill. Moe supporters met in Vik in [1931].",
        "Karl Moe ran the mill. Police closed Moe Street in [1931].",
        'Karl Moe ran the mill. The judge said "Moe left Vik in [1931]".',
        "We met Ada Lindt. Karl and Ada left Vik in [1931].",  # of two one surname says too much
        "We met Ada Lindt. Tamm shot his sister, Ada, in [1931].",
        "The Vik Mill Board (VMB) met. The VMB chairman left in [1931].",
        "The European Union (EU) met. The EU sold the mill in [1931].",
        "We met Ada Lindt and Ada Moe. Ada left Vik in [1931].",
    ],
)
def test_stays_as_it_is(told: Told, text: str) -> None:
    assert not [claim.title for claim in told(text) if "[" in claim.title]
