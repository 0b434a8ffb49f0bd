"""Who decides, why and when: `--by`, `--why`, and the clock."""

from __future__ import annotations

import os
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

from timeline.cli import console
from timeline.cli.database import chosen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_R = TypeVar("_R")


def person_options(command: Callable[..., _R]) -> Callable[..., _R]:
    """`--by` and `--why`, which the command takes as one `person`: `who`, `why`, `made`."""

    @wraps(command)
    def with_person(*arguments: Any, by: str | None, why: str | None, **options: Any) -> _R:
        return command(*arguments, person=person(by, why), **options)

    for option in (
        click.option("--why", metavar="TEXT", help="Your reason, kept with the decision."),
        click.option("--by", metavar="NAME", help="Who decides.  [default: $TIMELINE_BY, else $USER]"),
    ):
        with_person = option(with_person)
    return with_person


def person(by: str | None, why: str | None) -> dict[str, Any]:
    """`who`, `why`, and `made`, the time now in UTC."""
    from datetime import UTC, datetime

    return {
        "who": by or os.environ.get("USER") or _login(),
        "why": why,
        "made": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
    }


def _login() -> str | None:
    """The account that this runs under."""
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return None


def decide(kind: str, keys: Sequence[str], person: dict[str, Any], said: str, **told: Any) -> None:
    """Keep one decision about these events, and say in a word that it is, with the number that undoes it."""
    from timeline import library

    with library.open(chosen(), create=kind == "add") as timeline:
        number = timeline.decide(kind, *keys, **person, **told)
        now: list[str] = next((row["events"] for row in timeline.decisions() if row["number"] == number), [])
        length = timeline.store.key_length
    kept = " ".join(key[:length] for key in now) or " ".join(keys) or told["title"]
    console.remark(f"{said}: {kept}   (`timeline undo {number}` takes it back)")


def decide_each(kind: str, keys: Sequence[str], person: dict[str, Any], said: str, **told: Any) -> None:
    """The same about each event by itself: what is wrong with one of them keeps all from being decided."""
    from timeline import library

    with library.open(chosen(), create=False) as timeline:
        whole = [timeline.store.row(key)["key"] for key in keys]
        numbers = [timeline.decide(kind, key, **person, **told, relink=False) for key in dict.fromkeys(whole)]
        if timeline.store.stale:
            timeline.link()
        length = timeline.store.key_length
    kept = " ".join(key[:length] for key in dict.fromkeys(whole))
    console.remark(f"{said}: {kept}   (`timeline undo {' '.join(map(str, numbers))}` takes it back)")
