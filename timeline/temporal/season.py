"""EDTF's sub-year groupings: seasons, quarters, thirds and halves of a year by their codes 21 to 41."""

from __future__ import annotations

from timeline.temporal.precision import Precision

SEASONS: dict[int, tuple[int, int, Precision]] = {
    **{code: ((code - 20) * 3, 3, Precision.SEASON) for code in range(21, 25)},  # of no stated hemisphere: northern
    **{code: ((code - 24) * 3, 3, Precision.SEASON) for code in range(25, 29)},  # northern
    **{code: ((code - 26) * 3 % 12 or 12, 3, Precision.SEASON) for code in range(29, 33)},  # southern
    **{code: ((code - 33) * 3 + 1, 3, Precision.QUARTER) for code in range(33, 37)},
    **{code: ((code - 37) * 4 + 1, 4, Precision.SEASON) for code in range(37, 40)},  # thirds
    **{code: ((code - 40) * 6 + 1, 6, Precision.HALF) for code in range(40, 42)},
}
"""Code → (first month, months, precision). One that begins in December is named after that December's year."""
