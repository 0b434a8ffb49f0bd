"""Two texts on one line, where they fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.render.columns import cells, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.render.page import Page


def beside(page: Page, left: tuple[str, str], right: tuple[str, str]) -> Iterator[str]:
    """Lines of two (text, style); where the page is too narrow for both, the second stands below the first."""
    (text, style), (more, more_style) = left, right
    if page.width is None or cells(text) + 2 + cells(more) <= page.width:
        yield f"{page.paint(text, style)}  {page.paint(more, more_style)}\n"
        return
    yield from (page.paint(line, style) + "\n" for line in wrapped(text.rstrip(), page.width))
    yield from (f"  {page.paint(line, more_style)}\n" for line in wrapped(more, page.width - 2))
