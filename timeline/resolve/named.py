"""The day of a happening that is called by a name: `five days after the fall of Verrin`, if the text told it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from timeline.languages import Language
from timeline.model.expression import Fixed, Partial, Shift, TimeExpression
from timeline.resolve import partial
from timeline.resolve.anchors import Base, Place, finished, leaning
from timeline.resolve.context import Context, Told
from timeline.temporal.precision import Precision

_PHRASE = re.compile(r"[^.,;:()\n]{0,60}")
_NOUN = re.compile(r"\b([a-z]{4,16})(?: of| at| in|$)")
_NAME = re.compile(r"\b[A-Z][^\W\d_]{3,30}")
_SENTENCE_END = re.compile(r"[.!?]['\")\u201d]{0,2}\s|\n\n")
_LOOK_BACK = 1500
_REACH = 250
_BESIDE = 90
"""Characters between a name and its date in a sentence."""
_BESIDE_NOUN = 130
_WORDS = 5
_SHORTEST = 4
_POSSESSIVE = 16
_PASSAGE = 400
"""Characters between a happening's day and what is counted from it."""
_MOST = 60
"""Dates told last that are looked through."""


def happening(expression: TimeExpression, context: Context) -> Base | None:
    """The day or month told beside the name that follows an expression; None when none was."""
    phrase = _PHRASE.match(context.text, expression.end)
    if phrase is None:
        return None
    forms = _forms(phrase[0], context.language)
    for name in reversed(_NAME.findall(phrase[0])):
        at = context.text.rfind(name, max(0, expression.start - _LOOK_BACK), expression.start)
        told = _beside(at, at + len(name), context) if at >= 0 else None
        if told is not None and any(form in _sentence(at, at + len(name), context.text) for form in forms):
            return leaning(told)
    return None


def told_before(expression: TimeExpression, context: Context) -> Base | None:
    """The day of the sentence before that told of it: `was shot on 3 May … two weeks after the shooting`."""
    told, phrase = context.last_day, _PHRASE.match(context.text, expression.end)
    if told is None or phrase is None or not context.is_near(told, expression, _PASSAGE):
        return None
    ended = _SENTENCE_END.search(context.text, told.expression.end, expression.start)
    if ended is None:
        return None
    sentence = _sentence(told.expression.start, told.expression.end, context.text[: ended.start()])
    words = (word for word in phrase[0].split()[:_WORDS] if word.islower() and len(word) >= _SHORTEST)
    stems = (stem for word in words for stem in _stems(word, context.language))
    whose = _whose(expression.end, context)
    told_of = any(_is_told(stem, sentence, whose, context.language) for stem in stems)
    return leaning(told) if told_of else None


def noun_told(start: int, end: int, context: Context, coarsest: Precision = Precision.MONTH) -> Base | None:
    """The one date beside which the text has told of the thing named behind `end`: `ten days after the petition`.

    None where it told of it with several dates. What is named is told of before the sentence of `start`.
    """
    noun, whose = _noun_behind(end, context), _whose(end, context)
    if noun is None:
        return None
    forms = next(
        (forms for forms in _event_forms(context.language) if forms[0] == noun), (noun[: max(5, len(noun) - 2)],)
    )
    thing = re.compile(rf"(?<![a-z])(?:{'|'.join(map(re.escape, forms))})")
    begin = _sentence_begin(start, context.text)
    nearest: dict[int, tuple[int, Told]] = {}
    for told in context.dated[-_MOST:]:
        at, stop = told.expression.start, told.expression.end
        if stop > begin or not _is_of_calendar(told) or told.when.precision.rank > coarsest.rank:
            continue
        first, ended = _sentence_begin(at, context.text), _SENTENCE_END.search(context.text, stop, stop + _REACH)
        sentence = context.text[first : ended.start() if ended else stop + _REACH].lower()
        of_them = (one for one in thing.finditer(sentence) if _agrees(one.start(), sentence, whose, context.language))
        gaps = [_gap(first + one.start(), first + one.end(), at, stop) for one in of_them]
        if gaps and min(gaps) < nearest.get(first, (_BESIDE_NOUN, told))[0]:
            nearest[first] = min(gaps), told
    found = _latest([told for _, told in nearest.values()], end, context)
    fine = min(found, key=lambda told: told.when.precision.rank, default=None)
    if fine is None or not all(told.when.covers(fine.when) for told in found):
        return None
    return leaning(fine)


def _latest(found: list[Told], end: int, context: Context) -> list[Told]:
    """`the day after | our last meeting`: of those told, the one before that of the writing; else all."""
    words = context.text[end : end + _POSSESSIVE].lower().split()[:2]
    if context.day is None or set(words).isdisjoint(context.language.resolve["the_last"]):
        return found
    over = [told for told in found if told.first_day < context.day]
    return [max(over, key=lambda told: told.first_day)] if over else found


def _whose(end: int, context: Context) -> str:
    """`six years after | her death`: the first word behind."""
    return next(iter(context.text[end : end + _POSSESSIVE].lower().split()), "")


def _is_told(stem: str, sentence: str, whose: str, language: Language) -> bool:
    at = sentence.find(f" {stem}")
    return at >= 0 and _agrees(at + 1, sentence, whose, language)


def _agrees(at: int, sentence: str, whose: str, language: Language) -> bool:
    """Whether a happening can be hers: `he died in May` is not `her death`."""
    before = sentence[:at].split()[-2:]
    return set(before).isdisjoint(language.resolve["other_person"].get(whose, ()))


def weekday_of_thing(meaning: Partial, expression: TimeExpression, context: Context) -> Place | None:
    """`The launch was on 29 March. … the Friday before the launch`: counted from the thing that the text has dated."""
    end, text = expression.end, context.text
    sides = {"before": -1, "after": 1}
    found = next((sense for sense in sides for word in context.language.resolve[sense]
                  if text[end : end + len(word) + 2].lower().split() == word.split()), None)  # fmt: skip
    if found is None or meaning.month is not None or meaning.day is not None or meaning.pick is not None:
        return None
    base = noun_told(expression.start, text.find(" ", end + 2), context)
    if base is None or base.first != base.last:
        return None
    placed = partial.picked(replace(meaning, pick=sides[found], leans="mention"), base.first, base.last)
    return finished(placed, "", expression, base, "counted from what the text has dated")


def _is_of_calendar(told: Told) -> bool:
    """`3 May`, `last March`, `on Tuesday`, `four days later`: no `last week`, and no `in spring`."""
    meaning = told.expression.day
    if isinstance(meaning, Shift):
        exact = told.when.precision == Precision.DAY and not told.when.approximate
        return exact and bool(meaning.length.days) and not meaning.event
    fine = told.when.precision.rank <= Precision.DAY.rank or told.when.precision == Precision.MONTH
    return isinstance(meaning, (Fixed, Partial)) and fine


def _gap(start: int, end: int, first: int, last: int) -> int:
    """Signs between two stretches of text."""
    return max(first - end, start - last, 0)


@lru_cache(maxsize=32)
def _thing(language: Language) -> re.Pattern[str]:
    leads = "|".join(language.resolve["noun_leads"])
    return re.compile(rf"\s(?:[a-z]{{3,12}}ing\s)?(?:{leads})\s((?:[a-z][a-z-]{{1,20}}\s?){{1,4}})")


def _noun_behind(end: int, context: Context) -> str | None:
    """The last word of the name of a thing: `the petition`, `taking that long tenancy`."""
    named = _thing(context.language).match(context.text, end)
    if named is None:
        return None
    ends, noun = context.language.resolve["noun_ends"], None
    for word in named[1].split():
        if word in ends:
            break
        noun = word
    if noun is None or len(noun) < _SHORTEST or noun in context.language.resolve["event_words_not"]:
        return None
    return noun


def _sentence_begin(start: int, text: str) -> int:
    before = max(0, start - _REACH)
    return before + max((match.end() for match in _SENTENCE_END.finditer(text[before:start])), default=0)


def _stems(word: str, language: Language) -> tuple[str, ...]:
    """How else a text may tell of it: by its first letters, or as `event_forms` say; none for a word of no weight."""
    if word in language.resolve["event_words_not"]:
        return ()
    return next((forms[1:] for forms in _event_forms(language) if word == forms[0]), (word[:4],))


@lru_cache(maxsize=32)
def _event_forms(language: Language) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(words.split()) for words in language.resolve.get("event_forms", ()))


def _forms(phrase: str, language: Language) -> tuple[str, ...]:
    """How the text may have told `the fall of …`: by the noun's own stem, or as `fell`."""
    nouns = _NOUN.findall(phrase)
    told = {words.split()[0]: tuple(words.split()) for words in language.resolve.get("event_forms", ())}
    return tuple(form for noun in nouns for form in told.get(noun, (noun[:5],)))


def _sentence(start: int, end: int, text: str) -> str:
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    begin = max((match.end() for match in _SENTENCE_END.finditer(before)), default=0)
    stop = _SENTENCE_END.search(after)
    return (before[begin:] + after[: stop.start() if stop else len(after)]).lower()


def _beside(start: int, end: int, context: Context) -> Told | None:
    """The date in the sentence of a name: the first after it, else the last before it."""
    near = context.dated[-_MOST:]
    after = [told for told in near if told.expression.start >= end]
    before = [told for told in near if told.expression.end <= start]
    for told in (*after[:1], *before[-1:]):
        left, right = min(end, told.expression.end), max(start, told.expression.start)
        if right - left <= _BESIDE and not _SENTENCE_END.search(context.text, left, right):
            return told
    return None
