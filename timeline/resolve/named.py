"""The day of a happening that is called by a name: `five days after the fall of Verrin`, if the text told it."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.languages import Language
from timeline.model.expression import TimeExpression
from timeline.resolve.anchors import Base, leaning
from timeline.resolve.context import Context, Told

_PHRASE = re.compile(r"[^.,;:()\n]{0,60}")
_NOUN = re.compile(r"\b([a-z]{4,16})(?: of| at| in|$)")
_NAME = re.compile(r"\b[A-Z][^\W\d_]{3,30}")
_SENTENCE_END = re.compile(r"[.!?]['\")\u201d]{0,2}\s|\n\n")
_LOOK_BACK = 1500
_REACH = 250
_BESIDE = 90
"""Characters between a name and its date in a sentence."""
_WORDS = 5
_SHORTEST = 4
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
    return leaning(told) if any(f" {stem}" in sentence for stem in stems) else None


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
