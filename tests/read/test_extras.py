"""Without the heavy libraries: what can be read is read, the rest names what to install."""

from __future__ import annotations

import sys

import pytest

from tests.read.reads import of
from tests.read.samples import BODY, SAMPLES


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [
        ("a.pdf", "pypdfium2", "pdf"),
        ("a.warc", "warcio", "warc"),
        ("a.wiki", "mwparserfromhell", "wiki"),
        ("a.xml", "mwparserfromhell", "wiki"),
    ],
)
def test_the_extra_is_named(name: str, module: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for loaded in [key for key in sys.modules if key.partition(".")[0] == module]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setitem(sys.modules, module, None)
    documents, (problem,) = of(name, SAMPLES[name])
    assert not documents
    assert problem.code == "needs-extra"
    assert problem.message == f"This format needs {module}; install it with: pip install 'timeline-db[{extra}]'."


def test_html_is_read_without_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (document,), problems = of("a.html", SAMPLES["a.html"])
    assert not problems
    assert [remark.code for remark in document.problems] == ["needs-extra"]
    paragraphs = document.text.split("\n\n")
    assert paragraphs[0] == "# The bridge"
    assert paragraphs[1].startswith(BODY)
    assert "- First item of the list" in paragraphs
    assert paragraphs[3:5] == ["| Year | What |", "| 1971 | Sold |"]
    assert not {"Home", "Imprint"} & set(document.text.split())
    assert document.published is not None
    assert (document.title, str(document.published.when)) == ("The bridge & the river", "1991-05-03")
