"""A chronicle's days, months and years may be headings: what stands under them is of their time."""

from __future__ import annotations

from pathlib import Path

import pytest

import timeline

EVENTS = (
    ("1894-03-02", "2 March 1894", "The council of Vik bought a field"),
    ("1894-05", "May 1894", "Work on the mill began"),
    ("1896-11-30", "30 November 1896", "A gale destroyed the roof of the mill"),
    ("1897", "1897", "The mill opened"),
)
LAYOUTS = {
    "headings": ("## {}\n\n{}.", "\n\n"),
    "lines over lines": ("{}\n{}.", "\n\n"),
    "paragraphs": ("{}\n\n{}.", "\n\n"),
    "items": ("- {}: {}", "\n"),
    "bold items": ("- **{}** {}", "\n"),
    "lines": ("{} – {}", "\n"),
    "rows": ("| {} | {} |", "\n"),
    "quoted": ("> {}: {}.", "\n"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout_tells_the_same(layout: str, tmp_path: Path) -> None:
    form, gap = LAYOUTS[layout]
    body = gap.join(form.format(date, told) for _, date, told in EVENTS)
    head = "| Date | What |\n|---|---|\n" if layout == "rows" else ""
    path = tmp_path / "mill.md"
    path.write_text(f"# The mill of Vik\n\nThe mill stands by the river.\n\n{head}{body}\n", encoding="utf-8")
    with timeline.open(tmp_path / "mill.db") as tl:
        tl.add(path)
        found = {(str(event.when), event.title) for event in tl.events()}
    assert found == {(edtf, told) for edtf, _, told in EVENTS}


def test_one_date_over_a_text_heads_no_chronicle(tmp_path: Path) -> None:
    path = tmp_path / "post.md"
    path.write_text("# The mill\n\n## 2 March 1894\n\nThe council met. A gale destroyed the roof.\n", encoding="utf-8")
    with timeline.open(tmp_path / "post.db") as tl:
        tl.add(path)
        assert [event.title for event in tl.events() if event.when is not None and not event.inferred] == []


def test_the_day_behind_a_year_in_bold_is_its_day(tmp_path: Path) -> None:
    path = tmp_path / "mill.md"
    path.write_text(
        "# The mill\n\n**1894** On 2 March the council of Vik bought a field.\n\n"
        "**1896** On 30 November a gale destroyed the roof of the mill.\n",
        encoding="utf-8",
    )
    with timeline.open(tmp_path / "mill.db") as tl:
        tl.add(path)
        assert [str(event.when) for event in tl.events()] == ["1894-03-02", "1896-11-30"]
