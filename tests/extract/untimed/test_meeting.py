"""What a meeting resolved, on its day."""

from __future__ import annotations

from collections.abc import Callable

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]

MINUTES = """Ashmere Bowling Club
Minutes of the meeting of the committee held in the pavilion

Mr Pelham reported that the roof had been mended on [2 May=2016-05-02]. The committee agreed to buy a mower.

It was resolved that the green would be closed from [1 June=2016-06-01].

The minutes of [11 April=2016-04-11] were approved. On [3 March=2016-03-03] the council had refused a licence.
"""


def test_what_a_meeting_resolves_has_its_day(told: Told) -> None:
    claims = told(MINUTES, "2016-05-10")
    held = [one for one in claims if one.when is not None and one.when.edtf == "2016-05-10"]
    assert [(one.title, one.provenance.basis) for one in held] == [
        ("The committee agreed to buy a mower", "inherited"),
        ("It was resolved that the green would be closed from 1 June", "inherited"),
        ("The minutes of 11 April were approved", "inherited"),
    ]


def test_what_is_resolved_elsewhere_has_not(told: Told) -> None:
    text = MINUTES.replace("Minutes of", "News of")
    assert "2016-05-10" not in [one.when.edtf for one in told(text, "2016-05-10") if one.when is not None]
