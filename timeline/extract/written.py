"""When each part of a document of several letters or mails was written: what it tells may be long past in the first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.model.mention import TimeMention
from timeline.temporal.interval import Interval


def written(timed: Mapping[int, Sequence[TimeMention]]) -> Mapping[int, int]:
    """Sentence with a time → last possible day of its letter, a Julian Day Number; empty for a document of one day."""
    days: dict[int, str] = {}
    for number in sorted(timed):
        anchors = (mention.anchor for mention in timed[number])
        told = [anchor.edtf for anchor in anchors if anchor is not None and anchor.kind == "document"]
        if told:
            days[number] = told[0]
    if len(set(days.values())) < 2:
        return {}
    known = {edtf: Interval.parse(edtf).last_day for edtf in set(days.values())}
    found: dict[int, int] = {}
    at = next(iter(days.values()))
    for number in sorted(timed):
        at = days.get(number, at)
        if (day := known[at]) is not None:
            found[number] = day
    return found
