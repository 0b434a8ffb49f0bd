"""Whether what stands around a match lets it be a time, and if not, why, in words."""

from __future__ import annotations

import re

from timeline.languages.rule import Rule
from timeline.tag.compiled import Compiled

_LOOK_BACK = 48


def objection(text: str, folded: str, match: re.Match[str], rule: Rule, rules: Compiled) -> str:
    """Why a rule that matched is not to be taken; empty when nothing speaks against it."""
    start, end = match.span()
    before = folded[start - 1]
    if rule.forbids_char and before in rule.forbids_char:
        return f'stands after "{before}"'
    if rule.cased and not _capital(text, folded, start, end, rules.language.cased):
        return "written small, it is another word"
    if rule.after and not (before in rule.after_char if before != " " else last_word(folded, start) in rule.after):
        return f'counts only after certain words, not after "{last_word(folded, start)}"'
    if rule.not_after and before == " " and last_word(folded, start) in rule.not_after:
        return f'stands after "{last_word(folded, start)}"'
    if rule.needs and not rules.before(rule.needs).search(folded, max(0, start - _LOOK_BACK), start):
        return "what stands before is not what it needs"
    if rule.forbids and rules.before(rule.forbids).search(folded, max(0, start - _LOOK_BACK), start):
        return "what stands before makes it something else"
    if rule.guard and not rules.guard(rule)(text, start - 1, end - 1, rules.language.guard):
        return "part of a name or a code"
    return ""


def last_word(folded: str, start: int) -> str:
    """The word that ends one sign before an offset."""
    word = folded[folded.rfind(" ", max(0, start - 18), start - 1) + 1 : start - 1]
    return word.rpartition("\n")[2].lstrip('("\u201c')


def _capital(text: str, folded: str, start: int, end: int, cased: frozenset[str]) -> bool:
    """No word of the match that is also a common word is written small."""
    at = start
    for word in folded[start:end].split(" "):
        if word.rstrip(".") in cased and not text[at - 1].isupper():
            return False
        at += len(word) + 1
    return True
