"""Lines that are too long for a title, and where they end."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Told

OFFER = "In [1912] the council of Vik received no bids on the offer to sell the old mill beside the river Elm"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            f"{OFFER} for use as a museum of the old local crafts.",
            ["The council of Vik received no bids on the offer to sell the old mill beside the river Elm for use"],
        ),
        (
            "In [1912] a judge in Vik served an order banning papers, almanacs and pamphlets from printing the name of "
            "the child that the owner of the mill had taken in.",
            [
                "A judge in Vik served an order banning papers, almanacs and pamphlets from printing the name of the "
                "child that the owner of the mill had taken in"
            ],
        ),
        (
            "In [1912] the bishop of Vik attacked the policy of the council of his own town on schools calling its "
            "plan for the two villages a danger to the children and a gift to the owners of the mills.",
            ["The bishop of Vik attacked the policy of the council of his own town on schools"],
        ),
        (
            "In [1912] the trade envoy Ada Lindt said that if the council of ministers of Norland approves a tax on "
            "oils and fats from the colonies, another quarrel will break out.",
            [
                "The trade envoy Ada Lindt said that if the council of ministers of Norland approves a tax on oils and "
                "fats from the colonies, another quarrel will break out"
            ],
        ),
        (
            "But the cost had become a worry, and in [1912] the new minister of works, Karl Moe, vowed to cut the "
            "price of corn, oil and coal for all those who had served in the war.",
            [
                "The new minister of works, Karl Moe, vowed to cut the price of corn, oil and coal for all those who "
                "had served in the war"
            ],
        ),
        (
            "In [1912] the committee of the house for finance and trade called by a large majority for a “substantial” "
            "cut in the rates.",
            [
                "The committee of the house for finance and trade called by a large majority for a “substantial” cut "
                "in the rates"
            ],
        ),
    ],
)
def test_ends(told: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(text)] == titles
