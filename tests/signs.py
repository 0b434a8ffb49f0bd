"""Any sign there is, without a table of Unicode: hypothesis makes one in each new checkout, for seconds."""

from __future__ import annotations

from hypothesis import strategies as st

SIGNS = st.one_of(st.integers(0, 0x7F), st.integers(0x80, 0x2FFF), st.integers(0x3000, 0x10FFFF)).map(chr)
"""One sign; lone surrogates too, which text from a document never holds but a caller may pass."""
CARRIED = SIGNS.filter(lambda sign: not "\ud800" <= sign <= "\udfff")
"""One that a document's text may hold."""


def text_of(signs: str, least: int = 0, most: int = 24) -> st.SearchStrategy[str]:
    """A text of these signs only."""
    return st.lists(st.sampled_from(signs), min_size=least, max_size=most).map("".join)
