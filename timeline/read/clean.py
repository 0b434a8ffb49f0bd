"""The one place where foreign text is made safe: what no store, terminal or encoder can carry is replaced.

Replaced one for one, so that offsets stay; all else, control signs and direction marks too, is kept as written.
"""

from __future__ import annotations

import os
import re

REPLACEMENT = "\ufffd"
_ESCAPED = re.compile(rb"\\x([89a-f][0-9a-f])")
_UNCARRIABLE = re.compile("[\x00\ud800-\udfff]")


def clean(text: str) -> tuple[str, int]:
    """The text without NUL and lone surrogates, and how many there were."""
    if text.isascii() and "\0" not in text:
        return text, 0
    return _UNCARRIABLE.subn(REPLACEMENT, text)


def clean_name(name: str) -> str:
    """A file name that is not UTF-8 in a form that can be shown and stored: `caf\\xe9.txt`."""
    if name.isascii() and "\0" not in name:
        return name
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace").replace("\0", REPLACEMENT)


def plain_path(path: str) -> str:
    """The path without what says nothing, `./` and doubled slashes; `..` stays, for a link may lie before it."""
    parts = [part for part in path.split("/") if part not in ("", ".")]
    return ("/" if path.startswith("/") else "") + "/".join(parts) or "."


def real_name(name: str) -> str:
    """The path that `clean_name` has made such a form of."""
    return os.fsdecode(_ESCAPED.sub(lambda escaped: bytes.fromhex(escaped[1].decode()), os.fsencode(name)))
