"""JSON, NDJSON, CSV and TSV: for programs."""

from __future__ import annotations

import csv
import io
import json

from tests.render.rows import UNDATED, event
from timeline.render.formats import csv as csv_format
from timeline.render.formats import json as json_format
from timeline.render.formats import ndjson, tsv
from timeline.render.page import Page

PAGE = Page()


def test_json_is_a_list_of_the_same_objects() -> None:
    rows = [event(), UNDATED]
    assert json.loads("".join(json_format.render(rows, PAGE))) == rows
    assert "".join(json_format.render([], PAGE)) == "[]\n"


def test_json_keeps_every_sign_and_has_no_number_beyond_json() -> None:
    text = "\x1b \x9b \u202e \ud800 </script> 日本"
    out = "".join(json_format.tabulate(["t", "n", "b"], [(text, float("nan"), b"\x01")], PAGE))
    assert json.loads(out) == [{"t": text, "n": None, "b": "01"}]
    assert "日本" in out
    assert out.replace("\n", "").isprintable()


def test_ndjson_is_one_object_a_line() -> None:
    out = "".join(ndjson.render([event(title="one\ntwo\u2028"), UNDATED], PAGE))
    assert [json.loads(line)["title"] for line in out.split("\n")[:-1]] == ["one\ntwo\u2028", "A storm broke the pier"]


def test_csv_is_read_back() -> None:
    rows = [event(title='say "so", =1', actors=["A", "=B"], evidence=[]), event(title="=cmd|x", edtf="-0043-03-15")]
    read = list(csv.DictReader(io.StringIO("".join(csv_format.render(rows, PAGE)))))
    assert [row["title"] for row in read] == ['say "so", =1', "'=cmd|x"]
    assert [row["edtf"] for row in read] == ["1894-05", "-0043-03-15"]
    assert read[0]["actors"] == "A; =B"
    assert read[0]["disputed"] == "0"
    assert "evidence" not in read[0]


def test_csv_of_many_rows_comes_in_pieces() -> None:
    pieces = list(csv_format.tabulate(["n", "t"], ((n, "x" * 50) for n in range(5000)), PAGE))
    assert len(pieces) > 2
    assert len("".join(pieces).splitlines()) == 5001


def test_tsv_has_no_tab_or_line_break_in_a_cell() -> None:
    out = "".join(tsv.tabulate(["a", "b"], [("x\ty\nz", None), (["p", "q"], True)], PAGE))
    assert out == "a\tb\nx y z\t\np; q\t1\n"
    assert "".join(tsv.render([event(title="a\tb")], PAGE)).splitlines()[1].split("\t")[12] == "a b"
