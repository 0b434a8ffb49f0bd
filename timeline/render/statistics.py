"""What there is, counted: events over time, and who, where, told by whom, how exactly dated."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.render.columns import cells, padded, wrapped
from timeline.render.foreign import clean
from timeline.render.when import of_years, stretch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.render.page import Page, Row

COLUMNS = ("facet", "value", "events")
FACETS = ("year", "actor", "place", "source", "status", "precision", "mark")
"""Of events; a caller may add others, as `stats` does with the problems of the documents."""
_BINS = (1, 10, 100, 1000, 10_000, 100_000, 1_000_000)
_MOST_LINES = 40
_TOP = 10
_BAR = 40
_INDENT = 12
_EIGHTHS = " ▏▎▍▌▋▊▉"


def tallied(events: Iterable[Row]) -> dict[str, Counter[object]]:
    """For each facet: how many events have each of its values. One pass; nothing is kept but the counts."""
    counts: dict[str, Counter[object]] = {facet: Counter() for facet in FACETS}
    for row in events:
        counts["year"][row["year"]] += 1
        counts["actor"].update(set(row["actors"]))
        counts["place"].update(set(row["places"]))
        counts["source"].update({claim["document"] for claim in row["evidence"]})
        counts["status"][row["status"]] += 1
        counts["precision"][row["precision"] or "undated"] += 1
        counts["mark"].update(name for name in ("disputed", "inferred") if row[name])
    return counts


def rows(counts: dict[str, Counter[object]]) -> Iterator[tuple[object, ...]]:
    """In the order of COLUMNS; years in order of time, everything else by its count."""
    for facet, values in counts.items():
        key = (lambda item: (item[0] is None, item[0])) if facet == "year" else (lambda item: (-item[1], str(item[0])))
        for value, number in sorted(values.items(), key=key):
            yield facet, value, number


def told(counts: dict[str, Counter[object]], page: Page) -> Iterator[str]:
    """A histogram over time, then the most frequent values of each facet."""
    years = {year: number for year, number in counts["year"].items() if isinstance(year, int)}
    yield from histogram(years, page)
    for facet, found in counts.items():
        values = [] if facet == "year" else sorted(found.items(), key=lambda item: (-item[1], str(item[0])))
        listed = [f"{clean(str(value))} {number:,}" for value, number in values[:_TOP]]
        listed += [f"{len(values) - _TOP:,} more"] if len(values) > _TOP else []
        if listed:
            yield from _listed(facet, listed, page)


def _listed(name: str, items: Sequence[str], page: Page) -> Iterator[str]:
    """What is listed after its name, each item whole on its line if a line can hold it; below it on a narrow page."""
    indent = _INDENT if page.width is None or page.width > 3 * _INDENT else 2
    room = page.width and page.width - indent
    lines: list[str] = []
    for item in items:
        joined = f"{lines[-1]} · {item}" if lines else item
        if lines and (room is None or cells(joined) <= room):
            lines[-1] = joined
        else:
            lines += wrapped(item, room)
    head, rest = (lines[0], lines[1:]) if indent == _INDENT else ("", lines)
    yield page.paint(padded(name, indent), "dim") + head + "\n"
    yield from (f"{' ' * indent}{line}\n" for line in rest)


def histogram(years: dict[int, int], page: Page) -> Iterator[str]:
    """Bars of the years, or of the decades, centuries … where there would be too many."""
    if not years:
        return
    size = next(size for size in _BINS if _lines(years, size) <= _MOST_LINES or size == _BINS[-1])
    bins: Counter[int] = Counter()
    for year, number in years.items():
        bins[stretch(year, size)] += number
    most, widest = max(bins.values()), max(cells(of_years(number, size)) for number in bins)
    room = max(1, min(_BAR, (page.width or 80) - widest - 3 - len(f"{most:,}")))
    before = min(bins)
    for number in sorted(bins):
        if number > before + 1:
            yield page.paint("…" if number > before + 2 else of_years(number - 1, size), "dim") + "\n"
        before = number
        length = bins[number] * room * 8 // most
        bar = "█" * (length // 8) + _EIGHTHS[length % 8].strip() or "▏"
        label = page.paint(padded(of_years(number, size), widest), "date")
        yield f"{label}  {page.paint(bar, 'mark')} {bins[number]:,}\n"
    yield "\n"


def _lines(years: Iterable[int], size: int) -> int:
    """How many lines the bars take: one each, and one for every gap between them."""
    bins = sorted({stretch(year, size) for year in years})
    return len(bins) + sum(later > earlier + 1 for earlier, later in pairwise(bins))
