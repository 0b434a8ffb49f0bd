"""Times that date nothing give no claim."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose to 40 million from 31 million in [1985].",
        "Output was higher than in [1985].",
        "Hale told the board of its results for [the first half of 1911=1911-40].",
        "They missed the deadline of [30 September 1911=1911-09-30] for the grant.",
        "The owners paid the sums due on [3 May 1911=1911-05-03] and [4 June 1911=1911-06-04].",
        "The minutes of the meeting of [4 May 1911=1911-05-04] were approved.",
        "It was the first loss since [1985=1985/..].",
        "Profit rose 5% compared with [1985].",
        "Sales eased to the weakest level since [1983=1983/..].",
        "Net profit rose in the year ended [31 March 1987=1987-03-31].",
        "The firm sold notes due [2012].",
        "He drove a [1967] convertible to the court.",
        "John Ames ([1914]) wrote the book.",
        "© [1994] Hale Instruments. All rights reserved.",
        "Published [8 November 2021=2021-11-08]",
        "By Ann Lee, [8 May 2021=2021-05-08]",
        "You have to water it in [summer=2001-22].",
        "The weekly ([1914]) closed.",
        "Editor's desk / [12 May 2023=2023-05-12]",
        "It read [Monday=2001-05-07]'s newspaper.",
        "The firm sold [1986]-crop peanuts.",
        "He became the first man of the valley to win the race since Karl Moe in [1976].",
        "Profits fell 5% on the same period of [1976].",
        "Trade had been good before the floods of [1990].",
        "The valley forgot the events of [1990].",
        "The road was built in the style of the [1930s=193X].",
        "The play is set in [1913].",
        "The index, base [1980], rose.",
        "Prices rose 2.7 pct after 2.9 pct in [1980].",
        "The film has [April=2001-04] Jones as the queen.",
        "Output was higher than that seen in [1911] and [1912].",
        "Sales rose to 4 million, or 3 pct, from 3 million, 2 pct, in [1911].",
        "The appeal was granted after [May=1911-05] made her case.",
        "The prize went to Grand Vik Rally [1911] while others won nothing.",
        "Moe sold 40 lamps including [Easter Monday=1911-04-17], with 50 left.",
        "Half of the fall between the old peak and [1911] came late.",
        "They met two weeks after the riots in Vik in [May=1911-05].",
        "The firm changed its fiscal [year-end=2001] to suit its owners.",
        "Moe blamed poor sales since [1911=1911/..].",
        "She thought [tonight=2001-05-07] was a step ahead.",
        "Moe said that [Saturday=2001-05-05] had been wet.",
        "Hunts were held on [the last day=2001-05-06] that hunting was legal.",
        "The rent is due on [26 April=1911-04-26] every year from [1911].",
        "The song is called Gone [This Christmas=2001-12-25].",
    ],
)
def test_no_claim(told: Told, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The long reign of Aldric II ([0870]) was a time of peace.", "0870"),
        ("The treaty (signed in [1870]) was torn up.", "1870"),
        ("[2019] brought the best result so far.", "2019"),
        ("The family moved to Thornbury in [1895].", "1895"),
        ("The assembly passed its first laws in [1895].", "1895"),
        ("By [1994] the mill had closed.", "1994"),
        ("The mill stood empty for most of the [1930s=193X].", "193X"),
        ("The army fled in the winter of [1914].", "1914"),
        ("By letter of [28 March 2018=2018-03-28] the owners denied liability.", "2018-03-28"),
        ("The pact was signed on [4 May 1911=1911-05-04], not on [3 May 1911=1911-05-03].", "1911-05-04"),
        ("The mine opened in [1911], not [1912] as is often said.", "1911"),
        ("The mine opened in [1911] (not [1912]).", "1911"),
        ("The pact was signed not in [1912] but in [1911].", "1911"),
        ("The mine was not sold in [1912].", "1912"),
        ("Moe sold 500 shares since [5 March 1911=1911-03-05/..].", "1911-03-05/.."),
        ("The appeal was granted after [May=1911-05] began.", "1911-05"),
        ("Moe died in Ashmere [1911].", "1911"),
        ("Prices surged back above the 40 crown mark on [3 May 1911=1911-05-03].", "1911-05-03"),
        ("The firm changed its name in [1912].", "1912"),
    ],
)
def test_still_a_claim(told: Told, text: str, edtf: str) -> None:
    assert [claim.when.edtf for claim in told(text) if claim.when] == [edtf]
