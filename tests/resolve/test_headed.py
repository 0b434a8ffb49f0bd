"""Days that head the parts of a report date the times of day under them, however both are written."""

from __future__ import annotations

from itertools import product

import pytest

import timeline

HEADS = (
    ("Thursday 16 February 2017", "Friday 17 February"),
    ("**16 February 2017**", "**17 February 2017**"),
    ("THURSDAY, 16 FEBRUARY 2017:", "FRIDAY, 17 FEBRUARY 2017:"),
    ("16/02/2017", "17/02/2017"),
    ("B. Thu 16 Feb 2017", "C. Fri 17 Feb"),
    ("Day 1 (16 February 2017)", "Day 2 (17 February)"),
    ("### February 16, 2017 (Thursday)", "### February 17 (Friday)"),
    ("Events of 16 February 2017", "Events of 17 February 2017"),
    ("16 February 2017 – the release", "17 February 2017 – the aftermath"),
)
ITEMS = (
    "{} - The guard smells gas.",
    "{}: The guard smells gas.",
    "2. {} The guard smells gas.",
    "* {} the guard smells gas.",
    "[{}] The guard smells gas.",
    "At {} the guard smelled gas.",
)
CLOCKS = (("16:40", "04:12"), ("4.40 pm", "4.12 am"))


@pytest.mark.parametrize("heads", HEADS, ids=lambda heads: heads[0])
def test_a_time_of_day_is_of_the_day_that_heads_it(heads: tuple[str, str]) -> None:
    for item, clocks, gap in product(ITEMS, CLOCKS, ("\n", "\n\n")):
        entries = (f"{head}{gap}{item.format(clock)}" for head, clock in zip(heads, clocks, strict=True))
        text = "\n\n".join(("Report of the panel", "The plant was built in 2003.", *entries, "Signed by the panel.\n"))
        found = timeline.parse(text, reference="2017-06-14", genre="auto")
        told = [str(one.when) for one in found if one.type == "TIME"]
        assert told == ["2017-02-16", "2017-02-17"], text
