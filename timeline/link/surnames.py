"""A surname that stands alone in one document is the person whom another names in full, if only one is so called."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.model.claim import Claim


def surnames(claims: Iterable[Claim]) -> dict[str, str]:
    """Surname → full name, where the claims know one bearer."""
    bearers: dict[str, str | None] = {}
    for claim in claims:
        for one in claim.participants:
            if one.kind == "person" and " " in one.name:
                last = one.name.rpartition(" ")[2]
                bearers[last] = one.name if bearers.get(last, one.name) == one.name else None
    return {last: name for last, name in bearers.items() if name is not None}
