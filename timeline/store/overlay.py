"""A person's edits, labels, stars and hidings as changes to the events that the linker made.

An edit, a label or a star goes to the event that holds most of the claims it was given to. What is hidden is hidden as
long as at least half of what is said of the event (sentences with their titles, each once) was there to be seen when it
was hidden: repeats of the same words stay hidden with it, a happening of which much more is told comes back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from timeline.temporal.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.model.claim import Claim
    from timeline.model.event import Event


@dataclass(slots=True)
class Overlay:
    """Laid down one decision after another; the later holds."""

    events: Mapping[str, Event]
    """By key."""
    told: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Changes by event key."""
    hidden: dict[str, bool] = field(default_factory=dict)
    """Claims that were hidden, and those that were shown again."""

    def lay(self, kind: str, payload: Mapping[str, Any], claims: Iterable[str], target: str) -> None:
        """One decision, whose claims are mostly in the event `target`."""
        changes = self.told.setdefault(target, {})
        if kind in ("hide", "unhide"):
            self.hidden.update(dict.fromkeys(claims, kind == "hide"))
        elif kind == "edit":
            changes.update({name: payload[name] for name in ("title", "note", "date") if name in payload})
        elif kind == "label":
            changes["labels"] = (changes.get("labels", set()) - set(payload["remove"])) | set(payload["add"])
        elif kind == "star":
            changes["starred"] = payload["on"]
        elif kind == "add" and payload["note"]:
            changes.setdefault("note", payload["note"])

    def changes(self, event: Event) -> dict[str, Any]:
        """Fields of the event that are not what the sources say."""
        told = self.told.get(event.key, {})
        changed: dict[str, Any] = {}
        if told.get("title"):
            changed |= {"title": told["title"], "edited": True}
        if told.get("date"):
            when = Interval.parse(told["date"])
            changed |= {"when": when, "disputed": False, "inferred": False, "edited": True}
        if told.get("labels"):
            changed["labels"] = tuple(sorted(told["labels"]))
        changed |= {name: told[name] for name in ("note", "starred") if told.get(name)}
        if self.hidden and self._is_hidden(event):
            changed["hidden"] = True
        return changed

    def _is_hidden(self, event: Event) -> bool:
        known = {_saying(claim): self.hidden[claim.key] for claim in event.claims if claim.key in self.hidden}
        sayings = {_saying(claim) for claim in event.claims}
        return any(known.values()) and 2 * sum(known.values()) >= len(sayings)


def _saying(claim: Claim) -> tuple[str, str]:
    return " ".join(claim.quote.split()), claim.title
