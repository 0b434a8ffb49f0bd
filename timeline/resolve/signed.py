"""The line under a text that says when it was signed, and where or by whom: `Bergen, 15 May 2024`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from timeline.languages import Language
from timeline.languages.events import EVENT
from timeline.languages.filed import NAME
from timeline.model.expression import TimeExpression

BOTTOM = 500
"""Characters at the end in which such a line stands."""
_FEWEST = 400
"""Characters of a text that is signed: of a shorter one, the line may be all there is to it."""
_LINES_BELOW = 4
"""Lines of names and addresses that may follow."""
_LONGEST = 120
_LONGEST_SAID = 220
_WORD = re.compile(r"[^\W0-9_]+")


class _Cues(NamedTuple):
    signer: re.Pattern[str]
    """`Signed, Ann Lee, Bergen, `, before the day."""
    clock: re.Pattern[str]
    """Behind it: ` at 14:00 UTC`."""
    itself: re.Pattern[str]
    """`This interview appeared in the Post on `."""


def is_signed(text: str, expression: TimeExpression, language: Language) -> bool:
    """Whether a complete day stands, with a place or the name of who signs, alone on a line under the text."""
    begin = text.rfind("\n", 0, expression.start) + 1
    if begin < max(len(text) - BOTTOM, _FEWEST):
        return False
    end = text.find("\n", expression.end)
    end = len(text) if end < 0 else end
    before, after = text[begin : expression.start], text[expression.end : end]
    cues = _cues(language)
    if end - begin > _LONGEST or cues.signer.fullmatch(before) is None or cues.clock.fullmatch(after) is None:
        return False
    if any(language.events.bits.get(word.lower(), 0) & EVENT for word in _WORD.findall(before)):
        return False  # `Siege of Ash, 3 May 1421`
    return not text[:begin].rstrip(" ").endswith((",\n", ";\n")) and _ends_there(text[end:])


def tells_of_itself(text: str, expression: TimeExpression, language: Language) -> bool:
    """`This conversation, shortened, appeared in The Post no. 58 on 20 May 2022`: the text says when it came out."""
    if min(expression.start, len(text) - expression.end) > BOTTOM:
        return False
    before = text[max(0, expression.start - _LONGEST_SAID) : expression.start]
    return _cues(language).itself.search(before) is not None


@lru_cache(maxsize=32)
def _cues(language: Language) -> _Cues:
    table = language.resolve
    kinds, verbs, this = ("|".join(table[f"byline_{name}"]) for name in ("itself", "appeared", "this"))
    signed, on, at, zones = ("|".join(table[name]) for name in ("signed", "signed_on", "signed_at", "signed_zones"))
    signer = rf"[ \t*_>—–-]{{0,6}}(?:(?:(?i:{signed}),? )?{NAME}(?:, {NAME}){{0,3}}[,.:]? {{1,3}})(?:(?:{on}) )?"
    clock = rf"[,.]? ?(?:(?:{at}) )?(?:[0-9]{{1,2}}[:.]?[0-9]{{2}}(?: ?(?:{zones}|[ap]\.?m\.?))?)?[\s.*_]*"
    itself = (
        rf"\b(?i:{this}) (?:[a-z-]{{3,12}} )?(?:{kinds})\b[^.!?;\n]{{0,50}}?\b(?:{verbs})\b"
        r"(?:[^.!?;\n]|\b(?:[Nn]o|[Vv]ol|pp?)\. ?){0,90}\b(?:on|of|dated|,|\() ?(?:the )?\Z"
    )
    return _Cues(re.compile(signer), re.compile(clock, re.IGNORECASE), re.compile(itself))


def _ends_there(below: str) -> bool:
    """Whether nothing but some short lines follow, and no sentence among them."""
    lines = [line.strip() for line in below.split("\n") if line.strip()]
    return len(lines) <= _LINES_BELOW and all(
        len(line) <= _LONGEST and not line.endswith((".", "!", "?")) for line in lines
    )
