"""explain, tag, formats: no database is needed."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import Run


def test_explain_tells_rule_value_anchor_and_why(run: Run) -> None:
    out = run("explain", "It rained two days ago.", "--reference", "2021-11-08").out
    assert out.splitlines()[0] == "“two days ago”  2021-11-06"
    for told in ("date.shift", "XXXX-XX-XX", "document 2021-11-08 (given)"):
        assert told in out


def test_explain_as_rows(run: Run) -> None:
    [row] = json.loads(run("explain", "It rained in 1990.", "-f", "json").out)
    assert (row["start"], row["end"], row["text"], row["edtf"]) == (13, 17, "1990", "1990")


def test_what_leans_on_nothing_is_not_placed(run: Run) -> None:
    assert "nothing to lean on" in run("explain", "It rained last Tuesday.").out


def test_explain_nothing(run: Run) -> None:
    assert run("explain", "It rained.") == (0, "", "no time expression\n")


def test_explain_tells_near_misses_and_the_genre(run: Run) -> None:
    err = run("explain", "See page 1844, it rained in 1990.").err
    assert "near miss at 9: “1844”: " in err
    assert err.endswith("read as narrative\n")
    assert "read as" not in run("explain", "It rained in 1990.", "--genre", "news").err


def test_tag_a_text(run: Run) -> None:
    assert run("tag", "-t", "In 1990 <b>it</b> rained.").out == (
        'In <TIMEX3 tid="t1" type="DATE" value="1990">1990</TIMEX3> &lt;b&gt;it&lt;/b&gt; rained.\n'
    )


def test_tag_files_as_json_lines(run: Run, articles: Path) -> None:
    told = [json.loads(line) for line in run("tag", articles, "-f", "jsonl").out.splitlines()]
    assert [Path(document["uri"]).name for document in told] == ["bridge.txt", "ferry.txt", "hostile.txt"]
    for document in told:
        for found in document["expressions"]:
            assert document["text"][found["start"] : found["end"]] == found["text"]


def test_tag_json_lines(run: Run) -> None:
    lines = [{"text": "It rained in 1990.", "id": "a"}, {"text": "It rained in 1991.", "id": "b"}]
    Path("in.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert len(run("tag", "in.jsonl", "-f", "jsonl").out.splitlines()) == 2


def test_timeml_is_well_formed_and_has_the_text(run: Run) -> None:
    text = "On 3 May 1990 a & b < c \x1b rained."
    tree = ElementTree.fromstring(run("tag", "-t", text, "-f", "timeml", "--reference", "1991-05-04").out)
    body = tree.find("TEXT")
    assert body is not None
    assert "".join(body.itertext()) == text.replace("\x1b", "\ufffd")
    assert [tag.get("value") for tag in tree.iter("TIMEX3")] == ["1991-05-04", "1990-05-03"]


def test_a_file_a_document_in_a_folder(run: Run, articles: Path) -> None:
    Path("out").mkdir()
    assert run("tag", articles, "-f", "timeml", "-o", "out").code == 0
    assert sorted(path.name for path in Path("out").iterdir()) == [
        "bridge.txt.tml",
        "ferry.txt.tml",
        "hostile.txt.tml",
    ]


def test_some_failed(run: Run, articles: Path) -> None:
    ran = run("tag", articles, "missing.txt")
    assert ran.code == 3
    assert "missing.txt" in ran.err


@pytest.mark.parametrize("arguments", [("tag",), ("tag", "a.txt", "-t", "b")])
def test_usage(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).code == 2


def test_formats_lists_both_ways(run: Run) -> None:
    out = run("formats").out
    assert "  markdown" in out.partition("write")[0]
    assert "  ndjson" in out.partition("write")[2]
