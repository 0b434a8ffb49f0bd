"""Two dates of one happening, and two happenings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.link.telling import claim, facts
from timeline.link import link
from timeline.model.claim import Claim

OCCUPIED = "Norland occupied Vik and the seven isles"


def occupation(document: str, when: str, *, basis: str = "stated", text: str = OCCUPIED) -> Claim:
    return claim(document, f"{text}, said {document}.", when, "occupy", "Norland; Vik", basis=basis)


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        ("1961", "1962", 1),
        ("1961", "1963", 1),
        ("1961", "1966", 2),
        ("1961-05", "1961-07", 1),
        ("1961-05", "1962-05", 2),
        ("1961-05-04", "1961-05-14", 1),
        ("1961-05-04", "1961-07-04", 2),
    ],
)
def test_only_a_slip_is_a_dispute(one: str, other: str, events: int) -> None:
    found = link([occupation("a", one), occupation("b", other)], facts("a", "b"))
    assert [event.disputed for event in found] == ([True] if events == 1 else [False, False])


BORN = "Ida Holm was born at Vik"
SIGNED = "Envoys signed the Treaty of Ostheim that ended the Salt War"
BURNED = "The boathouse of the Vik club burned down"
ARRESTED = "Police arrested Tor Lind in Vik"


@pytest.mark.parametrize(
    ("text", "trigger", "who", "dates", "events"),
    [
        (BORN, "bear", "Ida Holm; Vik", ("1822-03-12", "1822-05-12"), 1),  # a person is born once, a club founded once
        (BORN, "bear", "Ida Holm; Vik", ("1822-03-12", "1823"), 1),
        (BORN, "bear", "Ida Holm; Vik", ("1822-03-12", "1829"), 2),
        (BORN, "bear", "", ("1822-03-12", "1822-05-12"), 2),  # whoever that was
        (SIGNED, "sign", "", ("1847-06-12", "1847-06-14"), 1),
        (SIGNED, "sign", "Norland; Zeta", ("1847", "1848"), 2),  # within days there are not two, within years there are
        (BURNED, "burn", "Vik", ("1911", "1912"), 1),
        (BURNED, "burn", "Vik", ("1911-11-04", "1912"), 1),  # the bound is that of the coarser date
        (ARRESTED, "arrest", "Tor Lind; Vik", ("2003-05-02", "2003-05-03"), 1),
        (ARRESTED, "arrest", "Tor Lind; Vik", ("2003", "2004"), 2),
    ],
)
def test_what_comes_once_may_be_dated_otherwise(
    text: str, trigger: str, who: str, dates: tuple[str, str], events: int
) -> None:
    said = (f"{text}.", f"{text}, we read.")
    told = [claim(key, quote, when, trigger, who) for key, quote, when in zip("ab", said, dates, strict=True)]
    found = link(told, facts("a", "b"))
    assert [event.disputed for event in found] == ([True] if events == 1 else [False, False])


def test_a_coarser_date_of_the_same_document_is_no_second_happening() -> None:
    told = [
        claim("a", f"{SIGNED}.", "1847-06-12", "sign"),
        claim("a", f"{SIGNED} for good.", "1847-06", "sign"),
        claim("b", f"{SIGNED}, we read.", "1847-06-14", "sign"),
    ]
    assert [(event.disputed, event.mentions) for event in link(told, facts("a", "b"))] == [(True, 3)]


def test_who_was_shot_dead_was_killed() -> None:
    told = [
        claim("a", "Militiamen killed 41 villagers at Dorn in May.", "1998-05-11", "kill", where="Dorn"),
        claim("b", "Militiamen shot dead villagers at Dorn that May.", "1998-05-12", "shoot", where="Dorn"),
    ]
    assert [event.disputed for event in link(told, facts("a", "b"))] == [True]


def test_what_comes_back_is_no_dispute() -> None:
    told = [
        claim("a", "Norland and Vik signed a pact on herring in 1961.", "1961", "sign", "Norland; Vik"),
        claim("b", "Norland and Vik signed a pact about ferries in 1962.", "1962", "sign", "Norland; Vik"),
    ]
    assert len(link(told, facts("a", "b"))) == 2


def test_the_same_told_with_a_word_more_is_one_happening() -> None:
    first = "On 4 May 1961 Norland and Zeta signed the Vik herring pact."
    second = "Norland and Zeta signed the Vik herring pact on 14 May 1961, ending a long feud."
    told = [
        claim("a", first, "1961-05-04", "sign", "Norland; Zeta", where="Vik"),
        claim("b", second, "1961-05-14", "sign", "Norland; Zeta", where="Vik"),
    ]
    dated = [replace(one, time_text=text) for one, text in zip(told, ("4 May 1961", "14 May 1961"), strict=True)]
    (event,) = link(dated, facts("a", "b"))
    assert event.disputed


def test_a_plan_that_came_otherwise_is_no_dispute() -> None:
    told = [
        claim("a", "Zeta will open the Orlo mill on 4 May 1961.", "1961-05-04", "open", "Zeta; Orlo", status="planned"),
        claim("b", "Zeta opened the Orlo mill on 14 May 1961.", "1961-05-14", "open", "Zeta; Orlo"),
    ]
    (event,) = link(told, facts("a", "b"))
    assert (str(event.when), event.status, event.disputed) == ("1961-05-14", "reported", False)


def test_dates_that_both_lean_on_their_documents_are_no_dispute() -> None:
    told = [occupation("a", "1961-05-04", basis="resolved"), occupation("b", "1961-05-11", basis="resolved")]
    assert len(link(told, facts("a", "b"))) == 2


def test_a_document_that_reports_what_others_say_may_give_two_dates() -> None:
    told = [
        claim("a", "The Tal railway was opened on 10 June 1896.", "1896-06-10", "open", "Tal"),
        claim("a", "Some books give 12 June 1896 for the opening.", "1896-06-12", "give", title="The opening"),
    ]
    (event,) = link(told, facts("a"))
    assert event.disputed


@pytest.mark.parametrize(("text", "events"), [("some sources say", 1), ("the papers say", 2)])
def test_one_sentence_may_say_what_others_differ_about(text: str, events: int) -> None:
    quote = f"The mint at Orlo burned down on 4 April 1702, {text}, or on 14 April 1702."
    one = claim("a", quote, "1702-04-04", "burn", where="Orlo")
    told = [one, replace(claim("a", quote, "1702-04-14", "burn", where="Orlo"), key="other")]
    told += [claim("b", "The mint at Orlo burned down on 4 April 1702.", "1702-04-04", "burn", where="Orlo")]
    found = link(told, facts("a", "b"))
    assert [event.disputed for event in found] == ([True] if events == 1 else [False, False])


def test_a_copy_disputes_nothing() -> None:
    told = [occupation("a", "1961"), occupation("b", "1962"), occupation("c", "1961")]
    (event,) = link(told, facts("a", "b", "c"))
    assert (event.disputed, str(event.when)) == (True, "1961")


@pytest.mark.parametrize("own", [True, False])
def test_the_date_that_a_page_bears_disputes_nothing(own: bool) -> None:
    told = [occupation("a", "1961-05-04"), occupation("b", "1961-05-06")]
    days = {one.document: one.when.first_day for one in told if one.when and one.when.first_day}
    found = link(told, facts("a", "b", published=days if own else {}))
    assert [event.disputed for event in found] == ([False, False] if own else [True])


@pytest.mark.parametrize(
    ("who", "quote", "when", "disputed"),
    [
        ("Ida Holm", "Ida Holm died at Lund.", "1871-04-03", [False]),
        ("Ida Holm", "The register of Lund says that Ida Holm died in 1869.", "1869", [True]),
        ("Ida Holm", "Ida Holm died at Lund.", "1822", [False, False]),
        ("Tor Lind", "Tor Lind died at Lund.", "1871-04-05", [False, False]),
        ("Ida Holm; Tor Lind", "Ida Holm and Tor Lind died at Lund.", "1871-04-05", [False, False]),
        ("", "Two people died at Lund.", "1871-04-05", [False, False]),
    ],
)
def test_one_document_tells_one_death_of_a_person(who: str, quote: str, when: str, disputed: list[bool]) -> None:
    told = [claim("a", "Ida Holm died in her garden.", "1871-04-03", "die", "Ida Holm", called="person")]
    told += [claim("a", quote, when, "die", who, called="person", where="Lund")]
    assert [event.disputed for event in link(told, facts("a"))] == disputed
