"""What a person types to search, as conditions on a row `f` of the full-text tables; see `text.py`."""

from __future__ import annotations

from timeline.store.cutter import LONGEST, cutter
from timeline.store.words import alternatives, label_query


def worded(typed: str) -> str:
    """As `store/words.py` reads it: all of the words, phrases, beginnings, alternatives. InputError without a word."""
    parts = alternatives(typed)
    phrases = [phrase for words in parts for phrase in words]
    cut = iter(cutter().words([text for text, _ in phrases]))
    told = [" AND ".join(_phrase(next(cut), is_begun=is_begun) for _, is_begun in words) for words in parts]
    return "(" + " OR ".join(told) + ")"


def named(typed: str) -> str:
    """The words in a row, the last one cut short where `label_query` says so. InputError without a word."""
    is_begun = label_query(typed).endswith("*")
    (words,) = cutter().words([typed.replace("\0", " ")])
    return _phrase(words, is_begun=is_begun)


def _phrase(words: list[str], *, is_begun: bool) -> str:
    if not words:
        return "FALSE"
    words = [*words[:-1], words[-1][:LONGEST]] if is_begun else words
    lexemes = [f"'{word}'" for word in words]
    query = " & ".join(lexemes) + (":*" if is_begun else "")
    found = "f.words @@ '" + query.replace("'", "''") + "'::tsquery"
    if len(words) == 1:
        return found
    return f"({found} AND strpos(f.told, ' {' '.join(words)}{'' if is_begun else ' '}') > 0)"
