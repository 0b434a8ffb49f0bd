"""What an event says, from what its claims say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.link.telling import claim, facts
from timeline.link.consensus import event
from timeline.model.claim import Claim
from timeline.temporal.interval import Interval

TEXT = "The Tal bridge was opened by Queen Ida."


def of(*told: tuple[str, str], voices: dict[str, str] | None = None) -> list[Claim]:
    """A claim a pair of document and date; `~` before the date: reckoned, `_`: inherited."""
    bases = {"~": "resolved", "_": "inherited"}
    return [
        claim(document, f"{TEXT} {document}", when.lstrip("~_"), "open", "Ida", basis=bases.get(when[0], "stated"))
        for document, when in told
    ]


@pytest.mark.parametrize(
    ("told", "chosen", "disputed"),
    [
        ([("a", "1931-05-04")], "1931-05-04", False),
        ([("a", "1931"), ("b", "1931-05"), ("c", "1931-05-04")], "1931-05-04", False),
        ([("a", "1931"), ("b", "1931"), ("c", "1931-05-04")], "1931-05-04", False),
        ([("a", "1931-05-04"), ("b", "1931-05-04"), ("c", "1931-05-06")], "1931-05-04", True),
        ([("a", "1931-05-06"), ("b", "1931-05-04"), ("c", "1931-05-06")], "1931-05-06", True),
        ([("a", "1931-05-06"), ("b", "1931-05-04")], "1931-05-04", True),
        ([("a", "1931"), ("b", "1930-12-31")], "1930-12-31", True),
        ([("a", "1931/.."), ("b", "1931")], "1931", False),
        ([("a", "1931~"), ("b", "1931")], "1931", False),
        ([("a", "~1931-05-04"), ("b", "~1931-05-05")], "1931-05-04", False),
        ([("a", "_1931-05-09"), ("b", "1931-05-04")], "1931-05-04", False),
        ([("a", "1931-05-04"), ("a", "1931-05-06")], "1931-05-04", True),
    ],
)
def test_the_date(told: list[tuple[str, str]], chosen: str, disputed: bool) -> None:
    made = event(of(*told), facts("a", "b", "c"), {})
    assert (str(made.when), made.disputed) == (chosen, disputed)


def test_copies_have_one_vote() -> None:
    told = of(("a", "1931-05-04"), ("b", "1931-05-06"), ("c", "1931-05-06"))
    assert str(event(told, facts("a", "b", "c"), {}).when) == "1931-05-06"
    copied = event(told, facts("a", "b", "c"), {"a": "a", "b": "b", "c": "b"})
    assert (str(copied.when), copied.sources, copied.documents) == ("1931-05-04", 2, 3)


def test_an_inherited_date_is_marked() -> None:
    assert event(of(("a", "_1931-05-04")), facts("a"), {}).inferred
    assert not event(of(("a", "_1931-05-04"), ("b", "1931-05-04")), facts("a", "b"), {}).inferred


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        (("planned", "reported"), "reported"),
        (("denied", "reported"), "reported"),
        (("planned", "denied"), "denied"),
        (("conditional", "planned"), "planned"),
        (("conditional",), "conditional"),
    ],
)
def test_the_most_final_status_holds(statuses: tuple[str, ...], status: str) -> None:
    told = [claim(f"d{n}", TEXT, "1931", "open", status=one) for n, one in enumerate(statuses)]
    assert event(told, {}, {}).status == status


def test_the_title_is_of_a_claim_with_the_event_s_date_and_status() -> None:
    told = [
        claim("a", TEXT, "1931", "open", "Ida", title="Queen Ida is to open the bridge some day", status="planned"),
        claim("b", TEXT, "1931-05-04", "open", "Ida", title="Queen Ida opened the Tal bridge at Ostrava"),
        claim("c", TEXT, "1931-05", "open", "Ida", title="A bridge was opened by the Queen"),
    ]
    assert event(told, {}, {}).title == "Queen Ida opened the Tal bridge at Ostrava"


def test_a_time_of_day_does_not_make_a_title() -> None:
    told = [
        claim("a", TEXT, "1931-05-04", "open", "Ida", title="Queen Ida opened the Tal bridge at Ostrava"),
        claim("b", TEXT, "1931-05-04", "open", "Ida", title="It was opened"),
    ]
    told[1] = replace(told[1], when=Interval.parse("1931-05-04").with_clock("11:30"))
    made = event(told, {}, {})
    assert (made.title, made.when and made.when.clock) == ("Queen Ida opened the Tal bridge at Ostrava", "11:30")


@pytest.mark.parametrize(
    ("figures", "last"),
    [
        (("40", "112", "131"), "c"),
        (("40", "131", "40 131"), "c"),
        (("131", "131", "131 12"), "a"),
        (("40", "", ""), "a"),
    ],
)
def test_where_figures_differ_the_latest_document_has_the_last_word(figures: tuple[str, ...], last: str) -> None:
    title = "The quake of Anza killed people, says {}{}"
    told = [
        claim(name, TEXT, "2009-04-07", "kill", "Anza", numbers=tuple(some.split()), title=title.format(name, "!" * n))
        for n, (name, some) in enumerate(zip("abc", figures, strict=True))
    ]
    published = {name: 2454929 + n for n, name in enumerate("abc")}
    assert event(told, facts("a", "b", "c", published=published), {}).title.rstrip("!").endswith(last)


def test_the_names_of_the_title_come_first() -> None:
    told = [
        claim("a", TEXT, "1931-05-04", "open", "Ida", title="Queen Ida opened the Tal bridge"),
        claim("b", TEXT, "1931", "open", "Norland; Vik", title="The bridge was opened that year"),
        claim("c", TEXT, "1931", "open", "Vik", title="The bridge was opened that year"),
    ]
    assert event(told, {}, {}).actors == ("Ida", "Vik", "Norland")


def test_undated_claims_make_an_undated_event() -> None:
    made = event([claim("a", TEXT, None, "open")], {}, {})
    assert (made.when, made.kind, made.disputed, made.inferred) == (None, "point", False, False)


def test_who_looks_back_and_remembers_adds_salience() -> None:
    told = of(("a", "1931-05-04"), ("b", "1931-05-04"))
    day = told[0].when.first_day if told[0].when else None
    assert day is not None
    ranked = [
        event(told, facts("a", "b", published={"a": day, "b": day + later}), {}).salience for later in (0, 1, 2, 30)
    ]
    assert ranked == sorted(set(ranked))
