"""Chronologies to show: a small one with every kind of date, and one as long as one likes."""

from __future__ import annotations

import random
from typing import Any

from timeline.temporal.interval import Interval

Row = dict[str, Any]


def event(number: int, edtf: str, title: str, *said: Row, **more: Any) -> Row:
    """A row of the `timeline` view with its evidence."""
    when = Interval.parse(edtf) if edtf else None
    quotes = said or (says("reports/one.txt", f"{title} «{edtf}»."),)
    documents = len({quote["document"] for quote in quotes})
    row = {
        "id": number,
        "key": f"{number:08x}",
        "date": None,
        "date_latest": None,
        "year": when.calendar_year if when else None,
        "decade": None,
        "month": None,
        "edtf": edtf or None,
        "precision": str(when.precision) if when else None,
        "approximate": bool(when and when.approximate),
        "uncertain": bool(when and when.uncertain),
        "kind": "span" if when and when.open_end else "point",
        "title": title,
        "status": "reported",
        "actors": [],
        "places": [],
        "documents": documents,
        "mentions": len(quotes),
        "sources": documents,
        "disputed": False,
        "inferred": False,
        "salience": 1.0,
        "first_day": when.first_day if when else None,
        "last_day": when.last_day if when else None,
        "clock": None,
        "starred": False,
        "labels": [],
        "note": None,
        "edited": False,
    } | more
    own = {
        "event_id": number,
        "event_key": row["key"],
        "edtf": row["edtf"],
        "status": row["status"],
        "claim_title": title,
    }
    return row | {"evidence": [own | {"claim_key": f"{number}-{n}"} | quote for n, quote in enumerate(quotes)]}


def says(document: str, marked: str, **more: Any) -> Row:
    """What an `evidence` row has of its own; the date words of the quote stand between « and »."""
    before, _, rest = marked.partition("«")
    words, _, after = rest.partition("»")
    start = 400
    quote = before + words + after
    return {
        "document": document,
        "title": None,
        "published": None,
        "page": None,
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        "time_text": words,
        "rule": "date.day",
        "anchor": None,
        "basis": "stated" if words else "inherited",
        "time_start": start + len(before) if words else None,
        "time_end": start + len(before + words) if words else None,
        "speaker": None,
        "negated": False,
    } | more


HOSTILE = "</script><script>alert(1)</script><!-- \u2028 \" onload='x' <img src=x onerror=alert(2)>\u202e&amp;"


def small() -> list[Row]:
    """Every precision, BCE, open ends, doubt, dispute, plans and undated."""
    two = ["Armenia", "Azerbaijan"]
    return [
        event(
            1,
            "-0043-03-15",
            "Caesar is killed by a group of senators",
            says("lives.txt", "He fell on «the Ides of March» in the curia.", title="Lives"),
            says("annals.pdf", "Caesar died on «15 March 44 BC», stabbed.", page=3, title="Annals"),
            actors=["Julius Caesar", "Roman Senate"],
            places=["Rome"],
        ),
        event(2, "-0048/-0046", "Civil war in Africa", kind="span", places=["Africa"]),
        event(3, "11XX", "The town receives its charter", places=["Lübeck"]),
        event(4, "1348~", "Plague reaches the port", places=["Genoa"]),
        event(5, "1783?", "A second survey is drawn", actors=["Survey Office"]),
        event(
            6,
            "1990/1993~",
            "Armenian troops invade large swathes of land in Azerbaijan",
            says(
                "seeds/000.txt",
                "It was sparked after troops invaded large swathes of land «in the early 1990s».",
                title="News",
            ),
            precision="decade",
            actors=two,
            places=["Nagorno-Karabakh"],
        ),
        event(
            7,
            "1991/..",
            "Armenian military occupies Nagorno-Karabakh and seven adjacent regions",
            says("seeds/002.txt", "Relations have been tense «since 1991» when the military occupied the region."),
            says(
                "seeds/001.txt",
                "As a result of the war, «in 1992» armed forces occupied 20 percent of it.",
                edtf="1992",
            ),
            actors=["Armenia"],
            places=["Nagorno-Karabakh"],
            disputed=True,
        ),
        event(8, "1994-05", "The two countries sign a ceasefire agreement", actors=two),
        event(9, "2020-09-27", "New clashes erupt", actors=two),
        event(
            *(
                10,
                "2020-09-27/2020-11-10",
                "Forty-four days of war end with the return of nearly three hundred villages",
            ),
            kind="span",
            actors=two[::-1],
            places=["Karabakh"],
        ),
        event(
            11,
            "2020-11-10",
            "Russia brokers an agreement to end the fighting",
            says('https://example.org/a?b=1&c="2"', "«On Nov. 10, 2020», the two countries signed an agreement."),
            says("mail/box.mbox#3", "The truce of «10 November 2020» held.", published="2021-11-08", speaker="Aliyev"),
            actors=["Russia", *two],
        ),
        event(
            12,
            "2031",
            "The bridge is to open",
            status="planned",
            starred=True,
            labels=["traffic"],
            note="Ask the ministry.",
            actors=["Ministry of Transport"],
        ),
        event(
            13, "2021-01-11", "The minister denies having met the envoy", status="denied", inferred=True, clock="14:30"
        ),
        event(14, "", "A treaty of friendship was spoken of", says("seeds/003.txt", "A treaty was spoken of.")),
    ]


def hostile() -> Row:
    """An event whose every text means harm."""
    quote = says(
        HOSTILE, f"{HOSTILE}«{HOSTILE}»{HOSTILE}", title=HOSTILE, speaker=HOSTILE, anchor=HOSTILE, basis="resolved"
    )
    return event(15, "2021-02-03", HOSTILE, quote, actors=[HOSTILE], places=['"><b>bold'])


_WHO = ("Council", "Ministry", "Union", "Party", "Front", "Bank", "Army", "Court", "Senate", "Guild")
_WHERE = ("Arden", "Borvale", "Cassel", "Dunmore", "Estrel", "Farrow", "Glen", "Harth", "Isen", "Jorvik")
_DOES = ("signs a treaty with", "denies having met", "attacks", "founds a school for", "opens talks with", "condemns")


def many(count: int) -> list[Row]:
    """Events from 500 BCE to 2026, denser towards our time, of all precisions."""
    dice = random.Random(7)
    return [_one(number, dice) for number in range(1, count + 1)]


def _one(number: int, dice: random.Random) -> Row:
    year = 2026 - int(2525 * dice.random() ** 4)
    y = f"{'-' if year < 0 else ''}{abs(year):04}"
    days = [f"{y}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}" for _ in range(6)]
    long = [f"{y[:3]}X", f"{y}/{year + 4:04}"] if year > 0 else []
    edtf = dice.choice([*days, f"{y}-{dice.randint(1, 12):02}", y, f"{y}~", f"{y}/..", *long])
    who = [f"{dice.choice(_WHO)} of {dice.choice(_WHERE)}" for _ in range(dice.randint(1, 3))]
    quotes = [
        says(
            f"archive/{dice.randint(1, 400):04}.txt",
            f"In the words of the chronicle, «{edtf}» was when the {who[0]} met the {who[-1]}, and both were content.",
        )
        for _ in range(dice.randint(1, 3))
    ]
    more = {"disputed": dice.random() < 0.05, "status": "planned" if dice.random() < 0.03 else "reported"}
    title = f"The {who[0]} {dice.choice(_DOES)} the {who[-1]} after a long dispute over grain and tolls"
    return event(number, edtf, title, *quotes, actors=who, places=[dice.choice(_WHERE)], **more)
