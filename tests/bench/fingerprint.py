"""Whether two states of the program give the same: python tests/bench/fingerprint.py FILE.jsonl … [--limit N]

For every file of `{"text": …}` lines one short hash each of the sentences, expressions, mentions and claims, without a
document date and with one. A change for speed alone leaves every hash as it was.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from dataclasses import replace
from pathlib import Path

from timeline.extract import extract
from timeline.languages import load
from timeline.model.document import Document, Published
from timeline.resolve import reference, resolve
from timeline.segment import segment
from timeline.tag import tag
from timeline.temporal.interval import Interval

GENRES = ("auto", "news", "narrative", "colloquial")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("files", type=Path, nargs="+")
    arguments.add_argument("--limit", type=int, default=0, help="documents of each file; 0 is all")
    options = arguments.parse_args()
    given = Published(Interval.parse("2011-06-15"), "given")
    for file in options.files:
        lines = file.read_text("utf-8").splitlines()[: options.limit or None]
        texts = [json.loads(line)["text"] for line in lines]
        print(file.name, *(f"{stage} {made}" for stage, made in fingerprints(texts, given).items()))


def fingerprints(texts: list[str], given: Published) -> dict[str, str]:
    """Stage → hash of all that it gives."""
    hashes = {stage: hashlib.sha256() for stage in ("sentences", "expressions", "mentions", "claims")}
    language = load("en")
    for number, text in enumerate(texts):
        sentences = segment(text, language)
        hashes["sentences"].update(repr(sentences).encode("utf-8", "replace"))
        document = Document(str(number), str(number), text, "text", "", "")
        for genre in GENRES:
            expressions = tag(text, language, genre)
            hashes["expressions"].update(repr(expressions).encode("utf-8", "replace"))
            found = reference.find(document, expressions, language)
            for published in dict.fromkeys((found, given)):
                mentions = resolve(expressions, text, language, published, genre)
                hashes["mentions"].update(repr(mentions).encode("utf-8", "replace"))
                if genre == "auto":
                    claims = extract(replace(document, published=published), sentences, mentions, language, None)
                    hashes["claims"].update(repr(claims).encode("utf-8", "replace"))
    return {stage: made.hexdigest()[:16] for stage, made in hashes.items()}


if __name__ == "__main__":
    main()
