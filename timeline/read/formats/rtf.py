"""Rich Text Format."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.errors import InputError
from timeline.model.document import Document
from timeline.read.compose import Facts, compose
from timeline.read.reading import Reading
from timeline.read.source import Source

SUFFIXES = (".rtf",)
NEEDS = None

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([\r\n]+)|([^\\{}\r\n]+)|\\"
)
_DESTINATIONS = (
    "fonttbl colortbl stylesheet listtable listoverridetable revtbl rsidtbl generator pict object themedata xmlnstbl "
    "datastore latentstyles header headerl headerr headerf footer footerl footerr footerf fldinst bkmkstart bkmkend "
    "annotation mmathPr info"
)
_ASIDE = frozenset(_DESTINATIONS.split())
PARAGRAPH = "\n\n"
_BREAKS = {
    **dict.fromkeys(("par", "sect", "page", "row"), PARAGRAPH),
    "line": "\n",
    "cell": " | ",
    "tab": "\t",
}
_SIGNS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "emspace": " ", "enspace": " ",
}  # fmt: skip
_ESCAPED = {"~": " ", "_": "-", "-": "", "{": "{", "}": "}", "\\": "\\"}
_DEEPEST = 2000
_ROW = re.compile(r"^(?!\|)(.*\|)$", re.MULTILINE)
"""The cells of a row of a table, each with a bar behind it."""
_PAGE = re.compile(r"\\ansicpg([0-9]{2,5})")
_TITLE = re.compile(r"\{\\title ([^{}\\]{1,300})\}")
_AUTHOR = re.compile(r"\{\\author ([^{}\\]{1,300})\}")
_MADE = re.compile(r"\{\\creatim\\yr([0-9]{4})\\mo([0-9]{1,2})\\dy([0-9]{1,2})")


def looks(head: bytes) -> bool:
    """The opening control word."""
    return head.startswith(b"{\\rtf")


def read(data: bytes, source: Source, reading: Reading) -> Iterator[Document]:
    """The words; title, author and date of making from the info group."""
    raw = data.decode("latin-1")
    page = _PAGE.search(raw[:4096])
    made = _MADE.search(raw[:65536])
    title, author = _TITLE.search(raw[:65536]), _AUTHOR.search(raw[:65536])
    text = re.sub(r"[ \t]*\n[ \t]*", "\n", "".join(_words(raw, f"cp{page[1]}" if page else "cp1252")))
    text = _ROW.sub(r"| \1", text)
    yield compose(
        source,
        reading,
        data,
        re.sub(r"\n{3,}", "\n\n", text).strip(),
        Facts(
            title=title[1] if title else None,
            author=author[1] if author else None,
            published=f"{made[1]}-{int(made[2]):02}-{int(made[3]):02}" if made else None,
        ),
    )


def _words(raw: str, page: str) -> Iterator[str]:
    """The text; a note comes behind its paragraph."""
    notes: list[str] = []
    for told, in_note in _pieces(raw, page):
        if in_note:
            notes.append(told)
        elif notes and told == PARAGRAPH:
            yield "".join((*notes, told))
            notes.clear()
        else:
            yield told
    yield from notes


def _pieces(raw: str, page: str) -> Iterator[tuple[str, bool]]:
    """The text of all groups but those aside, and whether it is a note's."""
    hidden = 0  # groups open since one aside began
    noted = 0  # groups open where a note began
    uc, stack, skip = 1, [], 0
    for token in _TOKEN.finditer(raw):
        word, number, byte, sign, brace, _, plain = token.groups()
        if brace == "{":
            stack.append((uc, hidden))
            if len(stack) > _DEEPEST:
                raise InputError("It is nested too deep.", code="too-deep")
        elif brace == "}":
            noted = 0 if len(stack) == noted else noted
            uc, hidden = stack.pop() if stack else (1, 0)
        elif word == "bin":
            raise InputError("It holds binary parts, which timeline does not read.", code="binary")
        elif word == "footnote" and stack and not stack[-1][1]:
            hidden, noted = 0, noted or len(stack)
            yield PARAGRAPH, True
        elif word in _ASIDE or sign == "*":
            hidden = 1
        elif hidden:
            continue
        elif word == "uc":
            uc = int(number or 1)
        elif word == "u" and number:
            skip = uc
            yield _sign(int(number)), bool(noted)
        elif skip and not word and (byte or plain):
            if plain:
                yield plain[skip:], bool(noted)
            skip = max(0, skip - len(plain or "1"))
        else:
            yield _told(word, byte, sign, plain, page), bool(noted)


def _told(word: str | None, byte: str | None, sign: str | None, plain: str | None, page: str) -> str:
    """What a token says that is no group and changes nothing."""
    if word:
        return _BREAKS.get(word) or _SIGNS.get(word, "")
    if byte:
        return _byte(byte, page)
    return _ESCAPED.get(sign, "") if sign else plain or ""


def _sign(number: int) -> str:
    number += 65536 if number < 0 else 0
    return chr(number) if number < 0x110000 else "\ufffd"


def _byte(hexadecimal: str, page: str) -> str:
    try:
        return bytes.fromhex(hexadecimal).decode(page, "replace")
    except LookupError:
        return bytes.fromhex(hexadecimal).decode("cp1252", "replace")
