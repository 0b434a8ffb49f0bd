"""A chronology as a table: CSV, TSV or semicolons, with a date and a text in each row, and perhaps a source."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence

from timeline.errors import InputError
from timeline.model.entry import Entry
from timeline.read.chronology.events import STATUSES, text, texts
from timeline.read.chronology.timelinejs import edtf

USUAL = {
    "date": "edtf date when start startdate from begin began datetime time",
    "year": "year",
    "month": "month",
    "day": "day",
    "end": "end enddate until to till ended",
    "text": "event title headline what happening entry text description summary",
    "source": "source sources publisher reference citation mediacredit document url link",
    "note": "note notes comment comments remark remarks details description text",
    "status": "status",
    "actors": "actors actor who people participants",
    "places": "places place where location locations",
}
"""Names of columns in order of preference, without case, spaces and marks."""
SEPARATORS = ",;\t|"
_DATED = re.compile(r"[-+~?/.,: \w]{0,40}[0-9]{1,9}[-+~?/.,: \w]{0,40}")


def entries(told: str, name: str) -> list[Entry]:
    """One entry a row; without a line of names the columns are date, text, source.

    InputError where no column is a text.
    """
    head = re.sub(r'"[^"]{0,500}"', "", told[:4000].partition("\n")[0])
    separator = max(SEPARATORS, key=head.count)
    before = csv.field_size_limit(1 << 27)
    try:
        table = csv.reader(io.StringIO(told, newline=""), delimiter=separator)
        rows = [row for row in table if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise InputError(f"{name} is no table that can be read: {error}", path=name) from error
    finally:
        csv.field_size_limit(before)
    columns = _columns(rows[0]) if rows else {}
    if "text" in columns:
        return [entry for row in rows[1:] if (entry := _entry(_cells(columns, row))).text]
    if rows and len(rows[0]) in (2, 3) and _DATED.fullmatch(rows[0][0].strip()):
        plain = {"date": 0, "text": 1, "source": 2}
        return [entry for row in rows if (entry := _entry(_cells(plain, row))).text]
    raise InputError(f"{name} has no column of texts: name its columns date, text and source", path=name)


def _columns(names: Sequence[str]) -> dict[str, int]:
    """Our names → numbers of the columns; no column is taken twice."""
    bare: dict[str, int] = {}
    for number, name in enumerate(names):
        bare.setdefault(re.sub(r"[\W_]", "", name).lower(), number)
    found: dict[str, int] = {}
    for ours, usual in USUAL.items():
        hits = [bare[name] for name in usual.split() if name in bare and bare[name] not in found.values()]
        if hits:
            found[ours] = hits[0]
    return found


def _cells(columns: Mapping[str, int], row: Sequence[str]) -> dict[str, str]:
    return {name: text(row[number]) for name, number in columns.items() if number < len(row)}


def _entry(cells: Mapping[str, str]) -> Entry:
    end = cells.get("end", "")
    status = cells.get("status", "").lower()
    return Entry(
        text=cells.get("text", ""),
        date=cells.get("date", "") or _of_parts(cells),
        end=end,
        note=cells.get("note", ""),
        source=cells.get("source", ""),
        kind="span" if end else "point",
        status=status if status in STATUSES else "reported",
        actors=texts(cells.get("actors")),
        places=texts(cells.get("places")),
    )


def _of_parts(cells: Mapping[str, str]) -> str:
    """Year, month and day in columns of their own; a negative year is astronomical, as in our own tables."""
    numbers = []
    for name in ("year", "month", "day"):
        if not re.fullmatch(r"-?[0-9]{1,9}", cells.get(name, "")):
            break
        numbers.append(int(cells[name]))
    return edtf(*numbers, counts_zero=True) if numbers else ""
