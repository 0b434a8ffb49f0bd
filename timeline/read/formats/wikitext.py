"""Pages in wikitext."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from timeline.model.document import Document
from timeline.read.compose import compose
from timeline.read.decode import decode
from timeline.read.extras import need
from timeline.read.reading import Reading
from timeline.read.source import Source

SUFFIXES = (".wiki", ".wikitext", ".mediawiki")
NEEDS = "wiki"

_YEAR = "January February March April May June July August September October November December"
_MONTHS = _YEAR.split()
_DATED = re.compile(r"(?:start|end|birth|death|film|release)?[ -]?date(?: and age| and years ago)?|start-date|dob|bda")
_GONE = re.compile(
    r"<ref[^>/]{0,200}/>|<ref[^>]{0,200}>.{0,3000}?</ref>|<!--.{0,3000}?-->|<gallery.{0,20000}?</gallery>", re.S
)
_MEDIA = re.compile(r"(?:File|Image|Category|Datei|Fichier|Archivo|Файл):", re.IGNORECASE)
_HEADING = re.compile(r"^(={1,6})[ \t]{0,4}([^=\n]{1,200}?)[ \t]{0,4}\1[ \t]{0,8}$", re.MULTILINE)

_SHARP = "\ue000"
"""Stands for `#` while the parser, which would take that for a list, has the text."""


def read(data: bytes, source: Source, reading: Reading) -> Iterator[Document]:
    """The words as a reader sees them; dates that stand in templates are kept as words."""
    parser = need("mwparserfromhell", "wiki")
    decoded = decode(data, reading.encoding)
    raw = _HEADING.sub(lambda m: f"\n\n{_SHARP * len(m[1])} {m[2]}\n\n", _GONE.sub("", decoded.text))
    code = parser.parse(raw, skip_style_tags=True)
    for template in code.filter_templates(recursive=True):
        _replace(code, template, _said(template))
    for link in code.filter_wikilinks(recursive=False):
        if _MEDIA.match(str(link.title).strip()):
            _replace(code, link, "")
    for table in code.filter_tags(recursive=False, matches=lambda tag: tag.tag == "table"):
        _replace(code, table, _rows(table))
    text = str(code.strip_code(normalize=True, collapse=True, keep_template_params=False))
    text = re.sub(r"'{2,5}", "", text).replace(_SHARP, "#")
    yield compose(
        source, reading, data, re.sub(r"\n{3,}", "\n\n", text).strip(), remarks=[("encoding", decoded.remark)]
    )


def _rows(table: Any) -> str:
    """A line for each row, its cells as in a table of Markdown."""
    lines: list[str] = []
    for row in (table, *table.contents.filter_tags(recursive=False, matches=lambda tag: tag.tag == "tr")):
        cells = row.contents.filter_tags(recursive=False, matches=lambda tag: tag.tag in ("td", "th"))
        words = [" ".join(str(cell.contents.strip_code(normalize=True, collapse=True)).split()) for cell in cells]
        if any(words):
            lines.append(f"| {' | '.join(words)} |")
    return "\n\n" + "\n\n".join(lines) + "\n\n"


def _replace(code: Any, node: Any, words: str) -> None:
    try:
        code.replace(node, words)
    except ValueError:  # it went with a template around it
        return


def _said(template: Any) -> str:
    """What a template shows, for those that show a time; nothing for the others."""
    name = " ".join(str(template.name).lower().replace("_", " ").split())
    values = [str(entry.value).strip() for entry in template.params if not entry.showkey]
    if name in ("circa", "c.", "c", "ca."):
        return "c. " + " – ".join(values[:2])
    if name in ("floruit", "fl."):
        return "fl. " + " – ".join(values[:2])
    if name in ("nowrap", "nobr", "lang", "small", "nbsp") and values:
        return values[-1]
    if name in ("convert", "cvt") and len(values) > 1:
        return " ".join(values[:2])
    if name in ("as of", "as of?") and values:
        return f"{'as' if template.has('lc') else 'As'} of {_date([value for value in values if value.isdigit()])}"
    if name in ("snd", "spnd", "ndash", "dash"):
        return " – "
    if _DATED.fullmatch(name):
        return _date([value for value in values if value.isdigit()])
    return ""


def _date(numbers: list[str]) -> str:
    """`1990|5|3` → 3 May 1990."""
    parts = [int(number) for number in numbers[:3]]
    if not parts:
        return ""
    month = _MONTHS[parts[1] - 1] if len(parts) > 1 and 1 <= parts[1] <= 12 else ""
    day = str(parts[2]) if len(parts) > 2 and month else ""
    return " ".join(filter(None, (day, month, str(parts[0]))))
