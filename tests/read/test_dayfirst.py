"""The order of day and month is a matter of the whole column."""

from __future__ import annotations

import gzip
import json

import pytest

from tests.read.reads import of
from timeline.model.document import Document

TEXT = "The bridge was opened."


def dates(documents: list[Document]) -> list[str]:
    return [str(one.published and one.published.when) for one in documents]


def rows(*told: str) -> bytes:
    return "".join(f"{line}\n" for line in ("date,text", *(f'"{date}",{TEXT}' for date in told))).encode()


@pytest.mark.parametrize(
    ("told", "expected", "remark"),
    [
        (["03/05/2019", "14/06/2020"], ["2019-05-03", "2020-06-14"], None),
        (["14/06/2020", "03/05/2019"], ["2020-06-14", "2019-05-03"], None),
        (["03/05/2019", "06/14/2020"], ["2019-03-05", "2020-06-14"], None),
        (["Fri 03/05/2019 10:15", "14/06/2020 09:00"], ["2019-05-03", "2020-06-14"], None),
        (["03-05-2019", "14-06-2020T09:00:00Z"], ["2019-05-03", "2020-06-14"], None),
        (["3/5/19", "14/6/51"], ["2019-05-03", "1951-06-14"], None),
        (["03.05.2019", "2.6.2020"], ["2019-05-03", "2020-06-02"], None),
        (["03.05.2019", "06.14.2020"], ["2019-03-05", "2020-06-14"], None),
        (["03.05.2019", "06/14/2020"], ["2019-05-03", "2020-06-14"], None),
        (["05/05/2019"], ["2019-05-05"], None),
        (["2019-05-03", "3 May 2019"], ["2019-05-03", "2019-05-03"], None),
        (["03/05/2019", "04/06/2020"], ["2019-03-05", "2020-04-06"], "note"),
        (["03/05/2019", "14/06/2020", "06/14/2020"], ["2019", "2020-06-14", "2020-06-14"], "partial"),
        (["14/06/2020", "06/14/2020"], ["2020-06-14", "2020-06-14"], "note"),
        (["31/02/2019", "03/05/2019 - 07/05/2019"], ["None", "None"], None),
    ],
)  # fmt: skip
def test_a_date_that_can_be_read_one_way_decides_for_its_column(
    told: list[str], expected: list[str], remark: str | None
) -> None:
    for name, data in (
        ("a.csv", rows(*told)),
        ("a.csv.gz", gzip.compress(rows(*told))),
        ("a.jsonl", "".join(json.dumps({"text": TEXT, "date": date}) + "\n" for date in told).encode()),
        ("a.json", json.dumps([{"text": TEXT, "date": date} for date in told]).encode()),
    ):
        documents, problems = of(name, data)
        assert dates(documents) == expected, name
        said = [*problems, *(one for document in documents for one in document.problems)]
        assert [one.severity for one in said if one.code in ("date", "incomplete")] == ([remark] if remark else []), (
            name
        )


def test_columns_are_told_apart_and_nested_fields_are_reached() -> None:
    lines = [
        {"text": TEXT, "date": "03/05/2019"},
        {"text": TEXT, "published": "03/05/2019", "date": "x"},
        {"text": TEXT, "published": "14/05/2019"},
        {"text": TEXT, "date": "05/13/2019"},
    ]
    documents, _ = of("a.jsonl", "\n".join(map(json.dumps, lines)).encode())
    assert dates(documents) == ["2019-03-05", "2019-05-03", "2019-05-14", "2019-05-13"]


def test_what_a_person_names_as_the_date_is_looked_at() -> None:
    from timeline.read import Reading

    lines = [{"text": TEXT, "meta": {"day": date}} for date in ("03/05/2019", "14/05/2019")]
    data = "\n".join(map(json.dumps, lines)).encode()
    documents, _ = of("a.jsonl", data, Reading(fields={"published": "meta.day"}))
    assert dates(documents) == ["2019-05-03", "2019-05-14"]


def test_a_record_that_is_read_otherwise_is_another_record() -> None:
    (one, *_), _ = of("a.csv", rows("03/05/2019"))
    (other, *_), _ = of("a.csv", rows("03/05/2019", "14/06/2020"))
    assert one.key != other.key


def test_one_remark_names_the_dates_and_the_way_out() -> None:
    documents, _ = of("a.csv", rows("03/05/2019", "04/06/2020"))
    told = [one.message for document in documents for one in document.problems if one.code == "date"]
    assert told == [
        "'03/05/2019' and 1 more in 'date' read with the month first; no date shows which is. Or write 2019-05-03."
    ]
