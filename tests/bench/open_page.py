"""How long the page of many events takes to write and to open, and how smoothly it scrolls.

    python -m tests.bench.open_page [EVENTS]

Goal: 20,000 events open in less than 3 seconds, a frame while scrolling takes 17 ms.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chronicle import many
from tests.browser.conftest import FLAGS, program
from timeline.render.formats import html
from timeline.render.page import Page

FRAMES = """async () => {
  const gaps = [];
  let last = performance.now();
  for (let i = 0; i < 120; i++) {
    scrollBy(0, 120);
    await new Promise(requestAnimationFrame);
    gaps.push(performance.now() - last);
    last = performance.now();
  }
  gaps.sort((a, b) => a - b);
  return [gaps[60], gaps[114]].map(Math.round);
}"""
DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
FILTER = """async () => {
  const began = performance.now();
  document.querySelector('fieldset input').click();
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  return Math.round(performance.now() - began);
}"""


def main(count: int) -> None:
    """Seconds are wall-clock seconds: let nothing else run."""
    rows = many(count)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        path = Path(folder) / "page.html"
        began = time.perf_counter()
        path.write_text("".join(html.render(rows, Page(title="Many"))), encoding="utf-8")
        print(f"{count} events written in {time.perf_counter() - began:.1f} s, {path.stat().st_size / 1e6:.1f} MB")
        browser = driver.chromium.launch(executable_path=program(), args=list(FLAGS))
        for _ in range(3):
            tab = browser.new_page(viewport={"width": 1280, "height": 900})
            began = time.perf_counter()
            tab.goto(path.as_uri())
            tab.evaluate(DRAWN)
            opened = time.perf_counter() - began
            middle, slow = tab.evaluate(FRAMES)
            print(f"opened in {opened:.2f} s; a frame while scrolling {middle} ms, 95 % within {slow} ms")
            print(f"a filter takes {tab.evaluate(FILTER)} ms")
            tab.close()
        browser.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
