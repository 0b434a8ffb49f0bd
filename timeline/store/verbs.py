"""What a person can decide, and what a decision of each kind is made of."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from timeline.errors import InputError
from timeline.model.key import content_key
from timeline.store.citation import as_row, cite, from_row
from timeline.temporal.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from timeline.model.citation import Citation
    from timeline.model.event import Event

LONGEST = {"title": 500, "note": 5000, "label": 60}


def validated(kind: str, payload: Any) -> dict[str, Any]:
    """The payload as it is kept; InputError where it is not one of that kind."""
    if kind not in _SHAPES:
        raise InputError(f"there is no decision {kind!r}; there are {', '.join(sorted(_SHAPES))}", kind=kind)
    if not isinstance(payload, dict):
        raise InputError(f"a decision to {kind} is a set of named values", kind=kind)
    try:
        return _SHAPES[kind](payload)
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(f"this is no decision to {kind}: {error}", kind=kind) from error


def keys_of(kind: str, payload: str, who: str | None, why: str | None, made: str | None) -> Iterator[str]:
    """The key of a decision from its content; then those that it has when the very same is decided again."""
    yield content_key(kind, payload, who, why, made)
    yield from (content_key(kind, payload, who, why, made, again) for again in count(1))


def citations(payload: Mapping[str, Any]) -> list[list[Citation]]:
    """The claims that a decision is about, in groups: one, or the sides of a merge or split."""
    return [[from_row(row) for row in group] for group in payload.get("claims", ())]


def about(events: Sequence[Event], uris: Mapping[str, str]) -> dict[str, Any]:
    """The payload's `claims`: one group for each event; `uris` by document key."""
    return {"claims": [[as_row(cite(claim, uris[claim.document])) for claim in event.claims] for event in events]}


def parted(event: Event, uris: Mapping[str, str], leaving: Sequence[str]) -> dict[str, Any]:
    """The payload of a split: the claims that leave, and those that stay.

    `leaving`: the first signs of their keys, or their numbers, from 1, in the order in which the event shows them.
    InputError where one is not there, or none would stay or leave.
    """
    keys = [claim.key for claim in event.claims]
    chosen = {_claim(named, keys, event.key) for named in leaving}
    rows = [as_row(cite(claim, uris[claim.document])) for claim in event.claims]
    sides = [[row for row in rows if (row["claim"] in chosen) is side] for side in (True, False)]
    if not sides[0]:
        raise InputError(f"say which claims leave {event.key}: their numbers or keys", key=event.key)
    if not sides[1]:
        raise InputError(f"no claim would stay in {event.key}", key=event.key)
    return {"claims": sides}


def _claim(named: str, keys: Sequence[str], of: str) -> str:
    """The key that is meant."""
    sought = named.strip().lower()
    if sought.isascii() and sought.isdecimal() and 1 <= int(sought) <= len(keys):
        return keys[int(sought) - 1]
    found = [key for key in keys if sought and key.startswith(sought)]
    if len(found) != 1:
        raise InputError(f"{of} has no claim {named!r}; `timeline event {of}` numbers them", key=of, claim=named)
    return found[0]


def _sides(least: int, most: int | None) -> Callable[[dict[str, Any]], dict[str, Any]]:
    def shape(payload: dict[str, Any]) -> dict[str, Any]:
        groups = citations(payload)
        if len(groups) < least or (most is not None and len(groups) > most) or not all(groups):
            raise InputError("it does not name as many events as it should")
        return {"claims": [[as_row(cited) for cited in group] for group in groups]}

    return shape


_ONE, _TWO, _SEVERAL = _sides(1, 1), _sides(2, 2), _sides(2, None)


def _edit(payload: dict[str, Any]) -> dict[str, Any]:
    """Only what is told: an empty note or title gives back what the sources say."""
    told = {name: _text(name, payload[name]) for name in ("title", "note") if payload.get(name) is not None}
    if payload.get("date") is not None:
        told["date"] = _date(payload["date"])
    if not told:
        raise InputError("say what to change: a title, a date or a note")
    return _ONE(payload) | told


def _label(payload: dict[str, Any]) -> dict[str, Any]:
    told = {name: sorted({_text("label", label) for label in payload.get(name, ())}) for name in ("add", "remove")}
    if not any(told.values()) or "" in told["add"]:
        raise InputError("say which label")
    return _ONE(payload) | told


def _star(payload: dict[str, Any]) -> dict[str, Any]:
    return _ONE(payload) | {"on": bool(payload.get("on", True))}


def _add(payload: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {name: _text(name, payload.get(name) or "") for name in ("title", "note")}
    if not told["title"]:
        raise InputError("say what happened: an event has a title")
    told["date"] = None if payload.get("date") is None else _date(payload["date"])
    for name in ("actors", "places"):
        told[name] = [_text("label", text) for text in payload.get(name, ())]
    return told


def _undo(payload: dict[str, Any]) -> dict[str, Any]:
    return {"decision": _text("label", payload["decision"])}


def _text(name: str, value: Any) -> str:
    """White space made single; a note keeps its lines."""
    if not isinstance(value, str):
        raise InputError(f"a {name} is a text")
    text = value.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
    text = "\n".join(" ".join(line.split()) for line in text.split("\n")).strip() if name == "note" else text
    text = text if name == "note" else " ".join(text.split())
    if len(text) > LONGEST[name]:
        raise InputError(f"a {name} has at most {LONGEST[name]} signs; this has {len(text)}")
    return text


def _date(value: Any) -> str:
    """EDTF, with the time of day behind a blank where there is one."""
    return str(value if isinstance(value, Interval) else Interval.parse(str(value)))


_SHAPES: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "merge": _SEVERAL,
    "split": _TWO,
    "accept": _ONE,
    "hide": _ONE,
    "unhide": _ONE,
    "edit": _edit,
    "label": _label,
    "star": _star,
    "add": _add,
    "undo": _undo,
}
KINDS = tuple(_SHAPES)
"""`merge` several events are one · `split` two never are · `accept` right as it stands · `hide` `unhide` · `edit` ·
`label` · `star` · `add` an event by hand · `undo` another decision."""
