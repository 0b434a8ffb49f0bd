"""`--genre`: what a date without a year leans on."""

from __future__ import annotations

import click

GENRES = ("news", "narrative", "colloquial")
"""Those of `timeline.resolve.genre`, whose module help has no time to load; a test holds the two equal."""

genre_option = click.option(
    "--genre",
    type=click.Choice(("auto", *GENRES)),
    default="auto",
    show_default=True,
    help="What a date without a year leans on: the document's date (news) or the date told last (narrative).",
)
