"""Counts with their nouns."""

from __future__ import annotations

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def counted(number: int, noun: str) -> str:
    """`1 source`, `2 sources`, `1,204 sources`."""
    return f"{number:,} {noun}" + "s" * (number != 1)


def spelled(number: int, noun: str) -> str:
    """`one source`, `two sources`, `11 sources`."""
    return f"{_WORDS[number]} {noun}{'s' * (number != 1)}" if number < len(_WORDS) else counted(number, noun)
