"""Claims of whole texts: one clause, one happening, each cited to the character."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.extract import extract
from timeline.languages import load
from timeline.model.claim import Claim
from timeline.model.document import Document, Published
from timeline.resolve import resolve
from timeline.segment import segment
from timeline.tag import tag
from timeline.temporal.interval import Interval

Told = Callable[..., list[Claim]]

TWO = "The mill burned down in [1912] and was rebuilt in [1914]; Karl Moe sold it in [1920]."


def test_each_happening_has_its_own_claim(told: Told) -> None:
    claims = told(TWO)
    assert [(claim.when.edtf, claim.trigger) for claim in claims if claim.when] == [
        ("1912", "burn"),
        ("1914", "rebuild"),
        ("1920", "sell"),
    ]
    assert [claim.actors for claim in claims] == [(), (), ("Karl Moe",)]
    assert len({claim.key for claim in claims}) == 3


def test_claims_are_cited_to_the_character(told: Told) -> None:
    text = "First. " + TWO.replace("[", "").replace("]", "")
    for claim in told("First. " + TWO):
        assert text[claim.start : claim.end] == claim.quote
        assert text[claim.time_start : claim.time_end] == claim.time_text
        assert text[claim.trigger_start : claim.trigger_end] in ("burned", "rebuilt", "sold")


def test_a_state_gives_way_to_the_deed_that_began_it(told: Told) -> None:
    (claim,) = told("Relations have been tense since [1991=1991/..] when the Danish army occupied Gotland.")
    assert (claim.trigger, claim.kind, claim.when.edtf if claim.when else None) == ("occupy", "point", "1991")


def test_a_state_that_lasts_is_a_span(told: Told) -> None:
    (claim,) = told("The mill has belonged to Karl Moe since [1991=1991/..].")
    assert (claim.kind, claim.when.edtf if claim.when else None) == ("span", "1991/..")


def test_the_finer_of_two_times_that_agree(told: Told) -> None:
    (claim,) = told("In [1912], on [3 May=1912-05-03], the mill burned down.")
    assert claim.when is not None
    assert claim.when.edtf == "1912-05-03"


def test_a_deed_whose_time_cannot_be_placed_stays_undated() -> None:
    english = load("en")
    text = "Two months later, the leaders signed a pact. They have been friends since then. A year later they fell out."
    mentions = resolve(tag(text, english), text, english, None, "auto")
    claim, *more = extract(Document("k", "a", text, "text", "", ""), segment(text, english), mentions, english)
    assert (claim.when, claim.title, claim.provenance.basis) == (None, "The leaders signed a pact", "none")
    assert claim.time_text == "Two months later"
    assert [(one.when, one.title) for one in more] == [(None, "They fell out")]


def test_each_letter_was_written_on_its_own_day() -> None:
    english = load("en")
    text = (
        "Cairo, 3 June 1868.\n\nI came yesterday.\n\n   Assouan, 20th June.\n\nMy guide fell ill this morning. We rode."
    )
    published = Published(Interval.parse("1868-06-03"), "byline")
    mentions = resolve(tag(text, english), text, english, published, "auto")
    document = Document("k", "a", text, "text", "", "", published=published)
    claims = extract(document, segment(text, english), mentions, english)
    assert [(claim.when.edtf, claim.title) for claim in claims if claim.when] == [
        ("1868-06-02", "I came"),
        ("1868-06-20", "My guide fell ill"),
    ]


def test_numbers_tell_happenings_apart(told: Told) -> None:
    (claim,) = told("The fire of [1912] killed 1,300 sheep and cost 7.1 million.")
    assert claim.numbers == ("1300", "7.1")


def test_the_same_text_gives_the_same_claims(told: Told) -> None:
    assert told(TWO) == told(TWO)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "[1912]",
        "[1912] [1913] [1914]",
        "([1912])",
        "| [1912] |",
        "- [1912]",
        "\x00 in [1912] \ud800 he left",
        "“" * 50 + "in [1912]",
    ],
)
def test_odd_text_never_fails(told: Told, text: str) -> None:
    assert isinstance(told(text), list)


def test_a_sentence_without_end_is_read_in_part(told: Told) -> None:
    assert isinstance(told("and so on " * 5000 + "in [1912] the mill burned down"), list)


BROKEN_OFF = (
    "The treaty, signed on 8 December 1887, entered into force in 1888 and lapsed in 1890 when Norland left",
    "The Duke held out until beaten at the Battle of Vik (5 May 1741), and fled to Ash, where he became a monk",
    "On 14 March 2022, the fifth anniversary of the flood, Hale Works, a firm founded in 1931, was sold",
    "Norland joined the pact in 1960, Sweden in 1963 and Finland a year later, said the minister who had signed",
    "The number of men killed when the dam burst in 2017 rose to 11 in 2018, Moe told the court that ruled",
    "The council resolved to hold a fair in 2023 and to buy a barn, and had the walls razed in June",
    "The governor named a committee in 2017. It met in 2018; it is",
    "Clashes late autumn and winter , when the ice held in 2018",
)


@pytest.mark.parametrize("text", BROKEN_OFF)
def test_a_sentence_may_break_off_anywhere(text: str) -> None:
    language, words = load("en"), text.split()
    for start in range(3):
        for end in range(start + 1, len(words) + 1):
            told = " ".join(words[start:end])
            expressions = tag(told, language)
            mentions = resolve(expressions, told, language)
            found = extract(Document("key", "a", told, "text", "", ""), segment(told, language), mentions, language)
            assert all(claim.title.strip() for claim in found)
