"""Where and when a story was filed: `BAKU, Azerbaijan, Nov. 8 (AP) — `, before its first sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.languages.filed import AGENCY, NAME

_DATE = r"(?:[A-Z][a-z]{2,8}\.? [0-9]{1,2}(?![0-9])(?:,? [0-9]{4})?|[0-9]{1,2}\.? [A-Z][a-z]{2,8}\.?(?: [0-9]{4})?)"
_DASH = r"(?: {0,2}(?:--|[–—]) {0,3}| -{1,2} {1,3})"
_BEGINS = r"(?=[\"'“‘]?[A-Z])"
_FILED = re.compile(
    rf"([*_]{{0,2}}{NAME}(?:, {NAME}){{0,2}}(?:, | ?[-–—] ?| \()"
    rf"{_DATE}[*_]{{0,2}}\)?{AGENCY}?[*_]{{0,2}})(?:{_DASH}|: ){_BEGINS}"
    rf"|({_DATE}{AGENCY})(?:{_DASH}|: ){_BEGINS}"
    rf"|(\({NAME}(?:, {NAME}){{0,2}}, {_DATE}\)) {{1,2}}{_BEGINS}"
    rf"|([A-Z][A-Z.'’ -]{{2,40}}(?:, [A-Z][\w.'’ ]{{1,30}}){{0,3}}{AGENCY}?) {{0,2}}(?:--|[-–—]) {{1,3}}{_BEGINS}"
)
_OFTEN = re.compile(rf"^\(?(?:{NAME}(?:, {NAME}){{0,2}}(?:, | ?[-–—] ?| \())?{_DATE}", re.MULTILINE)
"""What opens every line of a chronicle of places is no dateline."""
_LOOKED_AT = 20_000


class Filed(NamedTuple):
    """`end` of the dateline and the start of the `story`, offsets of the text."""

    end: int
    story: int


def dateline(text: str, start: int, end: int) -> Filed | None:
    """The dateline that opens a paragraph; None without one, and where paragraph after paragraph opens so."""
    found = _FILED.match(text, start, end)
    if found is None:
        return None
    if found[4] is None and len(_OFTEN.findall(text, 0, min(len(text), _LOOKED_AT))) > 1:
        return None
    return Filed(found.end(found.lastindex or 0), found.end())
