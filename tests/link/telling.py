"""Claims and documents written by hand, as the stages before linking would give them."""

from __future__ import annotations

from timeline.model.claim import Claim
from timeline.model.facts import DocumentFacts
from timeline.model.key import content_key
from timeline.model.participant import Participant
from timeline.model.provenance import Provenance
from timeline.temporal.interval import Interval


def claim(
    document: str,
    quote: str,
    when: str | None,
    trigger: str,
    who: str = "",
    *,
    where: str = "",
    basis: str = "stated",
    status: str = "reported",
    negated: bool = False,
    kind: str = "point",
    numbers: tuple[str, ...] = (),
    title: str = "",
    called: str = "country",
) -> Claim:
    """`who` (of the kind `called`) and `where` are names parted by semicolons; where the sentence stands follows from
    its words.
    """
    start = 1 + sum(quote.encode()) % 5000
    people = [Participant(name, called, "who", start, start) for name in who.split("; ") if name]
    places = [Participant(name, "place", "where", start, start) for name in where.split("; ") if name]
    return Claim(
        key=content_key(document, quote, trigger),
        document=document,
        start=start,
        end=start + len(quote),
        quote=quote,
        title=title or quote.rstrip("."),
        when=None if when is None else Interval.parse(when),
        kind=kind,
        trigger=trigger,
        status=status,
        negated=negated,
        participants=(*people, *places),
        numbers=numbers,
        provenance=Provenance(None, None, "none" if when is None else basis),
    )


def facts(*keys: str, published: dict[str, int] | None = None) -> dict[str, DocumentFacts]:
    """Documents without likeness to each other."""
    days = published or {}
    return {key: DocumentFacts(key, f"{key}.txt", days.get(key)) for key in keys}
