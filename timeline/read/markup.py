"""The words of an HTML page by the standard library alone: of any depth, in linear time for sane pages."""

from __future__ import annotations

from html.parser import HTMLParser

from timeline.read.flow import Flow

_ASIDE = "script style noscript template svg math nav footer aside form select button iframe object head"
_SKIPPED = frozenset(_ASIDE.split())
_PARTS = (
    "p div section article main header h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre table tr caption figure "
    "figcaption address hr br body html title center details summary fieldset tbody thead"
)
_BLOCKS = frozenset(("aside", *_PARTS.split()))
_AFTER = (".", ",", ";", ":", "!", "?", '"', "”", "’", ")")
"""Behind these a raised number is that of a note, not an exponent."""
_NUMBER = 5
_MARKS = {"li": "- ", "dt": "- ", **{f"h{n}": "#" * n + " " for n in range(1, 7)}}


def words(page: str) -> str:
    """The text of a page, headings, lists and rows marked as in Markdown; menus, scripts and forms are left out."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.flow.text()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.flow = Flow()
        self._skipping: list[str] = []
        self._cells: list[str] | None = None
        self._quotes = 0
        self._note: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a block, a row, a cell, or a part that is left out."""
        if self._skipping:
            if tag == self._skipping[-1]:
                self._skipping.append(tag)
            elif tag == "body":  # a head that was never closed
                self._skipping.clear()
            return
        if tag in _SKIPPED and not _is_note(attrs):
            self._skipping.append(tag)
        elif tag == "sup":
            self._note = []
        elif tag in ("td", "th"):
            self._cell()
            self._cells = self._cells if self._cells is not None else []
        elif tag == "tr":
            self._row()
            self.flow.end()
            self._cells = []
        elif tag in _BLOCKS and self._cells is None:
            self.flow.end()
            self._quotes += tag == "blockquote"
            self.flow.mark("> " * self._quotes + _MARKS.get(tag, ""))
        elif tag in _BLOCKS:
            self.flow.add(" ")

    def handle_endtag(self, tag: str) -> None:
        """Close what it opened."""
        if self._skipping:
            if tag == self._skipping[-1]:
                self._skipping.pop()
        elif tag == "sup" and self._note is not None:
            told, self._note = "".join(self._note), None
            behind = " " if self.flow.begins() else ""  # the note itself
            is_note = told.isdigit() and (behind or self.flow.ends_with(_AFTER))
            self.flow.add(f"[{told}]{behind}" if is_note else told)
        elif tag in ("td", "th"):
            self._cell()
        elif tag in ("tr", "table"):
            self._row()
        elif tag in _BLOCKS and self._cells is None:
            self.flow.end()
            self._quotes = max(0, self._quotes - (tag == "blockquote"))
            self.flow.mark("> " * self._quotes)

    def handle_data(self, data: str) -> None:
        """Words."""
        if self._note is not None and len(data) < _NUMBER:
            self._note.append(data)
        elif not self._skipping:
            self.flow.add(data)

    def close(self) -> None:
        """The end of the page."""
        super().close()
        self._row()

    def _cell(self) -> None:
        if self._cells is not None:
            words = self.flow.take()
            if words.strip():
                self._cells.append(words)

    def _row(self) -> None:
        if self._cells is not None:
            self._cell()
            cells, self._cells = self._cells, None
            self.flow.row(cells)


def _is_note(attrs: list[tuple[str, str | None]]) -> bool:
    """What e-books set aside and is of the text (EPUB Structural Semantics: `footnote`, `endnote`, `rearnote`)."""
    return any(name == "epub:type" and "note" in (value or "") for name, value in attrs)
