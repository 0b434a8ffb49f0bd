"""Documents in, dated and cited events out: an event timeline database with SQL access.

>>> import timeline
>>> [mention] = timeline.parse("They met again two days later.", reference="1989-11-09")
>>> mention.text, str(mention.when)
('two days later', '1989-11-11')
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.errors import InputError, LanguageError, StoreError, TimelineError
    from timeline.library import Timeline, open  # noqa: A004
    from timeline.library.parsing import parse
    from timeline.model.claim import Claim
    from timeline.model.document import Document
    from timeline.model.event import Event
    from timeline.model.highlight import Highlight
    from timeline.model.mention import TimeMention
    from timeline.model.problem import Problem
    from timeline.model.report import Report
    from timeline.temporal.duration import Duration
    from timeline.temporal.interval import Interval
    from timeline.temporal.precision import Precision
    from timeline.temporal.relation import Relation

__all__ = [
    "Claim",
    "Document",
    "Duration",
    "Event",
    "Highlight",
    "InputError",
    "Interval",
    "LanguageError",
    "Precision",
    "Problem",
    "Relation",
    "Report",
    "StoreError",
    "TimeMention",
    "Timeline",
    "TimelineError",
    "open",
    "parse",
]

_ROOMS = {
    "timeline.errors": ("InputError", "LanguageError", "StoreError", "TimelineError"),
    "timeline.library": ("Timeline", "open"),
    "timeline.library.parsing": ("parse",),
    "timeline.model.claim": ("Claim",),
    "timeline.model.document": ("Document",),
    "timeline.model.event": ("Event",),
    "timeline.model.highlight": ("Highlight",),
    "timeline.model.mention": ("TimeMention",),
    "timeline.model.problem": ("Problem",),
    "timeline.model.report": ("Report",),
    "timeline.temporal.duration": ("Duration",),
    "timeline.temporal.interval": ("Interval",),
    "timeline.temporal.precision": ("Precision",),
    "timeline.temporal.relation": ("Relation",),
}


if not TYPE_CHECKING:  # else every name that is not there would be typed

    def __getattr__(name: str) -> object:
        """Import a name when it is first asked for (PEP 562): the door is light, whatever stands behind it."""
        for room, names in _ROOMS.items():
            if name in names:
                from importlib import import_module

                value = globals()[name] = getattr(import_module(room), name)
                return value
        raise AttributeError(f"module 'timeline' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
