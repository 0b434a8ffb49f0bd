"""What a message quotes of others, taken apart: each part with its author and date, as the mail program told them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

_MOST = 200
"""Parts of one message; what is quoted beyond them stays where it stands."""
_DEEPEST = 30
_WRAPPED = 4
"""Lines that one announcement may be wrapped to."""
_LONGEST = 400
_MARK = re.compile(r">[ \t]?")
_ADDRESS = re.compile(r"\s{0,4}[<(\[]\s?(?:mailto:)?[^>)\]\s]{1,120}@[^>)\]]{1,200}[>)\]]")
_SURE = re.compile(r"@|[0-9][0-9]?[:.h][0-9]{2}")
"""An address or a time of day: so programs write, not people."""
_DATE = r"(?P<date>[^\n]{0,40}?(?:[0-9]{4}(?![0-9])|[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2}(?![0-9])))"
"""Up to a year, with the fewest signs."""
_ZONE = r"(?:\s\(?(?:GMT|UTC|[A-Z]{1,3}[SD]?T)\)?(?![A-Za-z]))?(?:\s[+-][0-9]{4})?"
_FENCE = re.compile(r"[-_=]{5,}[^\n]{0,60}?[-_=]{0,40}\Z|[^\n]{0,60}:\Z")
_NAME = re.compile(r"[*]{0,2}([^\W\d_][\w -]{0,20}?)[*]{0,2}[ \t\xa0]{0,2}:[*]{0,2}[ \t\xa0]{0,4}(.{0,300})")


@dataclass(slots=True)
class Quoted:
    """One part; facts are as written, empty where they are not told."""

    author: str = ""
    date: str = ""
    language: str = "en"
    """In which it is announced."""
    announced: str = ""
    """The words that do so."""
    subject: str = ""
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its own words, without the marks of quoting."""
        return "\n".join(self.lines).strip("\r\n")


class _Words(NamedTuple):
    wrote: tuple[tuple[str, re.Pattern[str]], ...]
    """With the code of the language."""
    ends: tuple[str, ...]
    names: dict[str, str]
    """Name of a header, in small letters → what it holds: `from`, `sent`, `subject`, `other`."""
    languages: dict[str, str]
    """Name of the header of the date, in small letters → language; where several have it, the first."""


@cache
def _words() -> _Words:
    tables = tomllib.loads(Path(__file__).with_name("replies.toml").read_text("utf-8"))
    wrote, ends = [], set()
    names: dict[str, str] = {}
    languages: dict[str, str] = {}
    for code, table in tables.items():
        for told in table["wrote"]:
            pattern = re.escape(told).replace(r"\ ", r"\s{1,3}").replace(r"\{date\}", _DATE + _clock(table))
            wrote.append((code, re.compile(pattern.replace(r"\{author\}", "(?P<author>.{1,160}?)"))))
            ends.add(told[-1])
        for name in table["sent"]:
            languages.setdefault(name.lower(), code)
        for kind, told in (("other", "others"), ("from", "from"), ("sent", "sent"), ("subject", "subject")):
            names.update({name.lower(): kind for name in table[told]})
    return _Words(tuple(wrote), tuple(ends), names, languages)


def _clock(table: dict[str, list[str]]) -> str:
    """A time of day after a date, if one is told."""
    at, oclock = "|".join(table["at"]), "|".join(table["oclock"]) or "(?!)"
    time = r"[0-9]{1,2}[:.h][0-9]{2}(?:[:.][0-9]{2})?(?:[\s\u202f]?[AaPp]\.?[Mm]\.?)?"
    return rf"(?:,?\s{{1,3}}(?:(?:{at})\s{{1,3}})?{time}(?:\s(?:{oclock}))?{_ZONE})?"


def split(text: str) -> tuple[str, list[Quoted]]:
    """A message's own words, and the parts that it quotes under the name of another, the latest first.

    What is quoted without a name stays among the words, marked by `>` as it is.
    """
    parts: list[Quoted] = []
    own = Quoted()
    _split(text.split("\n"), own, parts, 0)
    told = [part for part in parts if part.text.strip()]
    return (own.text if own.text.strip() else told[0].announced) if told else text, told


def _split(lines: list[str], own: Quoted, parts: list[Quoted], depth: int) -> None:
    """Give `own` its lines, and `parts` those of others."""
    at, current = 0, None
    quoted: list[str] = []
    inner: list[tuple[Quoted, list[str]]] = []
    while at < len(lines):
        line = lines[at]
        found = _announced(lines, at) if depth < _DEEPEST and len(parts) + len(inner) < _MOST else None
        if found is not None:
            current, at, rest = found
            quoted = lines[at:] if rest else []
            inner.append((current, quoted))
            if rest:
                break
        elif line.startswith(">"):
            run = _run(lines, at)
            told = [_MARK.sub("", marked, count=1) for marked in run]
            if current is None and (found := _by_headers(told, 0)) is not None:
                current, first, _ = found
                inner.append((current, told[first:]))
            elif current is None:
                own.lines += run
            else:
                quoted += told
            at += len(run)
        else:
            own.lines.append(line)
            at += 1
    for part, told in inner:
        parts.append(part)
        _split(told, part, parts, depth + 1)


def _run(lines: list[str], at: int) -> list[str]:
    """The lines from here on that are marked."""
    end = at
    while end < len(lines) and lines[end].startswith(">"):
        end += 1
    return lines[at:end]


def _announced(lines: list[str], at: int) -> tuple[Quoted, int, bool] | None:
    """Whom the lines from here on are of, where they begin, and whether all the rest is theirs (it has no `>`)."""
    return _by_line(lines, at) or _by_headers(lines, at)


def _by_line(lines: list[str], at: int) -> tuple[Quoted, int, bool] | None:
    """`On Tue, 3 Mar 2020 at 10:12, Ann Lee <ann@lee.example> wrote:`, on one line or wrapped."""
    words = _words()
    told = ""
    for end in range(at, min(at + _WRAPPED, len(lines))):
        line = lines[end].strip()
        if not line or line.startswith(">"):
            return None
        told = f"{told} {line}" if told else line
        if len(told) > _LONGEST:
            return None
        if told.endswith(words.ends):
            break
    else:
        return None
    found = ((code, match) for code, pattern in words.wrote if (match := pattern.fullmatch(told)))
    code, match = next(found, ("", None))
    if match is None:
        return None
    following = end + 1
    while following < len(lines) and not lines[following].strip():
        following += 1
    is_marked = following < len(lines) and lines[following].startswith(">")
    if not is_marked and not _SURE.search(told):
        return None
    return Quoted(_person(match["author"]), match["date"], code, told), following, not is_marked


def _by_headers(lines: list[str], at: int) -> tuple[Quoted, int, bool] | None:
    """A fence (`-----Original Message-----`), then `From:` and `Sent:` or `Date:` at the head of some lines."""
    first = at
    if _FENCE.match(lines[at].strip()):
        first += 1
        while first < len(lines) and first < at + 3 and not lines[first].strip():
            first += 1
    elif at and lines[at - 1].strip():
        return None
    words = _words()
    told: dict[str, str] = {}
    code, end = "en", first
    while end < len(lines) and end < first + 12 and lines[end].strip():
        header = _NAME.match(lines[end].strip())
        kind = words.names.get(header[1].lower()) if header else None
        if kind is not None and header is not None:
            told.setdefault(kind, header[2].strip(" \t*"))
            code = words.languages[header[1].lower()] if kind == "sent" else code
        elif not told:
            return None
        end += 1
    if "from" not in told or "sent" not in told:
        return None
    announced = "\n".join(lines[at:end]).strip()
    return Quoted(_person(told["from"]), told["sent"], code, announced, told.get("subject", "")), end, True


def _person(told: str) -> str:
    name = _ADDRESS.sub("", told).strip(" \t\"'*,;")
    return name or told.strip(" \t<>")
