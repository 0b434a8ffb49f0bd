"""GeoJSON (RFC 7946): one feature an event, its places by name; no coordinates are known, so geometries are null."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.render.formats.json import line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.render.page import Page, Row


def render(events: Iterable[Row], page: Page) -> Iterator[str]:
    """The columns of the `timeline` view are the properties; a null geometry is how the standard says "unlocated"."""
    yield '{"type": "FeatureCollection", "features": ['
    before, unlocated = "\n", 0
    for row in events:
        properties = {name: value for name, value in row.items() if name != "evidence"}
        yield before + line({"type": "Feature", "id": row["key"], "geometry": None, "properties": properties})
        before = ",\n"
        unlocated += 1
    yield "\n]}\n"
    if unlocated:
        page.remark(f"{unlocated} without geometry: places are known by name only")
