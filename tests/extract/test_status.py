"""Reported, planned, denied, conditional."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "status", "negated"),
    [
        ("The mill opened in [1912].", "reported", False),
        ("The mill has been open since [1912=1912/..].", "reported", False),
        ("The mill will open in [2030].", "planned", False),
        ("The mill won't open in [2030].", "planned", True),
        ("The mill is to be opened in [2030].", "planned", False),
        ("The mill is due to open in [2030].", "planned", False),
        ("The mill had been due to open in [1912].", "planned", False),
        ("The owner plans to open the mill in [2030].", "planned", False),
        ("The payment was promised for [30 April 2020=2020-04-30].", "planned", False),
        ("The first hearing is listed for [18 January 2021=2021-01-18].", "planned", False),
        ("The owner said the mill would open in [2030].", "planned", False),
        ("If the bank agrees, the mill would open in [2030].", "conditional", False),
        ("The mill will open in [2030] if the bank agrees.", "conditional", False),
        ("Should prices rise, the mill will open in [2030].", "conditional", False),
        ("The owner expects the mill to return to profit in [2030].", "planned", False),
        ("The owner expects to return to profit in [2030].", "planned", False),
        ("Sales are forecast to grow in [2030].", "planned", False),
        ("The mill may open in [2030].", "conditional", False),
        ("The mill did not open in [1912].", "denied", True),
        ("No mill was opened in [1912].", "denied", True),
        ("The owner denies that the mill was opened in [1912].", "denied", True),
        ("The owner denied having opened the mill in [1912].", "denied", True),
        ("The owner failed to open the mill in [1912].", "denied", True),
        ("The owner rejected a petition presented in [1912] by his men.", "reported", False),
        ("The owner does not deny that the mill was opened in [1912].", "reported", False),
    ],
)
def test_status(told: Told, text: str, status: str, negated: bool) -> None:
    assert [(claim.status, claim.negated) for claim in told(text)] == [(status, negated)]


def test_what_lies_after_the_document_is_planned(told: Told) -> None:
    text = "A shop opens in the arena in [June 2023=2023-06]."
    assert told(text, "2023-05-12")[0].status == "planned"
    assert told(text, "2023-07-12")[0].status == "reported"


def test_what_was_called_for_a_day_to_come_is_planned(told: Told) -> None:
    (claim,) = told("The guild called a strike for [Monday=2023-05-15].", "2023-05-12")
    assert (claim.status, claim.title) == ("planned", "The guild called a strike")
