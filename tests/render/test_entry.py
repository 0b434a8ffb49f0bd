"""What a line of a list says of an event."""

from __future__ import annotations

import pytest

from tests.render.rows import event, evidence
from timeline.render.entry import other_dates

SANK, WENT_DOWN = "The ferry sank on 7 May 1891.", "On 7 May 1891 the ferry went down."


@pytest.mark.parametrize(
    ("quotes", "told"),
    [
        ([SANK], "1892: one source"),
        ([SANK, WENT_DOWN], "1892: two sources"),
        ([SANK, SANK.replace(" ", "\n", 1)], "1892: one source"),
        ([SANK, SANK, WENT_DOWN], "1892: two sources"),
    ],
)
def test_copies_of_a_sentence_are_one_source(quotes: list[str], told: str) -> None:
    claims = [evidence(edtf="1892", document=f"{n}.txt", quote=quote) for n, quote in enumerate(quotes)]
    assert other_dates(event(edtf="1891", disputed=True, evidence=claims)) == told


def test_a_season_says_nothing_against_one_of_its_days() -> None:
    claims = [evidence(edtf=edtf, document=edtf, quote=edtf) for edtf in ("1889-21", "1889", "1889-04-04", "1891")]
    assert other_dates(event(edtf="1889-04-04", disputed=True, evidence=claims)) == "1891: one source"
