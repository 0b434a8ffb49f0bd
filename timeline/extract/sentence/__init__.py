"""One sentence as it is read: its words, its verbs, its clauses, and who says so."""
