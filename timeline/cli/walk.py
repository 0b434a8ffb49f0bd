"""Walk through cases, one key each; what is decided is kept at once, and applied when the walk ends."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from timeline.errors import InputError
from timeline.render.detail import detail

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from timeline.cli.cases import Case
    from timeline.library import Timeline
    from timeline.model.event import Event
    from timeline.render.page import Page

PROMPTS = {
    "disputed": "a right as it stands · s split by date · h hide · k skip · b back · q quit",
    "near": "m merge · a two events, as it stands · h hide the second · k skip · b back · q quit",
    "inferred": "a right as it stands · s and a number: that claim leaves · h hide · k skip · b back · q quit",
}
_QUESTIONS = {
    "disputed": "The sources contradict each other about the date.",
    "near": "Is this one event?",
    "inferred": "No source tells the date itself.",
}


class Walk:
    """One person's walk; `made` counts the decisions that stand."""

    def __init__(
        self,
        timeline: Timeline,
        cases: Sequence[Case],
        person: Callable[[], dict[str, Any]],
        page: Page,
        write: Callable[[str], object],
    ) -> None:
        self._timeline, self._cases, self._person, self._page, self._write = timeline, cases, person, page, write
        self._numbers: dict[int, int] = {}

    @property
    def made(self) -> int:
        """Decisions that were made and not taken back."""
        return len(self._numbers)

    def go(self, keys: Iterable[str]) -> None:
        """Until the cases, the keys or the person's patience end."""
        place, pressed = 0, iter(keys)
        while place < len(self._cases):
            self._show(place)
            step = self._answered(place, pressed)
            if step is None:
                return
            place = max(0, place + step)

    def _show(self, place: int) -> None:
        case = self._cases[place]
        head = f"[{place + 1}/{len(self._cases)}] {_QUESTIONS[case.kind]}"
        self._write("\n" + self._page.paint(head, "warn") + "\n")
        rows = (self._timeline.store.ledger.row(event.key) for event in case.events)
        for line in chain.from_iterable(("\n", *detail(row, self._page)) for row in rows):
            self._write(line)
        self._write("\n" + self._page.paint(PROMPTS[case.kind], "dim") + "\n")

    def _answered(self, place: int, keys: Iterator[str]) -> int | None:
        """Steps to the next case: 1 or -1; None to end."""
        for key in keys:
            if key in ("q", "\x04"):
                return None
            if key == "k":
                return 1
            if key == "b":
                self._take_back(place - 1)
                return -1
            try:
                if self._decided(place, key, keys):
                    return 1
            except InputError as error:
                self._write(f"{error}\n")
                continue
            self._write(f"{PROMPTS[self._cases[place].kind]}\n")
        return None

    def _take_back(self, place: int) -> None:
        number = self._numbers.pop(place, None)
        if number is not None:
            self._timeline.undo(number, **self._person(), relink=False)

    def _decided(self, place: int, key: str, keys: Iterator[str]) -> bool:
        """Whether the key means something here; then it is done."""
        case = self._cases[place]
        event = case.events[0]
        pair = [one.key for one in case.events]
        if key == "h":
            return self._keep(place, "hide", pair[-1])
        if case.kind == "near":
            kind = {"m": "merge", "a": "split", "s": "split"}.get(key)
            return kind is not None and self._keep(place, kind, *pair)
        if key == "a":
            return self._keep(place, "accept", event.key)
        if key == "s":
            leaving = against(event) if case.kind == "disputed" else [next(keys, "")]
            return self._keep(place, "split", event.key, claims=leaving)
        return False

    def _keep(self, place: int, kind: str, *events: str, **told: Any) -> bool:
        self._take_back(place)
        self._numbers[place] = self._timeline.decide(kind, *events, **self._person(), relink=False, **told)
        return True


def against(event: Event) -> list[str]:
    """Keys of the claims whose date cannot be right if the event's is."""
    when = event.when
    return [claim.key for claim in event.claims if when and claim.when and not when.compatible(claim.when)]
