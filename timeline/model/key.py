"""Short keys from content: the same content has the same key on every machine, with no counter."""

from __future__ import annotations

import hashlib

LENGTH = 12
_SIGNS = "abcdefghijklmnopqrstuvwxyz234567"
"""Base 32 of RFC 4648, small letters."""
_PAIRS = [one + other for one in _SIGNS for other in _SIGNS]
_SHIFTS = range(5 * (LENGTH - 2), -1, -10)


def content_key(*parts: str | bytes | int | None) -> str:
    """Twelve lower-case base-32 signs (60 bits) of the SHA-256 of the parts, each told apart by its length."""
    told: list[bytes] = []
    for part in parts:
        data = part if isinstance(part, bytes) else b"\xff" if part is None else str(part).encode()
        told += len(data).to_bytes(8, "big"), data
    bits = int.from_bytes(hashlib.sha256(b"".join(told)).digest()[:8], "big") >> 4
    return "".join([_PAIRS[bits >> shift & 0x3FF] for shift in _SHIFTS])
