"""Pages are read column by column where they have columns, and row by row where they have a table."""

from __future__ import annotations

from timeline.read.columns import Piece, in_order

LEFT = [
    "The mill was built of oak and",
    "stone in the year 1843 by the",
    "sons of a smith; it ground rye",
    "for the whole valley until the",
]
RIGHT = [
    "railway came in 1874, and then",
    "for the town alone. Its wheel",
    "was sold in 1911 to a scholar",
    "who wanted it for his garden.",
]


def line(text: str, row: int, left: float, width: float = 200.0) -> Piece:
    return Piece(left, 700.0 - 12 * row, left + width, 709.0 - 12 * row, text)


def page(left: list[str], right: list[str], first: int = 0) -> list[Piece]:
    """Written across, row by row."""
    found = []
    for row, (one, other) in enumerate(zip(left, right, strict=True), first):
        found += [line(one, row, 50), line(other, row, 280)]
    return found


def test_two_columns_that_are_written_across() -> None:
    assert in_order(page(LEFT, RIGHT)) == LEFT + RIGHT


def test_what_stands_across_both_columns_parts_them() -> None:
    title, note = line("The mill", 0, 50, 430), line("A picture of the mill, drawn by hand in 1850", 5, 50, 430)
    pieces = [title, *page(LEFT, RIGHT, 1), note, *page(RIGHT, LEFT, 6)]
    assert in_order(pieces) == ["The mill", *LEFT, *RIGHT, note.text, *RIGHT, *LEFT]


def test_three_columns() -> None:
    third = [line(text, row, 510) for row, text in enumerate(LEFT)]
    assert in_order([*page(LEFT, RIGHT), *third]) == LEFT + RIGHT + LEFT


def test_a_table_is_left_as_it_is() -> None:
    years = [Piece(50, 700 - 12 * n, 75, 709 - 12 * n, str(1840 + n)) for n in range(8)]
    words = [line("The mill was sold to a smith", n, 280) for n in range(8)]
    assert in_order([piece for pair in zip(years, words, strict=True) for piece in pair]) is None


def test_a_table_whose_cells_are_words_is_left_as_it_is() -> None:
    days = [Piece(50, 700 - 12 * n, 130, 709 - 12 * n, f"On {n + 1} May 1840") for n in range(8)]
    words = [line("The mill was sold to a smith", n, 280) for n in range(8)]
    assert in_order([piece for pair in zip(days, words, strict=True) for piece in pair]) is None


def test_a_table_among_columns_is_read_row_by_row() -> None:
    cells = ["1843 opened Leith", "1874 sold Perth", "1911 closed Leith", "1912 burned Leith"]
    table = [
        Piece(left, 700 - 12 * row, left + 60, 709 - 12 * row, word)
        for row, words in enumerate(cells, 6)
        for left, word in zip((50, 200, 400), words.split(), strict=True)
    ]
    assert in_order([*page(LEFT, RIGHT), *table, *page(RIGHT, LEFT, 12)]) == [*LEFT, *RIGHT, *cells, *RIGHT, *LEFT]


def test_one_column_is_left_as_it_is() -> None:
    assert in_order([line(text, row, 50) for row, text in enumerate(LEFT + RIGHT)]) is None
    assert in_order([]) is None


def test_a_bold_word_parts_no_line() -> None:
    pieces = page(LEFT, RIGHT)
    box = pieces[0]
    head, bold = box._replace(right=120.0, text="The mill "), box._replace(left=121.0, text="was built of oak and")
    assert in_order([head, bold, *pieces[1:]]) == LEFT + RIGHT
