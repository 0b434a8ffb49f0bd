"""What stands without a time under a date."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.extract import extract
from timeline.languages import load
from timeline.model.claim import Claim
from timeline.model.document import Document
from timeline.resolve import resolve
from timeline.segment import segment
from timeline.tag import tag

Told = Callable[..., list[Claim]]

DIARY = """[June 28th=1916-06-28], [Wednesday=1916-06-28]. Rained all day. The attack was put off. Is it fear?

[July 3rd=1916-07-03]. Relieved at last. Ada Moe had tea ready. We are tired.
"""


def test_a_diary_tells_of_its_days(told: Told) -> None:
    found = [(one.title, one.when.edtf if one.when else None, one.provenance.basis) for one in told(DIARY)]
    assert found == [
        ("Rained all day", "1916-06-28", "stated"),
        ("The attack was put off", "1916-06-28", "continued"),
        ("Relieved at last", "1916-07-03", "stated"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[4 May 1891=1891-05-04]. Rained all day.",
        "On [4 May 1891=1891-05-04] it rained. Wrote home.\n\nOn [5 May 1891=1891-05-05] it rained. Wrote home.",
    ],
)
def test_what_is_no_diary(told: Told, text: str) -> None:
    assert "Rained all day" not in [one.title for one in told(text)]
    assert "Wrote home" not in [one.title for one in told(text)]


def test_a_lone_date_dates_what_follows_it(told: Told) -> None:
    (claim,) = told("And the match?\n\n[July 2011=2011-07]. Brandt scored after nine minutes.")
    assert (claim.title, claim.provenance.basis) == ("Brandt scored after nine minutes", "continued")


def test_yesterday_in_a_diary_is_the_day_before_its_entry() -> None:
    text = "4 May 1891. We sailed from Vik yesterday.\n\n6 May 1891. Rain fell.\n"
    english = load("en")
    expressions = tag(text, english)
    document = Document("key", "uri", text, "text", "", "")
    claims = extract(document, segment(text, english), resolve(expressions, text, english, None), english)
    assert [claim.when.edtf for claim in claims if claim.when and claim.trigger == "sail"] == ["1891-05-03"]
    assert all(claim.when is not None for claim in claims)
