"""One text, without a database: which times it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.library.when import interval

if TYPE_CHECKING:
    from timeline.library.when import When
    from timeline.model.mention import TimeMention
    from timeline.tag.misses import Miss


class Explanation(NamedTuple):
    """How a text was read."""

    genre: str
    """`news`, `narrative` or `colloquial`: as given, or as chosen from the text."""
    mentions: tuple[TimeMention, ...]
    misses: tuple[Miss, ...]
    """What looks like a time and is none, each with its `start`, `end`, `text` and `reason`."""


def parse(
    text: str, reference: When | None = None, language: str = "en", genre: str = "news"
) -> tuple[TimeMention, ...]:
    """Every time expression of a text, in order, resolved against a reference date; never raises on odd text.

    Offsets are code points. Without a reference, what leans on one stays unresolved (`when` is None): the clock is
    never asked. `genre`: `auto`, `news`, `narrative`, `colloquial`. LanguageError for a language there is no file for,
    InputError for a reference that is no date, or another genre.

    >>> [(m.text, m.value, str(m.when)) for m in parse("Two days later, in the 1990s.", reference="1989-11-09")]
    [('Two days later', '1989-11-11', '1989-11-11'), ('the 1990s', '199', '199X')]
    """
    return _read(text, reference, language, genre)[1]


def explain(text: str, reference: When | None = None, language: str = "en", genre: str = "auto") -> Explanation:
    """As `parse`, with the genre that was chosen and what was looked at and left."""
    from timeline.languages import load
    from timeline.tag.misses import misses

    return Explanation(*_read(text, reference, language, genre), misses(text, load(language)))


def _read(text: str, reference: When | None, language: str, genre: str) -> tuple[str, tuple[TimeMention, ...]]:
    """The genre, chosen where it is `auto`, and the mentions."""
    from timeline.languages import load
    from timeline.model.document import Published
    from timeline.pipeline.options import known_genre
    from timeline.resolve import resolve
    from timeline.resolve.genre import choose
    from timeline.tag import tag

    genre = known_genre(genre)
    tongue = load(language)
    published = None if reference is None else Published(interval(reference), "given")
    expressions = tag(text, tongue, genre)
    genre = choose(text, expressions, tongue, published) if genre == "auto" else genre
    return genre, resolve(expressions, text, tongue, published, genre)
