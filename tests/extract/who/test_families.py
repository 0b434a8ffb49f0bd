"""A family is no `he`; a ruler told by a number is."""

from __future__ import annotations

from tests.extract.conftest import Told

FAMILY = (
    "The House of Ashmere was a family of Vik. He who led it was the count. His men were feared, and his son more so. "
)


def test_nobody_is_a_house(told: Told) -> None:
    titles = [claim.title for claim in told(FAMILY + "His brother sold the mill in [1431].")]
    assert titles == ["His brother sold the mill"]


def test_the_ruler_named_last(told: Told) -> None:
    text = (
        "Aldric left Vik in [1147]. Under Nerin II the county doubled in size. He bought the mill in [1186]. "
        "Nerin left Vik in [1221]."
    )
    assert [claim.title for claim in told(text)] == ["Aldric left Vik", "[Nerin II] bought the mill", "Nerin left Vik"]
