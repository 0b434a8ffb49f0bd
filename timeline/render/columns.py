"""How wide text is on a terminal, and where it breaks."""

from __future__ import annotations


def cells(text: str) -> int:
    """Columns on a terminal: two for a wide East Asian sign, none for a combining one."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(
        0 if combining(sign) or sign in "\u200b\u200c\u200d" else 1 + (east_asian_width(sign) in "WF") for sign in text
    )


def padded(text: str, width: int) -> str:
    """Filled with spaces on the right up to a width in cells."""
    return text + " " * (width - cells(text))


def wrapped(text: str, width: int | None) -> list[str]:
    """Lines of at most `width` cells, broken at spaces, and inside a word only where the word alone is too wide."""
    if width is None or cells(text) <= width:
        return [text]
    lines: list[str] = []
    line, used = "", 0
    for word in text.split(" "):
        size = cells(word)
        if line and used + 1 + size <= width:
            line, used = f"{line} {word}", used + 1 + size
            continue
        if line:
            lines.append(line)
        while size > width:
            head = _fitting(word, width)
            lines.append(word[:head])
            word, size = word[head:], cells(word[head:])  # noqa: PLW2901
        line, used = word, size
    lines.append(line)
    return lines


def _fitting(word: str, width: int) -> int:
    """How many signs of a word fit; at least one, so that it ends."""
    used = 0
    for index, sign in enumerate(word):
        used += cells(sign)
        if used > width:
            return max(1, index)
    return len(word)
