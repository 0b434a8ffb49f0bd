"""Where expressions of a language may begin: the trigger regex, and which rules each beginning may open.

Both follow from the language file alone. Finding them takes longer than reading all the rest of the language, so they
lie ready in `beginnings/<code>.json`, which `python tests/house/readme.py` makes. A file that was made of other rules
is left aside.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from timeline.languages import Language
from timeline.languages.heads import Heads
from timeline.languages.pattern import NUMERAL, numerals
from timeline.languages.trie import SPACE, followed, trie

FOLDER = Path(__file__).parent / "beginnings"
_MANY = 40
"""Second words from which on a weak word shares the list of all."""
_FREQUENT = "t"
"""Letters that begin the most words of many a language."""
_AFTER_SIGN = re.compile("#[.,] ")
_LETTER = r"[^\W\d_]"
"""Of any script: behind digits it makes them part of a word."""


class Beginnings(NamedTuple):
    """What the tagger must know of a language before it sees a text."""

    regex: str
    """The trigger; its only group is the beginning."""
    of_posts: str
    """The same with the rules that count in posts only."""
    heads: Mapping[str, Sequence[int]]
    """Beginning → numbers of the rules that it may open, ascending; those of posts too."""


def beginnings(language: Language) -> Beginnings:
    """As they were made of these rules before, else made now."""
    return _read(language) or made(language)


def made(language: Language) -> Beginnings:
    """From the rules themselves."""
    heads = Heads(language.lexicon, language.weak)
    found: dict[str, list[int]] = {}
    everywhere: set[str] = set()
    for number, rule in enumerate(language.rules):
        own = heads.of(rule.pattern)
        everywhere |= own if rule.genre != "colloquial" else set()
        for head in own:
            found.setdefault(head, []).append(number)
    spelled = numerals(language.lexicon)
    return Beginnings(_trigger(everywhere, spelled), _trigger(found, spelled), found)


def _read(language: Language) -> Beginnings | None:
    try:
        kept = json.loads((FOLDER / f"{language.code}.json").read_text("utf-8"))
        if kept["rules"] != language.digest:
            return None
        numbers = {key: tuple(map(int, key.split())) for key in kept["heads"]}
        heads = {head: numbers[key] for key, words in kept["heads"].items() for head in words.split("|")}
        return Beginnings(kept["regex"], kept["of_posts"], heads)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write(language: Language) -> None:
    """Keep them for later."""
    regex, of_posts, heads = made(language)
    by_rules: dict[str, list[str]] = {}
    for head, numbers in sorted(heads.items()):
        by_rules.setdefault(" ".join(map(str, numbers)), []).append(head)
    shared = {key: "|".join(words) for key, words in by_rules.items()}
    kept = {"rules": language.digest, "regex": regex, "of_posts": of_posts, "heads": shared}
    FOLDER.mkdir(exist_ok=True)
    text = json.dumps(kept, ensure_ascii=False, indent=0)
    (FOLDER / f"{language.code}.json").write_text(text + "\n", "utf-8")


def _trigger(heads: Iterable[str], spelled: frozenset[str]) -> str:
    """A regex of all heads and a little more, to keep it small: words that many may follow share one list of these."""
    spell = sorted(spelled)
    heads = sorted({one for head in heads for one in _spelled_out(head, spell)})
    seconds: dict[str, set[str]] = {}
    for head in heads:
        one, _, two = head.partition(" ")
        if one[0] not in f"#{NUMERAL}":
            seconds.setdefault(one, set()).add(two)
    wide = {one for one, follow in seconds.items() if len(follow) >= _MANY}
    shared = set().union(*(seconds[one] for one in wide)) | {head[2:] for head in heads if head[:2] == f"{NUMERAL} "}
    joined = {head[1:] for head in heads if head[0] == NUMERAL and head[1:2] not in ("", " ")}
    then = {one: _follow(one, follow) for one, follow in seconds.items() if one not in wide}
    then |= {one: "(?![a-z])" for one in wide if "" in seconds[one]}
    tail = f"(?:{SPACE}{_ended(shared)}|{_ended(joined)})"
    return f"[^a-z0-9](?=({_number(heads)}|{_by_letter(wide | spelled, tail, then)}))"


def _by_letter(many: Iterable[str], tail: str, then: Mapping[str, str]) -> str:
    """Words that one tail follows, and words with a tail each; a branch for each first letter lets `re` choose at once.

    The tail is long and is written out only for the letters that begin most words of a text.
    """
    branches = []
    for letter in _FREQUENT:
        shared = [word[1:] for word in sorted(many) if word[0] == letter]
        own = {word[1:]: end for word, end in then.items() if word[0] == letter}
        ways = ([trie(shared) + tail] if shared else []) + ([followed(own)] if own else [])
        branches += [f"{letter}(?:{'|'.join(ways)})"] if ways else []
    rest = sorted(word for word in many if word[0] not in _FREQUENT)
    branches.append(trie(rest) + tail)
    for letter in sorted({word[0] for word in then} - set(_FREQUENT)):
        branches.append(followed({word: end for word, end in then.items() if word[0] == letter}))
    return "|".join(branches)


def _follow(word: str, seconds: set[str]) -> str:
    """What must follow a first word: its end (unless it ends with a sign), or one of few words."""
    end = "(?![a-z])" if word[-1].isalpha() else ""
    pair = f"{SPACE}{_ended(seconds)}" if seconds - {""} else ""
    if "" not in seconds:
        return pair
    return f"(?:{pair}|{end})" if pair else end


def _number(heads: Iterable[str]) -> str:
    """A run of at most four digits with what may follow it, more digits behind points and commas being one with it."""
    rests = {head.lstrip("#.,") for head in heads if head[0] == "#" and not _AFTER_SIGN.match(head)}
    after_sign = _ended({head[3:] for head in heads if _AFTER_SIGN.match(head)})
    words = _ended({rest[1:] for rest in rests if rest[:1] == " "})
    signs = "".join(sorted(re.escape(sign) for sign in {rest[:1] for rest in rests} - {"", " "}))
    whole = f"(?:[.,][0-9]{{1,9}}){{0,5}}(?:{SPACE}{words}|[{signs}])"
    return f"[0-9](?<![0-9][.,:][0-9])[0-9]{{0,3}}(?![0-9])(?:{whole}|[.,](?:{SPACE}{after_sign})?|{_LETTER})?"


def _spelled_out(head: str, spelled: Sequence[str]) -> Iterable[str]:
    """A head in which a later word is any spelled number, with each of these."""
    before, mark, after = head[1:].partition(NUMERAL)
    return (head[0] + before + word + after for word in spelled) if mark else (head,)


def _ended(heads: Iterable[str]) -> str:
    """A regex of heads in which a word is a whole word; one that ends with a sign may go on."""
    words = sorted(head for head in heads if head and (head[-1].isalpha() or head[-1] == "."))
    signs = sorted(head for head in heads if head and head not in words)
    parts = ([trie(signs)] if signs else []) + ([trie(words) + "(?![a-z])"] if words else [])
    return f"(?:{'|'.join(parts)})" if parts else "(?!)"
