"""A title: the clause of a happening as a line that can be printed."""
