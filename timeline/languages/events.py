"""The words of happenings: what a language file says below its `# ==== events ====`, made ready for look-ups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from timeline.errors import LanguageError

# What a word can be: one bit each, since most words can be several things.
BASE, PAST, PARTICIPLE, THIRD, ING, EVENT = 1, 2, 4, 8, 16, 32
DETERMINER, PREPOSITION, SUBORDINATOR, RELATIVE, COORDINATOR, PRONOUN = 64, 128, 256, 512, 1 << 10, 1 << 11
BE, HAVE, DO, MODAL, NEGATION, ADVERB, TO, THAT = (
    1 << 12,
    1 << 13,
    1 << 14,
    1 << 15,
    1 << 16,
    1 << 17,
    1 << 18,
    1 << 19,
)

AUXILIARY = BE | HAVE | DO | MODAL
CLOSED = DETERMINER | PREPOSITION | SUBORDINATOR | RELATIVE | COORDINATOR | PRONOUN | AUXILIARY | NEGATION | TO | THAT

_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, eq=False)
class Events:
    """Look-up tables; every word is lower case, names apart."""

    code: str
    bits: Mapping[str, int]
    """Word → what it can be."""
    lemmas: Mapping[str, str]
    """Inflected verb or plural noun → lemma; what is missing is its own lemma."""
    state: frozenset[str]
    report: frozenset[str]
    say: frozenset[str]
    openers: frozenset[str]
    passive: tuple[str, ...]
    """The auxiliary that makes a participle a clause, of one and of several: `was`, `were`."""
    status: Mapping[str, frozenset[str]]
    marks: Mapping[str, tuple[str, ...]]
    """`planned` and `dropped`: what a list entry ends in, `(planned)`."""
    honorifics: frozenset[str]
    organisation: frozenset[str]
    place: frozenset[str]
    common: frozenset[str]
    """Capitalised words that name nobody."""
    life: tuple[str, str, str]
    """What the first day of a life tells, the last, and the years of a ruler: `was born`, `died`, `reigned`."""
    calendar: frozenset[str]
    roles: frozenset[str]
    nouns: frozenset[str]
    """Plain nouns, singular and plural, and adjectives; lower case."""
    sets: Mapping[str, frozenset[str]]
    """Small sets of words that one rule needs: `[extract.sets]`."""
    endings: Mapping[str, tuple[str, ...]]
    counts: Mapping[str, int]
    """`both` → 2."""
    locatives: frozenset[str]
    pair_nouns: Mapping[str, str]
    """`countries` → the kind that is meant."""
    heads: Mapping[str, tuple[str, ...]]
    referring: frozenset[str]
    """Words that may point back to names of sentences before: `two`, `both`, `alliance`."""
    metonyms: Mapping[str, str]
    bylines: tuple[str, ...]
    skip_lines: tuple[str, ...]
    skip_anywhere: tuple[str, ...]
    buttons: tuple[str, ...]
    """What stands beside or below what a reader wrote: `Reply`."""
    ago: tuple[str, ...]
    """How the time of it ends: `hours ago`."""

    def lemma(self, word: str) -> str:
        """`signed` → `sign`; a word that no table knows loses its -ed or -ing."""
        return self.lemmas.get(word) or _lemma(self, word)

    def past(self, lemma: str) -> str:
        """`win` → `won`, `enter` → `entered`: the inverse of `lemma`, looked for at leisure."""
        known = next((word for word, of in self.lemmas.items() if of == lemma and self.bits.get(word, 0) & PAST), None)
        if known is not None or self.bits.get(lemma, 0) & PAST:
            return known or lemma
        if lemma.endswith("e"):
            return f"{lemma}d"
        consonant = lemma.endswith("y") and lemma[-2:-1] not in _VOWELS
        return f"{lemma[:-1]}ied" if consonant else f"{lemma}ed"


@lru_cache(maxsize=20_000)
def _lemma(events: Events, word: str) -> str:
    """Of a word that is its own lemma, or that no table knows."""
    if events.bits.get(word, 0) & EVENT:
        return word
    for ending, put in (("ied", "y"), ("ed", ""), ("ying", "y"), ("ing", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return _restored(word[: -len(ending)] + put)
    return word


def build(table: Mapping[str, Any], code: str) -> Events:
    """Make the look-up tables; LanguageError names the entry that is missing or malformed."""
    try:
        return _build(table, code)
    except (KeyError, AttributeError, TypeError, ValueError) as error:
        raise LanguageError(f"{code}.toml: [extract] is incomplete or malformed: {error!r}", code=code) from error


def _build(table: Mapping[str, Any], code: str) -> Events:
    verbs, names, group, skip = table["verbs"], table["names"], table["group"], table["skip"]
    bits, lemmas = _words_of(table)
    plain = ("honorifics", "organisation", "place", "common", "calendar", "roles", "locatives")
    status = table["status"].items()
    return Events(
        code=code,
        bits=bits,
        lemmas=lemmas,
        state=_set(verbs["state"]),
        report=_set(verbs["report"]),
        say=_set(verbs["say"]),
        openers=_set(table["words"]["openers"]),
        passive=tuple(verbs["passive"].split()),
        life=(table["words"]["life"][0], table["words"]["life"][1], table["words"]["life"][2]),
        status={name: _set(words) for name, words in status if isinstance(words, str)},
        marks={name: tuple(marks) for name, marks in status if isinstance(marks, list)},
        **{name: _set(names[name]) for name in plain},
        nouns=_set(names["adjectives"]) | _set(names["nouns"]) | {_third(noun) for noun in names["nouns"].split()},
        sets={name: _set(words) for name, words in table["sets"].items()},
        endings={name: (end,) if isinstance(end, str) else tuple(end) for name, end in table["endings"].items()},
        counts=dict(table["counts"]),
        pair_nouns={noun: group["kinds"].get(noun, "any") for noun in group["pair_nouns"].split()},
        heads={word: tuple(meant) for word, meant in group["heads"].items()},
        referring=_referring(group, table["sets"]["homeland"]),
        metonyms={seat.replace("_", " "): meant for seat, meant in table["metonyms"].items()},
        bylines=tuple(skip["bylines"]),
        skip_lines=tuple(skip["lines"]),
        skip_anywhere=tuple(skip["anywhere"]),
        buttons=tuple(skip["buttons"]),
        ago=tuple(skip["ago"]),
    )


def _words_of(table: Mapping[str, Any]) -> tuple[dict[str, int], dict[str, str]]:
    """What each word can be, and its lemma where that is another word."""
    bits: dict[str, int] = {}
    lemmas: dict[str, str] = {}
    for word, bit, lemma in _verb_forms(table["verbs"]):
        bits[word] = bits.get(word, 0) | bit
        if lemma != word:
            lemmas.setdefault(word, lemma)
    for noun in table["nouns"]["event"].split():
        for word in (noun, _third(noun)):
            bits[word] = bits.get(word, 0) | EVENT
            if word != noun:
                lemmas.setdefault(word, noun)
    for word in table["verbs"]["never"].split():
        bits[word] = bits.get(word, 0) & EVENT
    _closed_classes(table["words"], bits, lemmas)
    return bits, lemmas


def _referring(group: Mapping[str, Any], homeland: str) -> frozenset[str]:
    words = (*group["heads"], *homeland.split(), *" ".join(group["pair_openers"]).split())
    return frozenset(form for word in words for form in (word, word.capitalize()))


def _closed_classes(words: Mapping[str, str], bits: dict[str, int], lemmas: dict[str, str]) -> None:
    classes = {
        "articles": DETERMINER,
        "determiners": DETERMINER,
        "prepositions": PREPOSITION,
        "subordinators": SUBORDINATOR,
        "relatives": RELATIVE,
        "coordinators": COORDINATOR,
        "subjects": PRONOUN,
        "adverbs": ADVERB,
        "be": BE,
        "have": HAVE,
        "do": DO,
        "modals": MODAL,
        "negations": NEGATION,
    }
    for name, bit in classes.items():
        for word in words[name].split():
            kept = bits.get(word, 0) & ~(BASE | PAST | PARTICIPLE | THIRD | ING) if bit & CLOSED else bits.get(word, 0)
            bits[word] = kept | bit
    bits["to"] = TO | PREPOSITION
    bits["that"] = THAT | DETERMINER
    for name, lemma in (("be", "be"), ("have", "have"), ("do", "do")):
        for word in words[name].split():
            lemmas[word] = lemma
    for name in ("be", "have", "do", "modals"):
        for word in words[name].split():
            for apostrophe in ("'", "’"):
                stem = {"will": "wo", "can": "ca", "shall": "sha"}.get(word, word)
                bits[f"{stem}n{apostrophe}t"] = bits[word] | NEGATION
                lemmas[f"{stem}n{apostrophe}t"] = lemmas.get(word, word)
    bits["cannot"] = MODAL | NEGATION


def _verb_forms(verbs: Mapping[str, str]) -> Iterator[tuple[str, int, str]]:
    """Each form of each verb: the word, what it is, its lemma."""
    doubling = frozenset(verbs["doubling"].split())
    irregular = {entry.partition(":")[0]: entry.split(":")[1:] for entry in verbs["irregular"].split()}
    for lemma in dict.fromkeys([*verbs["regular"].split(), *irregular, *verbs["report"].split()]):
        yield lemma, BASE, lemma
        yield _third(lemma), THIRD, lemma
        stem = _stem(lemma, lemma in doubling)
        yield (lemma[:-2] + "y" if lemma.endswith("ie") else stem) + "ing", ING, lemma
        if lemma in irregular:
            parts = irregular[lemma]
            for past in parts[0].split("/"):
                yield past, PAST | (PARTICIPLE if len(parts) == 1 else 0), lemma
            for participle in parts[-1].split("/"):
                yield participle, PARTICIPLE, lemma
        else:
            stem = lemma[:-1] + "i" if lemma.endswith("y") and lemma[-2] not in "aeiou" else stem
            yield stem + ("d" if stem.endswith("e") else "ed"), PAST | PARTICIPLE, lemma


def _third(word: str) -> str:
    if word.endswith("y") and len(word) > 1 and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _stem(lemma: str, doubled: bool) -> str:
    if doubled or (
        len(lemma) == 3 and lemma[-1] not in "aeiouwxy" and lemma[-2] in "aeiou" and lemma[0] not in "aeiou"
    ):
        return lemma + lemma[-1]
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1]
    return lemma


def _restored(stem: str) -> str:
    """`fascinat` → `fascinate`, `tugg` → `tug`."""
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsfz":
        return stem[:-1]
    if stem.endswith(
        ("at", "iz", "is", "uc", "ul", "as", "us", "v", "c", "g", "z", "ur", "dl", "tl", "bl", "pl", "gl", "kl")
    ):
        return stem + "e"
    return stem


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())
