"""The pieces of a dateline that look alike in every language: a name of capitals, an agency in brackets or slashes."""

from __future__ import annotations

NAME = r"[A-Z][\w.'’-]{1,20}(?: (?:[A-Z][\w.'’-]{1,20}|[a-z]{2,3})){0,3}"
AGENCY = r"(?: ?\([A-Z][\w ./&-]{1,30}\)| ?/[A-Z][\w ./&-]{1,30}/)"
