"""A small stand-in for a language: just what the segmenter needs of one."""

from __future__ import annotations

from dataclasses import dataclass

_ABBREVIATIONS = ["mr", "mrs", "dr", "gen", "st", "no", "nos", "vs", "inc", "ltd", "jr", "sept", "nov", "approx", "p"]
_STARTERS = ["The", "A", "In", "On", "At", "He", "She", "It", "They", "We", "But"]


@dataclass(frozen=True)
class Writing:
    abbreviations: frozenset[str] = frozenset(_ABBREVIATIONS)
    starters: frozenset[str] = frozenset(_STARTERS)
