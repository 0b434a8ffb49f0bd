"""A timeline on a PostgreSQL server: the same tables, answers and bytes as in a file, for many who write at once.

What the store says in SQLite's SQL is said here in PostgreSQL's; whatever the two do differently (order of texts,
full text, flags, locks, what a query may do) is made alike in these files and nowhere else.
"""
