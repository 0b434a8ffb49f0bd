"""Texts that make a careless regex slow when they are repeated: signs, half an expression, a rule's own beginning."""

from __future__ import annotations

from timeline.languages import Language

SIGNS = [" ", "1", "1 ", "-", "\uff11", "\u200b", "\n", "\n\n", "'", "(", "\u2019", "A", ". A "]
HALVES = ["May ", "1/1/", "12 ", "the ", "a ", "last ", "two ", "1,", "1.", "from 1990 to "]
HALVES += ["early ", "hundred ", "of "]


def baits(language: Language) -> list[str]:
    """All of them for a language; those of its rules are what its first examples begin with."""
    return SIGNS + HALVES + sorted({rule.examples[0].text[:14] + " " for rule in language.rules})


def repeated(bait: str, size: int) -> str:
    """So many characters of it."""
    return (bait * (size // len(bait) + 1))[:size]
