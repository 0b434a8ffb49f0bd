"""How a claim got its date."""

from __future__ import annotations

from dataclasses import dataclass

BASES = ("stated", "resolved", "inferred", "inherited", "continued", "none")
"""`stated`: the words alone give it · `resolved`: placed by an anchor that the document states · `inferred`: placed by
a document date that was itself inferred · `inherited`: no date of its own, the document's date · `continued`: the day
of the sentence before · `none`: undated."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Rule, anchor and basis of a date."""

    rule: str | None
    """Name of the language rule that read the words, e.g. `date.month_day_year`."""
    anchor: str | None
    """What an incomplete expression leaned on: `document 2021-11-08 (byline)` | `mention 2020-11-10 at 2116` | None."""
    basis: str = "none"


UNDATED = Provenance(None, None)
"""No rule gave a date."""
