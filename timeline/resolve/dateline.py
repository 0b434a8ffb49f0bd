"""Whether a date stands in a dateline: `NAIROBI, Kenya, 7 August 2015 (Agency) — The firm …`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline.languages.filed import AGENCY, NAME
from timeline.model.expression import TimeExpression

_LONGEST = 90
"""Characters before the date."""
_BEFORE = re.compile(rf"(?:\A|\n)[ \t*_]{{0,4}}(\(?){NAME}(?:, {NAME}){{0,3}}(?:, | ?[-–—] ?| \()\Z")
_BARE = re.compile(r"(?:\A|\n)[ \t*_]{0,4}\Z")
_SIGNED = re.compile(rf"{AGENCY} {{0,2}}(?:--|[-–—]|:) {{0,3}}[*_]{{0,2}}[\"'“‘]?[A-Z]")
"""`Aug. 22 (Agency) - Workers at …`: without a place the agency must stand behind the date."""
_AFTER = re.compile(
    rf"(?:[*_]{{0,2}}\)?{AGENCY}?[*_]{{0,2}}(?: {{0,2}}(?:--|[–—]) {{0,3}}| -{{1,2}} {{1,3}}|: )|\) {{1,2}})"
    rf"[*_]{{0,2}}[\"'“‘]?[A-Z]"
)
_MARKS = ")-–—:(/*_ "


def in_datelines(text: str, expressions: Iterable[TimeExpression]) -> list[TimeExpression]:
    """Those behind the name of a place that opens its line, before the dash behind which the story begins."""
    return [e for e in expressions if text[e.end : e.end + 1] in _MARKS and _is_one(text, e)]


def _is_one(text: str, expression: TimeExpression) -> bool:
    if _SIGNED.match(text, expression.end) and _BARE.search(text, max(0, expression.start - 6), expression.start):
        return True
    after = _AFTER.match(text, expression.end)
    before = after and _BEFORE.search(text, max(0, expression.start - _LONGEST), expression.start)
    if after is None or before is None:
        return False
    return bool(before[1]) or not after[0].startswith(") ") or "(" in before[0]
