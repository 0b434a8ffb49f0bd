"""The last touch to a line: no marks, seams or loose signs."""

from __future__ import annotations

import re

_MARKS = re.compile(r"[*_~`#]{1,3}")
_SYMBOL = re.compile(r" ?<[A-Z][A-Z0-9.]{0,9}>")
"""What a stock exchange calls a firm: `Hale Works <HALE>`."""
_SIGNS = (" ,", " .", " ;", " :", " !", " ?", " )", " ’s ", " 's ")
_EDGES = " \t\n,;:–—-•|"


def tidy(line: str) -> str:
    """Marks of Markdown, doubled spaces, half a pair of quotes or brackets, edge signs: off. A capital first."""
    if any(mark in line for mark in "*_~`#"):
        line = _MARKS.sub("", line)
    line = without_symbols(line)
    for empty in ("( )", "()", "[ ]", "[]"):
        line = line.replace(empty, "")
    line = " ".join(line.split())
    for sign in _SIGNS:
        if sign in line:
            line = line.replace(sign, sign[1:])
    for one, other in (("(", ")"), ("“", "”"), ("[", "]")):
        if line.count(one) != line.count(other):
            line = line.replace(one, "").replace(other, "")
    if line.count('"') % 2:
        line = line.replace('"', "")
    line = line.lstrip("." + _EDGES).rstrip(_EDGES).removesuffix(".").rstrip(_EDGES)
    while ",," in line or ", ," in line:
        line = line.replace(", ,", ",").replace(",,", ",")
    return line[:1].upper() + line[1:]


def without_symbols(line: str) -> str:
    """`Hale Works <HALE>` → `Hale Works`."""
    return _SYMBOL.sub("", line).replace("<", "").replace(">", "") if "<" in line or ">" in line else line
