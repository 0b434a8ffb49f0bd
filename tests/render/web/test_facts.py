"""The columns that the script reads."""

from __future__ import annotations

import json

from tests.render.rows import UNDATED, event, evidence
from timeline.render.web.facts import island, source_names
from timeline.temporal.ordinal import to_jdn


def test_the_facts_are_columns_that_break_out_of_nothing() -> None:
    text = island([event(title="t", actors=["</script>", "<!--", "&", "\u2028"]), UNDATED])
    assert not set("<>&\u2028\u2029") & set(text)
    told = json.loads(text)
    assert told["first"] == [2412950, None]
    actors = next(facet for facet in told["facets"] if facet["name"] == "actor")
    assert actors["values"] == [" ", "&", "<!--", "</script>", "Harbour Board"]
    assert actors["held"] == [[3, 2, 1, 0], [4]]


def test_documents_of_one_title_are_told_apart() -> None:
    claims = [evidence(document="a/x.txt"), evidence(document="b/y.txt"), evidence(document="z.txt", title=None)]
    assert list(source_names([event(evidence=claims)]).values()) == ["Notes (x.txt)", "Notes (y.txt)", "z.txt"]


def test_the_strip_has_some_air_about_the_events() -> None:
    told = json.loads(
        island([event(first_day=2_451_545, last_day=2_451_550), event(first_day=None, last_day=2_451_600)])
    )
    assert told["extent"] == [2_451_545, 2_451_600]
    assert told["bounds"] == {"from": 2_451_542, "to": 2_451_604}


def test_a_strip_of_many_years_begins_and_ends_with_a_year() -> None:
    told = json.loads(island([event(first_day=to_jdn(1990, 5, 1), last_day=to_jdn(2000, 5, 1))]))
    assert told["bounds"] == {"from": to_jdn(1990, 1, 1), "to": to_jdn(2001, 1, 1)}
    assert json.loads(island([UNDATED | {"last_day": None}]))["bounds"] == {
        "from": to_jdn(1898, 1, 1),
        "to": to_jdn(2002, 1, 1),
    }


def test_what_all_events_share_is_nothing_to_choose_by() -> None:
    told = json.loads(island([event(), event()]))
    assert {facet["name"] for facet in told["facets"]} & {"source", "status", "precision"} == set()
    told = json.loads(island([event(), event(status="planned"), UNDATED]))
    assert [facet["label"] for facet in told["facets"]][-2:] == ["Status", "Precision"]
