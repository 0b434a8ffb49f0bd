"""Dates in full words, for pages and documents, and as the `time` elements of a page hold them."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.errors import InputError
from timeline.temporal.human import words

_VALID_IN_HTML = re.compile(r"(?!0000)[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-3][0-9])?)?\Z")


@lru_cache(maxsize=4096)
def spoken(edtf: str | None, clock: str | None = None) -> str:
    """`27 September 2020`, `early 1990s`, `49–47 BCE`, `undated`; what is no EDTF stays as it is."""
    if not edtf:
        return "undated"
    try:
        return words(edtf, clock)
    except InputError:
        return edtf


def datetime_attribute(edtf: str | None) -> str | None:
    """The value of a `time` element's `datetime` (HTML: a valid date, month or year string), where there is one."""
    if not edtf:
        return None
    bare = edtf.rstrip("~?%").partition("T")[0]
    return bare if _VALID_IN_HTML.match(bare) else None
