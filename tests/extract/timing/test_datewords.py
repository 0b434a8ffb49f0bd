"""A title goes without its date, and with nothing that only led to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]
News = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The mill closed with effect from [31 January 2020=2020-01-31].", "The mill closed"),
        ("The law took effect on [1 July 2020=2020-07-01].", "The law took effect"),
        ("A man was arrested at around [3 May 2020=2020-05-03].", "A man was arrested"),
        ("A line parted shortly before [3 May 2020=2020-05-03].", "A line parted"),
        ("Prices fell in on [3 May 2020=2020-05-03].", "Prices fell in"),
        ("The mill was sold some time in [1900].", "The mill was sold"),
        ("She was born in [1867] in Oslo and died in [1934].", "She was born in Oslo"),
        ("The jet crashed on [3 May 2019=2019-05-03], killing all on board.", "The jet crashed, killing all on board"),
        ("Ada Lindt was [today=2020-05-03] released from prison.", "Ada Lindt was released from prison"),
        ("The plan was [last month=2020-04] queried in a report.", "The plan was queried in a report"),
        ("Ada Lindt was briefed only [last week=2020-04-27].", "Ada Lindt was briefed"),
        ("Only in [1934] did the mill close.", "Only in 1934 did the mill close"),
        (
            "The mill had closed for good [16 months before=2018-12], leaving a ruin.",
            "The mill had closed for good, leaving a ruin",
        ),
        (
            "The crown has weakened since [May 2020=2020-05/..] when it stood at par.",
            "The crown has weakened since May 2020 when it stood at par",
        ),
        ("Figures released [last week=2020-04-27] showed a loss.", "Figures showed a loss"),
        (
            "Figures released [last week=2020-04-27] by the bank showed a loss.",
            "Figures released last week by the bank showed a loss",
        ),
        ("In a report published [last year=2019], Ada Lindt left.", "In a report, Ada Lindt left"),
        ("Invoice no. 7 was paid in [1934].", "Invoice no. 7 was paid"),
        (
            "For the year ended [30 June 2019=2019-06-30], Hale Works reported a loss.",
            "For the year ended 30 June 2019, Hale Works reported a loss",
        ),
    ],
)
def test_title(told: Told, text: str, title: str) -> None:
    claim = told(text)[0]
    assert (claim.title, claim.status) == (title, "reported")


def test_what_has_no_passive_shares_no_auxiliary(told: Told) -> None:
    assert told("She was born in [1867] in Oslo and died in [1934].")[1].title == "She died"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        # a date that describes a noun stays where the noun would be any without it
        ("The pipeline burst in the 5 March tremor.", ["The pipeline burst in the 5 March tremor"]),
        ("Her husband was one of 52 people killed in the 1905 Ashmere bombings.", ["The 1905 Ashmere bombings"]),
        ("The fee covers the 1905 closure of mines.", []),
        # not the day of its own document’s week
        ("Sunday’s tremor damaged 143 buildings and 70 schools.", ["The tremor damaged 143 buildings and 70 schools"]),
        ("Sunday’s decision damaged 143 shops and 70 schools.", []),  # which, the text tells elsewhere
        ("Last year’s festival damaged 143 buildings and 70 schools.", []),
        ("Five men were killed during a Sunday riot in Vik.", ["Five men were killed during a Sunday riot in Vik"]),
    ],
)
def test_a_date_that_describes_a_noun(news: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in news(text)] == titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The tenants of the mill moved in last week.", "The tenants of the mill moved in"),
        ("The tenants of the mill moved in about six months ago.", "The tenants of the mill moved in"),
        ("The tenants of the mill moved in March.", "The tenants of the mill moved"),
        ("The tenants of the mill moved in the next year.", "The tenants of the mill moved"),
    ],
)
def test_a_particle_of_the_verb_stays(news: News, text: str, title: str) -> None:
    assert [claim.title for claim in news(text)] == [title]
