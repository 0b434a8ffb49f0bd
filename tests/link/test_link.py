"""What merges, what stays apart, and that nothing but the set of claims decides it."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.link.telling import claim, facts
from timeline.link import link
from timeline.model.claim import Claim
from timeline.model.decision import Decision

BRIDGE = claim(
    "a",
    "The Tal bridge at Ostrava was opened by Queen Ida on 4 May 1931.",
    "1931-05-04",
    "open",
    "Ida",
    where="Ostrava",
)
ALIKE = {
    "the same day in other words": (
        BRIDGE,
        claim("b", "Queen Ida inaugurated the Tal bridge on 4 May 1931.", "1931-05-04", "inaugurate", "Ida"),
    ),
    "a coarser date": (
        BRIDGE,
        claim(
            "b",
            "The Tal bridge at Ostrava was opened by Queen Ida in May 1931.",
            "1931-05",
            "open",
            "Ida",
            where="Ostrava",
        ),
    ),
    "what began and lasts, and its beginning": (
        claim(
            "a",
            "Norland has occupied the island of Vik since 1961.",
            "1961/..",
            "occupy",
            "Norland",
            where="Vik",
            kind="span",
        ),
        claim("b", "Norland occupied the island of Vik in 1961.", "1961", "occupy", "Norland", where="Vik"),
    ),
    "planned, then reported": (
        claim("a", "Zeta will buy the Orlo mill on 3 June 2004.", "2004-06-03", "buy", "Zeta; Orlo", status="planned"),
        claim("b", "Zeta bought the Orlo mill on 3 June 2004.", "2004-06-03", "buy", "Zeta; Orlo"),
    ),
    "documents of other subjects": (
        claim("a", "Norland signed the Vik treaty after long talks on 3 June 2004.", "2004-06-03", "sign", "Norland"),
        claim(
            "b", "On 3 June 2004 Norland, tired of the quarrel, inked the Vik treaty.", "2004-06-03", "ink", "Norland"
        ),
        *(claim("a", f"Hen breed{n} lays eggs{n} in barn{n}.", str(1900 + n), "lay") for n in range(60)),
        *(claim("b", f"Ship type{n} was built at yard{n}.", str(1800 + n), "build") for n in range(60)),
    ),
    "the morning after": (
        claim("a", "Fire destroyed the Orlo mill late on 3 June 2004.", "2004-06-03", "destroy", "Orlo"),
        claim("b", "Fire destroyed the Orlo mill early on 4 June 2004.", "2004-06-04", "destroy", "Orlo"),
    ),
}
APART = {
    "figures of two markets without a date": (
        claim("a", "Ore prices rose 0.2 pct, or 4.4 pct in a year.", None, "rise", numbers=("0.2", "4.4")),
        claim("b", "Oil prices rose 4.4 pct in a year, after 19.7 pct.", None, "rise", numbers=("4.4", "19.7")),
    ),
    "planned of one day, done on the next": (
        claim("a", "A third ferry will reach Vik harbour at noon.", "2011-02-24", "reach", "Vik", status="planned"),
        claim("b", "A ship with 300 of the staff aboard reached Vik.", "2011-02-25", "reach", "Vik"),
    ),
    "a reopening years later": (
        BRIDGE,
        claim("b", "The Tal bridge at Ostrava was opened again on 2 July 1946.", "1946-07-02", "open", where="Ostrava"),
    ),
    "two happenings of one day": (
        claim("a", "Norland signed the Vik treaty on 3 June 2004.", "2004-06-03", "sign", "Norland"),
        claim("b", "A ferry sank off Ostrava on 3 June 2004.", "2004-06-03", "sink", where="Ostrava"),
    ),
    "what was and what was not": (
        claim("a", "Norland signed the Vik treaty on 3 June 2004.", "2004-06-03", "sign", "Norland"),
        claim(
            "b", "Norland had not signed the Vik treaty on 3 June 2004.", "2004-06-03", "sign", "Norland", negated=True
        ),
    ),
    "a dated figure and an undated one of somebody else": (
        claim("a", "Output of cement in the north rose in May.", "2004-05", "rise"),
        claim("a", "Kilns were lit at Vik.", "2004-06", "light"),
        claim("b", "Output of bricks and tiles rose for the third time in the north.", None, "rise"),
        claim("b", "A new yard was dug at Orlo.", None, "dig"),
    ),
    "a yearly prize": (
        claim("a", "Ida Holm won the Vik prize in 1991.", "1991", "win", "Ida Holm"),
        claim("b", "Ida Holm won the Vik prize in 1997.", "1997", "win", "Ida Holm"),
    ),
}


@pytest.mark.parametrize("case", ALIKE)
def test_one_happening_is_one_event(case: str) -> None:
    events = [event for event in link(ALIKE[case], facts("a", "b")) if event.documents == 2]
    assert len(events) == 1
    assert {claim.key for claim in events[0].claims} == {claim.key for claim in ALIKE[case][:2]}


@pytest.mark.parametrize("case", APART)
def test_two_happenings_are_two_events(case: str) -> None:
    assert all(event.documents == 1 for event in link(APART[case], facts("a", "b")))


def test_the_finest_date_is_the_event_s_and_no_dispute() -> None:
    (event,) = link(ALIKE["a coarser date"], facts("a", "b"))
    assert (str(event.when), event.disputed, event.documents, event.sources) == ("1931-05-04", False, 2, 2)


def test_incompatible_dates_of_one_happening_are_one_disputed_event() -> None:
    told = [
        claim("a", "In 1961 Norland occupied Vik and the seven isles.", "1961", "occupy", "Norland; Vik"),
        claim("b", "Norland occupied Vik and the seven isles in 1961.", "1961", "occupy", "Norland; Vik"),
        claim("c", "Norland occupied Vik and seven isles near it in 1962.", "1962", "occupy", "Norland; Vik"),
    ]
    (event,) = link(told, facts("a", "b", "c"))
    assert event.disputed
    assert str(event.when) == "1961"


def test_who_gives_two_dates_means_two_happenings() -> None:
    told = [
        claim("a", "Norland occupied Vik and the seven isles in 1961.", "1961", "occupy", "Norland; Vik"),
        claim("a", "Norland occupied Vik and the seven isles again in 1962.", "1962", "occupy", "Norland; Vik"),
        claim("b", "Norland occupied Vik and the seven isles in 1962.", "1962", "occupy", "Norland; Vik"),
    ]
    events = link(told, facts("a", "b"))
    assert [(str(event.when), event.documents, event.disputed) for event in events] == [
        ("1961", 1, False),
        ("1962", 2, False),
    ]


def test_what_hundreds_tell_of_is_one_event() -> None:
    told = [
        claim(
            f"d{n}", f"Norland and Zeta signed the Vik treaty, said paper {n}.", "2004-06-03", "sign", "Norland; Zeta"
        )
        for n in range(200)
    ]
    others = [claim(f"e{n}", f"Hen breed{n} lays eggs{n} in barn{n}.", str(1000 + n), "lay") for n in range(1800)]
    ferry = claim("f", "A ferry sank off Vik in a storm.", "2004-06-03", "sink", where="Vik")
    events = link([*told, *others, ferry], facts(*(one.document for one in (*told, *others, ferry))))
    assert [event.mentions for event in events if event.mentions > 1] == [200]


def test_what_a_person_took_out_of_a_crowd_stays_out() -> None:
    told = [
        claim(f"d{n}", f"Norland signed the Vik treaty, said paper {n}.", "2004-06-03", "sign", "Norland")
        for n in range(100)
    ]
    split = Decision("split", (told[70].key,), tuple(one.key for n, one in enumerate(told) if n != 70))
    events = link(told, facts(*(one.document for one in told)), [split])
    assert sorted(event.mentions for event in events) == [1, 99]


def test_nothing_in_nothing_out() -> None:
    assert link([], {}) == ()


def test_documents_that_nobody_described_are_taken_as_they_are() -> None:
    assert len(link(ALIKE["a coarser date"], {})) == 1


def _sentences() -> list[Claim]:
    """Sixty claims of twelve documents in which some tell of the same."""
    chance = random.Random(7)
    deeds = ["signed the Vik treaty", "occupied Ostrava", "opened the Tal bridge", "shelled the Orlo mill"]
    return [
        claim(
            f"d{n % 12}",
            f"{who} {deed} in {year}, said paper {n}.",
            str(year) if n % 5 else None,
            deed.split()[0],
            who,
        )
        for n in range(60)
        for who, deed, year in [
            (chance.choice(["Norland", "Zeta", "Ida"]), chance.choice(deeds), chance.choice([1961, 1962, 1990]))
        ]
    ]


SENTENCES = _sentences()
FACTS = facts(*(f"d{n}" for n in range(12)))
WHOLE = link(SENTENCES, FACTS)


@settings(max_examples=25, deadline=None)
@given(st.permutations(SENTENCES))
def test_order_changes_nothing(told: list[Claim]) -> None:
    assert link(told, FACTS) == WHOLE


def test_the_hash_seed_changes_nothing() -> None:
    code = "from tests.link.test_link import WHOLE; print([(e.key, e.title, e.salience, e.actors) for e in WHOLE])"
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_the_example_merges_something() -> None:
    assert 3 < len(WHOLE) < len(SENTENCES)


def test_every_claim_is_in_one_event() -> None:
    assert sorted(c.key for event in WHOLE for c in event.claims) == sorted(c.key for c in SENTENCES)


def test_copies_are_one_source() -> None:
    text = "Norland signed the Vik treaty on 3 June 2004."
    documents = facts("a", "b", "c")
    documents["a"] = replace(documents["a"], signature=b"\1" * 256)
    documents["b"] = replace(documents["b"], signature=b"\1" * 256)
    told = [claim(key, text, "2004-06-03", "sign", "Norland") for key in "abc"]
    (event,) = link(told, documents)
    assert (event.mentions, event.documents, event.sources) == (3, 3, 2)


def test_a_few_documents_of_one_subject_share_no_common_words() -> None:
    told = [
        claim("a", "Teachers in Orlo walked out in a dispute over pay.", "2021-05-03", "walk", where="Orlo"),
        claim("a", "The strike in Orlo began after talks with the union collapsed.", "2021-04-28", "begin"),
        claim("b", "About 1,800 teachers went on strike in Orlo.", "2021-05-03", "strike", where="Orlo"),
        claim("b", "The teachers' union in Orlo demands more pay.", None, "demand"),
        claim("c", "The teachers' union had held a strike.", "2021-05-03", "hold"),
        claim("c", "Nurses in Orlo walked out over staffing.", "2021-05-17", "walk", where="Orlo"),
        claim("d", "Orlo teachers struck for a second time.", "2021-05-17", "strike", where="Orlo"),
    ]
    (event,) = [event for event in link(told, facts("a", "b", "c", "d")) if event.sources > 1]
    assert sorted(one.document for one in event.claims) == ["b", "c"]


def test_of_three_documents_all_three_use_their_subject_s_words() -> None:
    told = [
        claim("a", "Zeta agreed to buy its rival Orlo for 2.1 million crowns.", "2018-06-11", "agree", "Zeta; Orlo"),
        claim("a", "The deal should close by the end of the year.", "2018", "close", status="planned"),
        claim("b", "Orlo said it had accepted an offer worth 2.3 million.", "2018-06-11", "accept", "Zeta; Orlo"),
        claim("b", "Zeta bought the mill at Vik in April.", "2018-04", "buy", "Zeta"),
        claim("c", "Zeta completed the purchase of Orlo.", "2019-01-04", "complete", "Zeta; Orlo"),
        claim("c", "Zeta cut 900 jobs.", "2019-01-15", "cut", "Zeta"),
    ]
    (event,) = [event for event in link(told, facts("a", "b", "c")) if event.sources > 1]
    assert sorted(one.document for one in event.claims) == ["a", "b"]
