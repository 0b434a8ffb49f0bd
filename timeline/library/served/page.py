"""The HTML timeline of a database, as it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.render.formats import html
from timeline.render.page import Page
from timeline.store import Store
from timeline.store.filter import Filter

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 20_000
"""Events that a browser shows without trouble; of more, the most told of."""


def page(path: str) -> Iterator[str]:
    """What `timeline export -f html` writes, in pieces."""
    with Store.open(path) as store:
        everything = Filter.of(undated=None)
        count = store.count(everything)
        if count <= MOST:
            yield from html.render(store.rows(everything), Page(title="Timeline", verbose=True))
            return
        title = f"Timeline: the {MOST:,} most told of {count:,} events"
        yield from html.render(store.rows(everything._replace(top=MOST)), Page(title=title, verbose=True))
