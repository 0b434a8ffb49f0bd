"""Time as a value: fuzzy dates in EDTF, day numbers, precision, durations, relations."""
