"""What stands before the first sentence of a story that was filed somewhere."""

from __future__ import annotations

import pytest

from timeline.segment.dateline import dateline


@pytest.mark.parametrize(
    ("filed", "gap", "story"),
    [
        ("VIK, Norland, Nov. 8 (AP)", " — ", "It rained."),
        ("TALLINN, March 14, 2018 (Baltic Wire)", " - ", "It rained."),
        ("LONDON, 3 May 2012", " -- ", "“It rained,” he said."),
        ("GENEVA (12 May 2020)", " – ", "It rained."),
        ("Stoke on Trent, Aug. 7, 2015 /Post/", " -- ", "It rained."),
        ("VIENNA, Austria - 14 November 2016", " - ", "It rained."),
        ("NEW YORK — September 12, 2008", " — ", "It rained."),
        ("LONDON—12 Sept 2008", "—", "It rained."),
        ("Vik, Norland, 24 October 2013", ": ", "It rained."),
        ("(Lagos, 2 June 2014)", " ", "It rained."),
        ("Aug. 22 (Coastal Wire)", " - ", "It rained."),
        ("**VIK, Norland, April 23, 2024**", " – ", "It rained."),
        ("VIK, Norland, Nov. 8 (AP)", " — ", "It rained.\n\nLocal 1726 of the union wept."),
    ],
)
def test_a_story_begins_behind_it(filed: str, gap: str, story: str) -> None:
    text = filed + gap + story
    assert dateline(text, 0, len(text)) == (len(filed), len(filed) + len(gap))


@pytest.mark.parametrize(
    "text",
    [
        "It rained in Vik, 24 October 2013 - and how.",
        "The mill, 3 May 2012, closed. It rained.",
        "Vik - a town. It rained.",
        "Vik, 24 October 2013: It rained.\nOrlo, 3 May 2014: It snowed.",
        "",
    ],
)
def test_no_dateline(text: str) -> None:
    assert dateline(text, 0, len(text)) is None
