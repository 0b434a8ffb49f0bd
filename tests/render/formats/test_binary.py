"""Word and Parquet files, and GeoJSON: read back by the libraries that people open them with."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from tests.render.rows import DISPUTED, PLANNED, UNDATED, event, evidence
from timeline.errors import InputError
from timeline.render import described
from timeline.render.formats import docx, geojson, parquet
from timeline.render.page import Page

ODD = event(
    id=9,
    key="oddoddoddodd",
    title="a\x00b \ufffe\uffff <w:t> \ud800 \u202e",
    edtf="-0043-03-15",
    precision="day",
    evidence=[evidence(quote="a\x0b\ud800 \ufffe", time_start=None, document="x\x1b[2J.txt")],
)
EVENTS = [event(), DISPUTED, PLANNED, UNDATED, ODD]


def test_a_word_table() -> None:
    library = pytest.importorskip("docx")
    document = library.Document(io.BytesIO(b"".join(docx.render(EVENTS, Page(title="The <bridge>\x07")))))
    assert document.paragraphs[0].text == "The <bridge>\ufffd"
    [table] = document.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["Date", "Event", "Sources"]
    assert rows[1] == ["May 1894", "The bridge opened", "“The bridge opened in May 1894.” Notes, notes.txt:100"]
    assert rows[2][0] == "1891 –"
    assert rows[2][1] == "Engineers closed the old ferry (disputed)\n1892: one source"
    assert rows[2][2].count("\n") == 2
    assert rows[3][1] == "The Board will dredge the harbour (planned)"
    assert rows[4][0] == "undated"
    assert rows[5][0] == "15 March 44 BCE"
    assert [run.text for run in table.rows[1].cells[2].paragraphs[0].runs if run.bold] == ["May 1894"]
    assert table.rows[0]._tr.trPr.xpath("w:tblHeader")


def test_the_same_events_are_the_same_word_file() -> None:
    pytest.importorskip("docx")
    made = [b"".join(docx.render(EVENTS, Page())) for _ in range(2)]
    assert made[0] == made[1]


def test_a_parquet_file(monkeypatch: pytest.MonkeyPatch) -> None:
    library = pytest.importorskip("pyarrow.parquet")
    monkeypatch.setattr(parquet, "GROUP", 2)
    file = library.ParquetFile(io.BytesIO(b"".join(parquet.render(EVENTS, Page()))))
    assert file.num_row_groups == 3
    told = file.read().to_pylist()
    for row, wanted in zip(told[:4], EVENTS, strict=False):
        claims = row.pop("evidence")
        assert {name: row[name] for name in wanted if name != "evidence"} == {
            name: value for name, value in wanted.items() if name != "evidence"
        }
        assert claims == wanted["evidence"]
    assert told[4]["title"] == "a\x00b \ufffe\uffff <w:t> ? \u202e"
    types = dict(zip(file.schema_arrow.names, map(str, file.schema_arrow.types), strict=True))
    assert (types["first_day"], types["disputed"], types["actors"]) == ("int64", "bool", "list<element: string>")


def test_an_empty_parquet_file_has_its_columns() -> None:
    library = pytest.importorskip("pyarrow.parquet")
    table = library.read_table(io.BytesIO(b"".join(parquet.render([], Page()))))
    assert table.num_rows == 0
    assert table.schema.names[0] == "id"


def test_features_are_unlocated_and_say_so() -> None:
    remarks: list[str] = []
    told: dict[str, Any] = json.loads("".join(geojson.render(EVENTS, Page(remark=remarks.append))))
    assert told["type"] == "FeatureCollection"
    assert [feature["type"] for feature in told["features"]] == ["Feature"] * len(EVENTS)
    assert {feature["geometry"] for feature in told["features"]} == {None}
    first = told["features"][0]
    assert first["id"] == EVENTS[0]["key"]
    assert first["properties"]["places"] == ["Leith"]
    assert "evidence" not in first["properties"]
    assert remarks == ["5 without geometry: places are known by name only"]


def test_no_features() -> None:
    remarks: list[str] = []
    assert json.loads("".join(geojson.render([], Page(remark=remarks.append))))["features"] == []
    assert remarks == []


@pytest.mark.parametrize(("module", "library"), [(docx, "docx"), (parquet, "pyarrow")])
def test_a_missing_library_is_named_with_its_extra(module: Any, library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, library, None)
    with pytest.raises(InputError, match=rf"timeline-db\[{module.NEEDS}\]"):
        list(module.render([], Page()))
    assert f"(needs timeline-db[{module.NEEDS}])" in dict(described())[module.NEEDS]
