"""One spelling for matching: small letters, plain blanks and apostrophes, lines joined. Every offset stays the same."""

from __future__ import annotations

import re

_SAME = {
    "\u00a0": " ", "\u2007": " ", "\u2008": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ", "\u3000": " ", "\t": " ",
    "\u00ad": " ", "\u200b": " ", "\u2060": " ", "\ufeff": " ",
    "\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u2032": "'", "\u2010": "-", "\u2011": "-",
    "\u2012": "–", "\u2212": "-",}  # fmt: skip
_LINE_BREAK = re.compile(r"\n(?! {0,8}\n)")
_GROWS = "\u0130"
"""The one letter whose small form is two characters long."""


def fold(text: str) -> str:
    """The text to match, as long as the original plus one blank put before it."""
    folded = text.replace(_GROWS, "i").lower()
    if len(folded) != len(text):
        folded = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    if not folded.isascii():
        for odd, plain in _SAME.items():
            if odd in folded:
                folded = folded.replace(odd, plain)
    elif "\t" in folded:
        folded = folded.replace("\t", " ")
    if "\n" in folded:
        folded = _join_lines(folded)
    return " " + folded


def _join_lines(folded: str) -> str:
    """A single line break is a blank; an empty line parts paragraphs and stays."""
    if "\r" in folded:
        folded = folded.replace("\r\n", " \n").replace("\r", "\n")
    paragraphs = folded.split("\n\n")
    if len(paragraphs) == 1 and "\n \n" not in folded:
        return folded.replace("\n", " ")
    return _LINE_BREAK.sub(_blank_inside, folded)


def _blank_inside(match: re.Match[str]) -> str:
    at = match.start()
    return "\n" if at and match.string[at - 1] == "\n" else " "
