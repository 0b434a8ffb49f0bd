"""Short keys from content: the same content has the same key on every machine, with no counter."""

from __future__ import annotations

import base64
import hashlib

LENGTH = 12


def content_key(*parts: str | bytes | int | None) -> str:
    """Twelve lower-case base-32 signs (60 bits) of the SHA-256 of the parts, each told apart by its length."""
    digest = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else b"\xff" if part is None else str(part).encode("utf-8")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return base64.b32encode(digest.digest()[:8]).decode("ascii")[:LENGTH].lower()
