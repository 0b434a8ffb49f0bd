"""Names inside compounds, `Russian-brokered`, beside those that stand alone."""

from __future__ import annotations

from timeline.extract.sentence.words import Words
from timeline.extract.who.gazetteer import Gazetteer
from timeline.extract.who.names import Named, names


def every(sentence: Words, gazetteer: Gazetteer) -> list[Named]:
    """All names, those inside compounds too: `Armenian-Azerbaijani` is two countries and nobody's name."""
    parts = hyphened(sentence, gazetteer)
    apart = {one.first for one in parts if one.last == one.first + 1}
    return [one for one in names(sentence, gazetteer) if one.first not in apart or one.last > one.first + 1] + parts


def hyphened(sentence: Words, gazetteer: Gazetteer) -> list[Named]:
    """`Russian-brokered`, `Armenian-Azerbaijani`: the countries inside a compound."""
    found: list[Named] = []
    if sentence.text.find("-", sentence.first, sentence.last) < 0:
        return found
    for at, word in enumerate(sentence.words):
        if "-" in word and word[0].isupper() and word not in gazetteer.longest:
            for part in word.split("-"):
                entity = gazetteer.entries.get(part)
                if entity is not None and entity.kind in ("country", "organisation"):
                    found.append(Named(at, at + 1, entity.name, entity.kind, True, known=True))
    return found
