"""What was said to come stands in the tense that it has without the words of report, while it lies ahead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The owner said the mill would close on [3 June 2020=2020-06-03].", "The mill will close"),
        ("The mill would close on [3 June 2020=2020-06-03], the owner said.", "The mill will close"),
        ("The owner said the mill would close on [3 May 2019=2019-05-03].", "The mill would close"),
        ("The owner says the mill would close on [3 June 2020=2020-06-03].", "The mill would close"),
        ("The court heard the mill was sold on [3 May 2019=2019-05-03].", "The mill was sold"),
        ("It is understood the mill was sold on [3 May 2019=2019-05-03].", "The mill was sold"),
        ("It was reported Karl Moe had sold it on [3 May 2019=2019-05-03].", "Karl Moe had sold it"),
        ("The mill was sold on [3 May 2019=2019-05-03], the court heard.", "The mill was sold, the court heard"),
    ],
)
def test_title(told: Told, text: str, title: str) -> None:
    assert told(text, "2020-05-01")[0].title == title


def test_without_a_date_of_its_own_nobody_knows_whether_it_lies_ahead(told: Told) -> None:
    claims = told("The owner said the mill would close on [3 June 2020=2020-06-03].")
    assert claims[0].title == "The mill would close"
