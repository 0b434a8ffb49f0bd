"""The dates that mattered most."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.link.telling import claim, facts
from timeline.link import link
from timeline.link.digest import digest
from timeline.temporal.interval import Interval

CLAIMS = [
    claim("a", "Norland signed the Vik treaty in the harbour hall on 3 June 2004.", "2004-06-03", "sign"),
    claim("b", "The Vik treaty was signed by Norland in the harbour hall on 3 June 2004.", "2004-06-03", "sign"),
    claim("c", "On 3 June 2004 rain flooded the lower town and two bridges of Ostrava.", "2004-06-03", "flood"),
    claim("a", "A ferry sank off Ostrava with forty passengers on 9 July 1988.", "1988-07-09", "sink"),
    claim("b", "Elections were held in Norland on 1 March 1990, the first in years.", "1990-03-01", "elect"),
    claim("c", "Elections were held in Norland in 1990.", "1990", "elect"),
    claim("d", "Nobody knows when the old lighthouse was built on the rocks.", None, "build"),
]
FACTS = facts("a", "b", "c", "d")


def test_the_date_that_most_documents_tell_of_comes_first() -> None:
    (one,) = digest(CLAIMS, FACTS, 1)
    assert (str(one.when), one.documents, one.sources) == ("2004-06-03", 3, 3)


def test_dates_are_in_order_of_time_and_days_before_years() -> None:
    assert [str(found.when) for found in digest(CLAIMS, FACTS, 3)] == ["1988-07-09", "1990-03-01", "2004-06-03"]
    assert [str(found.when) for found in digest(CLAIMS, FACTS, 9)] == ["1988-07-09", "1990", "1990-03-01", "2004-06-03"]


def test_no_sentence_is_said_twice() -> None:
    (one,) = digest(CLAIMS, FACTS, 1, sentences=3)
    assert len(one.claims) == 2
    assert {found.trigger for found in one.claims} == {"sign", "flood"}


def test_the_order_of_the_claims_is_nothing() -> None:
    assert digest(CLAIMS, FACTS, 3) == digest(CLAIMS[::-1], FACTS, 3)


def test_what_an_event_dates_finely_counts_for_that_day() -> None:
    told = [
        claim("a", "The Tal bridge at Ostrava was opened by Queen Ida on 4 May 1931.", "1931-05-04", "open", "Ida"),
        claim("b", "The Tal bridge at Ostrava was opened by Queen Ida in May 1931.", "1931-05", "open", "Ida"),
    ]
    events = link(told, FACTS)
    (one,) = digest(events, FACTS, 5)
    assert (str(one.when), one.documents, [said.document for said in one.claims]) == ("1931-05-04", 2, ["a"])


def test_nothing_of_nothing() -> None:
    assert digest([], {}, 5) == ()
    assert digest(CLAIMS, FACTS, 0) == ()


def test_a_day_that_others_name_in_passing_mattered_more() -> None:
    told = [
        claim("a", "A ferry sank off Ostrava with forty passengers.", "1988-07-09", "sink"),
        claim("b", "Elections were held in Norland, the first in years.", "1990-03-01", "elect"),
    ]
    later = Interval.parse("1990-03-01").first_day or 0
    (first,), (second,) = (digest(told, FACTS, 1, named=named) for named in ({}, {later: {"c", "d"}}))
    assert [str(first.when), str(second.when)] == ["1988-07-09", "1990-03-01"]
    assert second.documents == 1, "what only names the day tells nothing"


def test_a_day_that_is_only_named_is_none_to_tell() -> None:
    assert digest([], FACTS, 3, named={2447352: {"a", "b"}}) == ()


def test_a_great_deed_outweighs_many_small_ones() -> None:
    great = [claim(x, "Queen Ida opened the Tal bridge at Ostrava.", "1931-05-04", "open", "Ida") for x in "abc"]
    small = [
        claim(x, f"{who} {deed} near {where}.", "1950-07-01", deed, who)
        for x, who, deed, where in (
            ("a", "Rain", "flooded", "Vik"),
            ("b", "Zeta", "sold", "Orlo"),
            ("c", "Holm", "sang", "Tal"),
            ("d", "Norland", "voted", "noon"),
        )
    ]
    events = link([*great, *small], FACTS)
    (one,) = digest(events, FACTS, 1)
    assert str(one.when) == "1931-05-04"


def test_the_date_of_a_page_and_a_mere_remark_make_no_day_great() -> None:
    day = Interval.parse("2019-05-02").first_day or 0
    pages = {f"p{n}": day for n in range(4)}
    stamped = [claim(key, f"2 May 2019, 5.1{key[1]} pm: write to us.", "2019-05-02", "write") for key in pages]
    said = [
        replace(claim(key, f"Ida said {key} on Sunday.", "2019-05-12", "say", basis="resolved"), speaker="Ida")
        for key in pages
    ]
    told = [claim("p1", "The Tal bridge fell.", "2019-04-28", "fall", basis="resolved")]
    (one,) = digest([*stamped, *said, *told], facts(*pages, published=pages), 1)
    assert str(one.when) == "2019-04-28"
    assert {str(one.when): one.documents for one in digest([*stamped, *told], facts(*pages, published=pages), 9)} == {
        "2019-04-28": 1,
        "2019-05-02": 4,
    }


@pytest.mark.parametrize("first", ["reported", "planned"])
def test_what_happened_is_quoted_before_what_was_planned(first: str) -> None:
    second = "planned" if first == "reported" else "reported"
    told = [
        claim("a", "Queen Ida opens the long Tal bridge at Ostrava.", "1931-05-04", "open", status=first),
        claim("b", "Rain floods the lower town market of Orlo bay.", "1931-05-04", "flood", status=second),
    ]
    (one,) = digest(told, FACTS, 1, sentences=1)
    assert one.claims[0].status == "reported"


@pytest.mark.parametrize("often", ["Ida", "Tom"])
def test_what_many_tell_is_quoted_before_what_one_tells(often: str) -> None:
    told = [
        claim("a", "Ida opened the Tal bridge with long horns.", "1931-05-04", "open"),
        claim("b", "Tom closed the Vik market with short drums.", "1931-05-04", "close"),
    ]
    events = [replace(event, sources=9 if often in event.title else 1) for event in link(told, FACTS)]
    (one,) = digest(events, FACTS, 1, sentences=1)
    assert often in one.claims[0].quote


def test_a_line_that_begins_with_the_date_of_its_page_is_quoted_last() -> None:
    day = Interval.parse("2019-05-02").first_day or 0
    lines = [
        claim(x, f"2 May 2019 Norland signed the Vik treaty with envoys of Orlo, {x}.", "2019-05-02", "sign")
        for x in "ab"
    ]
    stamped = replace(lines[0], time_start=lines[0].start)
    (one,) = digest([stamped, lines[1]], facts("a", "b", published={"a": day}), 1, sentences=1)
    assert one.claims == (lines[1],)


@pytest.mark.parametrize("words", ["two days later", ""])
@pytest.mark.parametrize("first", [0, 1])
def test_a_sentence_that_leans_on_the_one_before_is_quoted_last(words: str, first: int) -> None:
    told = [
        replace(
            claim(x, f"Norland and Orlo signed the long Vik treaty, {x}.", "2019-05-02", "sign"), time_text="on 2 May"
        )
        for x in "ab"
    ]
    anchor = replace(told[first].provenance, anchor="mention 2019-04-30 at 0")
    told[first] = replace(told[first], time_text=words, provenance=anchor)
    (one,) = digest(told, FACTS, 1, sentences=1)
    assert one.claims == (told[1 - first],)


def test_a_day_that_stands_out_mattered_more_than_one_of_many_like_it() -> None:
    day, busy, calm = Interval.of_jdn, 2447000, 2447200
    told = [
        claim(name, f"Norland bombed Vik, says {name}, for the {n}th time.", day(busy + n).edtf, "bomb", "Norland; Vik")
        for n in range(20)
        for name in "abcd"
    ]
    told += [claim(name, "Queen Ida opened the Tal bridge.", day(calm).edtf, "open", "Ida") for name in "abc"]
    told.append(claim("e", "A cow strayed near Ostrava.", day(calm + 90).edtf, "stray"))
    known = facts(*"abcde")
    assert day(calm) in {found.when for found in digest(link(told, known), known, 10)}, "20 days were heavier"
    assert day(calm + 90) not in {found.when for found in digest(link(told, known), known, 20)}


def test_a_document_that_tells_much_has_one_say() -> None:
    log = [claim("a", f"The game of words went on at table {n}, a bolt from the blue.", "1931", "go") for n in range(9)]
    told = [claim(name, f"Queen Ida opened the Tal bridge at {name}.", "1931", "open", "Ida") for name in "bc"]
    (one,) = digest([*log, *told], facts("a", "b", "c"), 1, sentences=1)
    assert one.claims[0].trigger == "open"
