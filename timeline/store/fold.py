"""Names without case, accents and odd spaces, so that a person finds them as typed."""

from __future__ import annotations

from unicodedata import combining, normalize


def fold(name: str) -> str:
    """`  Márquez ` and `MARQUEZ` are both `marquez`."""
    if name.isascii():
        return " ".join(name.lower().split())
    plain = "".join(sign for sign in normalize("NFKD", name.casefold()) if not combining(sign))
    return " ".join(plain.split())
