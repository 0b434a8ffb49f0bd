"""A claim: this sentence of this document says that this happened then. Never edited."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.participant import Participant
from timeline.model.provenance import UNDATED, Provenance
from timeline.temporal.interval import Interval

STATUSES = ("reported", "planned", "denied", "conditional")
AHEAD = ("planned", "conditional")
"""What was to come when it was told."""
KINDS = ("point", "span")


@dataclass(frozen=True, slots=True)
class Claim:
    """Self-contained: it can be linked, shown and rebuilt from its row without the document's text."""

    key: str
    """`content_key(document key, time span or sentence span, trigger span)`: stable over re-extraction."""
    document: str
    """Key of the document."""
    start: int
    end: int
    """The sentence, in the document's text."""
    quote: str
    """`text[start:end]`."""
    title: str
    """A readable clause."""
    when: Interval | None = None
    """None: undated, kept all the same."""
    kind: str = "point"
    """`point`: it happened at some time within `when` · `span`: it lasted over `when`."""
    time_start: int | None = None
    time_end: int | None = None
    time_text: str = ""
    """The date words as written; empty for an inherited date."""
    trigger: str = ""
    """The happening, as a lemma: `sign`, `occupy`, `agreement`."""
    trigger_start: int | None = None
    trigger_end: int | None = None
    status: str = "reported"
    negated: bool = False
    speaker: str | None = None
    """Who is quoted as saying so, canonical."""
    participants: tuple[Participant, ...] = ()
    numbers: tuple[str, ...] = ()
    """Counts that tell one happening from another ("7.1", "300"), normalised; never the date's own."""
    page: int | None = None
    provenance: Provenance = UNDATED

    @property
    def actors(self) -> tuple[str, ...]:
        """Canonical names of those who act or are acted upon, in order of appearance, each once."""
        return tuple(dict.fromkeys([p.name for p in self.participants if p.role not in ("where", "speaker")]))

    @property
    def places(self) -> tuple[str, ...]:
        """Canonical names of where, in order of appearance, each once."""
        return tuple(dict.fromkeys([p.name for p in self.participants if p.role == "where"]))
