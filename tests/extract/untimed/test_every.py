"""Every deed of a document, for whoever asks for all."""

from __future__ import annotations

from timeline.model.document import Document, Published
from timeline.pipeline.options import Options
from timeline.pipeline.process import process
from timeline.temporal.interval import Interval

TEXT = """Orlo mill burns

The Orlo mill burned down on Monday. Police arrested two men and closed the road to Vik.
The owner sold his boats in 1991. Zeta will rebuild the mill.
"""


def told(*, whole: bool, dated: bool = True) -> dict[str, tuple[str, str]]:
    """Trigger → date, and how it is known."""
    published = Published(Interval.parse("2004-06-03"), "given") if dated else None
    document = Document("d", "d.txt", TEXT, "text", "", "", published=published)
    claims = process(document, Options(genre="news", whole=whole)).claims
    return {claim.trigger: (str(claim.when), claim.provenance.basis) for claim in claims}


def test_the_rest_is_told_by_the_day_of_the_document() -> None:
    found = told(whole=True)
    assert found["burn"][0] == "2004-05-31"
    assert found["sell"] == ("1991", "stated")
    assert found["close"][1] in ("inherited", "continued")
    assert set(told(whole=False)) < set(found)


def test_what_is_to_come_is_not_told() -> None:
    assert "rebuild" not in told(whole=True)


def test_a_document_without_a_day_tells_no_more() -> None:
    assert told(whole=True, dated=False) == told(whole=False, dated=False)


def test_reading_the_whole_is_another_reading() -> None:
    assert Options(whole=True).fingerprint != Options().fingerprint
