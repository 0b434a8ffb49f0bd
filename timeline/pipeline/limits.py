"""How much one document may cost."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Time and memory of one document; both grow with its size, so that an honest book passes and a bomb does not."""

    seconds: float = 30.0
    """Processor time of a small document, so a busy machine fails none; on the clock, ten times as much."""
    memory: int = 640 * MEGABYTE
    """Bytes of address space of a small document, on top of the program's own."""

    def seconds_for(self, size: int) -> float:
        """Processor time for a document of so many bytes: six seconds more for each megabyte."""
        return self.seconds + 6.0 * size / MEGABYTE

    def memory_for(self, size: int) -> int:
        """Address space for a document of so many bytes: forty bytes more for each."""
        return self.memory + 40 * size
