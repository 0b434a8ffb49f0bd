"""Judgments, minutes, interviews: what their labels, results and clefts tell."""

from __future__ import annotations

import pytest

from timeline.extract import extract
from timeline.languages import load
from timeline.model.document import Document, Published
from timeline.resolve import resolve
from timeline.segment import segment
from timeline.tag import tag
from timeline.temporal.interval import Interval

ENGLISH = load("en")

Lines = list[tuple[str, str, str]]


def lines(text: str) -> Lines:
    published = Published(Interval.parse("2024-04-02"), "given")
    mentions = resolve(tag(text, ENGLISH), text, ENGLISH, published, "auto")
    document = Document("key", "a.txt", text, "text", "", "", published=published)
    claims = extract(document, segment(text, ENGLISH), mentions, ENGLISH)
    return [(claim.when.edtf if claim.when else "", claim.status, claim.title) for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Next meeting: Tuesday 10 December 2024, 6.30 pm.", [("2024-12-10", "planned", "Next meeting")]),
        ("**Next meeting:** 8 May 2024", [("2024-05-08", "planned", "Next meeting")]),
        ("Date of next hearing: 4 June 2024", [("2024-06-04", "planned", "Next hearing")]),
        ("Last revised: 4 June 2023", []),
        ("The next meeting about the mill: a long evening in May 2023.", []),
    ],
)
def test_a_label_sets_a_day(text: str, expected: Lines) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The lease was not renewed, so that the shop closed on 3 May 2023.",
            [("2023-05-03", "reported", "The shop closed")],
        ),
        (
            "They moved the gate so that carts could pass in May 2023.",
            [],
        ),
    ],
)
def test_what_came_of_it(text: str, expected: Lines) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was 1975 they closed the mill.", [("1975", "reported", "They closed the mill")]),
        ("It was in May 2020 Ada Moe left the firm.", [("2020-05", "reported", "Ada Moe left the firm")]),
        ("It was 1975, and they closed the mill.", []),
    ],
)
def test_a_cleft_without_that(text: str, expected: Lines) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Karl Berg, youth officer since 2017, leaves on 11 October 2024.",
            [
                ("2017/..", "reported", "Karl Berg was youth officer"),
                ("2024-10-11", "planned", "Karl Berg, youth officer since 2017, leaves"),
            ],
        ),
        ("Karl Berg, youth officer, leaves and rooms.", []),
    ],
)
def test_a_verb_past_an_office(text: str, expected: Lines) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "There is no substance in the rumour that Ada Moe met Hale Works in May 2023.",
            [("2023-05", "denied", "Ada Moe met Hale Works")],
        ),
        (
            "There was some truth in the story that Ada Moe met Hale Works in May 2023.",
            [
                (
                    "2023-05",
                    "reported",
                    "There was some truth in the story that Ada Moe met Hale Works",
                )
            ],
        ),
    ],
)
def test_no_truth(text: str, expected: Lines) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Moe never led a march in May 2020.", [("2020-05", "denied", "Ada Moe never led a march")]),
        ("She never sold any shares in May 2020.", [("2020-05", "denied", "She never sold any shares")]),
        ("Ada Moe led a march in May 2020.", [("2020-05", "reported", "Ada Moe led a march")]),
    ],
)
def test_never(text: str, expected: Lines) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They tell me the museum opens in June 2024.", [("2024-06", "planned", "The museum opens")]),
        (
            "Everybody's coming home for my birthday in May 2024.",
            [("2024-05", "planned", "Everybody's coming home for my birthday")],
        ),
        ("It's coming back to Vik in May 2024.", []),
        ("She tells museum opens nights in Vik.", []),
    ],
)
def test_what_is_on_its_way(text: str, expected: Lines) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The firm's case is that this had been decided on 6 November 2018.",
            [("2018-11-06", "reported", "This had been decided")],
        ),
        ("This was so on 6 November 2018.", []),
    ],
)
def test_decided_before(text: str, expected: Lines) -> None:
    assert lines(text) == expected


CASE = "Ms R. Lindt  v  Hale Coatings Ltd\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            CASE + "The respondent dismissed the claimant on 3 May 2018.",
            "The respondent [Hale Coatings Ltd] dismissed the claimant",
        ),
        (CASE + "The claimant wrote a letter on 3 May 2018.", "The claimant [R. Lindt] wrote a letter"),
        (CASE + "The witness wrote a letter on 3 May 2018.", "The witness wrote a letter"),
        (
            CASE + "Karl Moe v Vik Mills\n\nThe claimant wrote a letter on 3 May 2018.",
            "The claimant wrote a letter",
        ),
        ("The claimant wrote a letter on 3 May 2018.", "The claimant wrote a letter"),
    ],
)
def test_the_parties_of_a_case(text: str, expected: str) -> None:
    assert [title for _, _, title in lines(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The museum is open daily from 3 May to 30 September.", []),
        ("The archive is open on the first Monday of each month from Easter to October.", []),
        ("The bridge is closed from 3 May 2024.", [("2024-05-03", "planned", "The bridge is closed")]),
    ],
)
def test_opening_times(text: str, expected: Lines) -> None:
    assert lines(text) == expected


MINUTES = "Minutes of the committee meeting held on 2 April 2024\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            MINUTES + "The boiler had been mended on 12 March.",
            [("2024-03-12", "reported", "The boiler had been mended")],
        ),
        (
            "Orme was first recorded in a charter of 1086.",
            [("1086", "reported", "Orme was first recorded in a charter")],
        ),
        ("Orme was listed in a book of 1986.", []),
        ("In Red Fire (1955), a film about Vik, Karl Moe played a priest.", []),
        ("After the Vik Fire (1955), a new town rose.", [("1955", "reported", "The Vik Fire")]),
        (
            "The bridge bears the date 1731; it was widened in 1926.",
            [("1926", "reported", "It was widened")],
        ),
        (
            "The manor was let. It was handed back in 1946, sold in 1951 and pulled down in 1957.",
            [
                ("1946", "reported", "It was handed back"),
                ("1951", "reported", "It was sold"),
                ("1957", "reported", "It was pulled down"),
            ],
        ),
        ("No, I'm wrong, it was 1972 they shut the mill.", [("1972", "reported", "They shut the mill")]),
    ],
)
def test_of_minutes_and_histories(text: str, expected: Lines) -> None:
    assert lines(text) == expected
