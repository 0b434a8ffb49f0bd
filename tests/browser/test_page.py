"""The page in a real browser: what a reader does with it, by mouse and by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from tests.browser.chronicle import HOSTILE, hostile, many, small
from timeline.render.web import assets
from timeline.temporal.ordinal import from_jdn, to_jdn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

    from tests.browser.chronicle import Row

TITLES = "all => all.filter(li => li.checkVisibility()).map(li => li.querySelector('h3 > span').firstChild.data.trim())"
DRAWN = "all => all.filter(li => li.checkVisibility({contentVisibilityAuto: true})).length"
TITLE = "Caesar to <i>Karabakh</i> & back"


class Opened:
    """A tab that keeps what it heard, and reads what the page shows."""

    def __init__(self, tab: Tab, address: str) -> None:
        self.tab = tab
        tab.set_default_timeout(30_000)
        self.heard: list[str] = []
        tab.on(
            "console", lambda message: self.heard.append(message.text) if message.type in ("error", "warning") else None
        )
        tab.on("pageerror", lambda error: self.heard.append(str(error)))
        tab.on(
            "request",
            lambda request: None if request.url.startswith(("file:", "data:")) else self.heard.append(request.url),
        )
        tab.on("dialog", lambda dialog: self.heard.append(dialog.message))
        tab.goto(address, timeout=30_000)

    def titles(self) -> list[str]:
        """Of the events that are shown."""
        found: list[str] = self.tab.eval_on_selector_all("#list li", TITLES)
        return found

    def state(self) -> str:
        """The line that says what is shown."""
        return self.tab.inner_text("#state")

    def waits_for(self, state: str) -> None:
        """Until the state holds these words; a search waits for the typist."""
        self.tab.locator("#state", has_text=state).wait_for()

    def after_hash(self) -> str:
        """What the address keeps."""
        self.settle()
        fragment: str = self.tab.evaluate("decodeURIComponent(location.hash.slice(1))")
        return fragment

    def focused(self) -> str:
        """Text of the element that has the focus."""
        text: str = self.tab.evaluate("document.activeElement.innerText")
        return text

    def settle(self) -> None:
        """Two frames: what was asked for is drawn."""
        self.tab.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def range(self) -> tuple[str, str]:
        """What the two fields say."""
        return self.tab.input_value("#from"), self.tab.input_value("#to")

    def drag(self, canvas: str, start: float, end: float) -> None:
        """From one part of its width to another."""
        box = self.tab.locator(canvas).bounding_box()
        assert box
        y = box["y"] + 12
        self.tab.mouse.move(box["x"] + start * box["width"], y)
        self.tab.mouse.down()
        self.tab.mouse.move(box["x"] + (start + end) / 2 * box["width"], y)
        self.tab.mouse.move(box["x"] + end * box["width"], y)
        self.tab.mouse.up()
        self.settle()


@pytest.fixture(scope="module")
def address(address_of: Callable[[str, list[Row]], str]) -> str:
    return address_of(TITLE, [hostile(), *small()[::-1]])


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Opened]:
    with browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce") as context:
        opened = Opened(context.new_page(), address)
        yield opened
        assert opened.heard == []


def at(browser: Browser, address: str) -> Opened:
    """One more tab, in a context of its own."""
    return Opened(
        browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce").new_page(), address
    )


def test_opens_from_disk_in_order_of_time(page: Opened) -> None:
    assert page.tab.title() == page.tab.inner_text("h1") == TITLE
    assert page.state() == "15 events"
    assert page.tab.locator("#list h2").all_inner_texts() == [
        *(
            "49 BCE",
            "44 BCE",
            "12th century",
            "1348",
            "1783",
            "1990s",
            "1991",
            "1994",
            "2020",
            "2021",
            "2031",
            "Undated",
        ),
    ]
    assert page.titles()[:2] == ["Civil war in Africa", "Caesar is killed by a group of senators"]
    assert page.range() == ("49 BCE", "2031")


def test_quotes_of_all_sources_with_the_date_words_marked(page: Opened) -> None:
    item = page.tab.locator("#e-00000001")
    assert not item.locator("blockquote").first.is_visible()
    item.locator("h3").click()
    assert item.locator("mark").all_inner_texts() == ["the Ides of March", "15 March 44 BC"]
    assert item.locator("cite").all_inner_texts() == ["Lives", "Annals"]
    assert "page 3 · dated 15 March 44 BCE (as written)" in item.locator("figcaption").nth(1).inner_text()
    assert page.after_hash() == "e=00000001"
    item.locator("summary").click()
    assert page.after_hash() == ""


def test_what_a_person_added_is_shown(page: Opened) -> None:
    item = page.tab.locator("#e-0000000c")
    assert item.locator("em").all_inner_texts() == ["planned", "★ starred", "traffic"]
    item.locator("summary").click()
    assert item.get_by_text("Ask the ministry.").is_visible()


def test_foreign_text_is_inert(page: Opened) -> None:
    item = page.tab.locator("#e-0000000f")
    item.locator("summary").click()
    shown = HOSTILE.replace("\u2028", " ").replace("\u202e", "\ufffd")
    words = item.locator("mark").text_content() or ""
    assert words.split() == shown.split()
    assert page.tab.locator("img, b.bold, #list script").count() == 0
    assert page.tab.locator("fieldset label span", has_text="alert(1)").count() == 2


def test_a_facet_filters_to_its_count(page: Opened) -> None:
    for facet, value, left in (
        ("Actors", "Russia", 1),
        ("Places", "Nagorno-Karabakh", 2),
        ("Sources", "Annals", 1),
        ("Labels", "traffic", 1),
        ("Status", "planned", 1),
        ("Status", "disputed", 1),
        ("Precision", "century", 1),
        ("Precision", "undated", 1),
    ):
        group = page.tab.get_by_role("group", name=facet, exact=True)
        label = group.locator("label", has=page.tab.get_by_text(value, exact=True))
        assert label.locator("small").inner_text() == str(left)
        label.click()
        assert len(page.titles()) == left
        assert page.state() == f"{left} of 15 events · {value}"
        assert page.after_hash() == f"{facet.lower().rstrip('s').replace('statu', 'status')}={value}"
        label.click()
        assert page.state() == "15 events"
        assert page.after_hash() == ""


def test_facets_count_what_a_choice_would_show(page: Opened) -> None:
    actors = page.tab.get_by_role("group", name="Actors")
    actors.get_by_role("checkbox", name="Russia").check()
    assert actors.locator("label", has_text="Azerbaijan").locator("small").inner_text() == "5"
    days = page.tab.get_by_role("group", name="Precision").locator("label", has_text="day")
    assert days.locator("small").inner_text() == "1"
    actors.get_by_role("checkbox", name="Azerbaijan").check()
    assert page.state().startswith("5 of 15 events")


def test_search_takes_all_words_in_titles_and_quotes_without_accents(page: Opened) -> None:
    for query, count in (("lubeck", 1), ("CURIA ides", 1), ("ceasefire nowhere", 0), ("<img", 1)):
        page.tab.fill("#find", query)
        page.waits_for(f"{count} of")
        assert len(page.titles()) == count
    assert page.after_hash() == "q=<img"
    page.tab.fill("#find", "nothing has these words")
    page.tab.get_by_role("button", name="Clear all filters").click()
    assert page.state() == "15 events"


def test_brushing_zooms_and_moving_the_window_moves_the_range(page: Opened) -> None:
    page.drag("#view", 0.94, 0.999)
    start, end = page.range()
    assert 1940 < int(start) < 1990
    assert int(end) > 2031
    assert "Caesar is killed by a group of senators" not in page.titles()
    assert "A treaty of friendship was spoken of" not in page.titles()
    page.drag("#whole", 0.965, 0.5)
    assert page.range() != (start, end)
    page.tab.get_by_role("button", name="All", exact=True).click()
    assert page.range() == ("49 BCE", "2031")
    assert page.state() == "15 events"


def test_zooms_from_centuries_to_days_by_wheel(page: Opened) -> None:
    page.tab.fill("#from", "2020-09")
    page.tab.press("#from", "Enter")
    page.tab.fill("#to", "Dec 2020")
    page.tab.press("#to", "Enter")
    assert page.range() == ("Sep 2020", "Dec 2020")
    assert len(page.titles()) == 3
    box = page.tab.locator("#view").bounding_box()
    assert box
    page.tab.mouse.move(box["x"] + box["width"] * 0.58, box["y"] + 9)
    page.tab.keyboard.down("Control")
    for _ in range(12):
        page.tab.mouse.wheel(0, -100)
        page.settle()
    page.tab.keyboard.up("Control")
    first, last = page.range()
    assert first.endswith("Nov 2020")
    assert last.endswith("Nov 2020")
    assert page.titles() == ["Russia brokers an agreement to end the fighting"]
    page.tab.click("#way")
    assert "Forty-four days of war end with the return of nearly three hundred villages" in page.titles()


@pytest.mark.parametrize(
    ("text", "shown", "first"),
    [
        ("44 BC", "44 BCE", "Caesar is killed by a group of senators"),
        ("-0043-03-15", "15 Mar 44 BCE", "Caesar is killed by a group of senators"),
        ("12 May 1994", "12 May 1994", "The two countries sign a ceasefire agreement"),
        ("1994", "1994", "The two countries sign a ceasefire agreement"),
    ],
)
def test_dates_are_typed_as_people_write_them(page: Opened, text: str, shown: str, first: str) -> None:
    page.tab.fill("#from", text)
    page.tab.press("#from", "Enter")
    assert page.range()[0] == shown
    assert first in page.titles()[:3]


def test_what_is_no_date_is_marked_and_changes_nothing(page: Opened) -> None:
    page.tab.fill("#to", "31 Feb 2020")
    page.tab.press("#to", "Enter")
    assert page.tab.get_attribute("#to", "aria-invalid") == "true"
    assert page.state() == "15 events"


def test_the_address_is_a_link_to_the_finding(browser: Browser, address: str, page: Opened) -> None:
    page.tab.get_by_role("group", name="Actors").get_by_role("checkbox", name="Armenia").check()
    page.tab.fill("#from", "1994")
    page.tab.press("#from", "Enter")
    page.tab.keyboard.press("Tab")
    page.tab.locator("#e-00000008 summary").click()
    assert page.after_hash() == "t=1994/2031&actor=Armenia&e=00000008"
    copy = at(browser, page.tab.url)
    assert copy.state() == page.state()
    assert copy.titles() == page.titles()
    assert copy.tab.locator("#e-00000008 blockquote").is_visible()
    plain = at(browser, f"{address}#e-00000008")
    assert plain.tab.locator("#e-00000008 blockquote").is_visible()
    assert plain.state() == "15 events"
    odd = at(browser, f"{address}#t=%FF/x&actor=nobody&e=%3Cb%3E&q=")
    assert odd.state() == "15 events"
    assert copy.heard == plain.heard == odd.heard == []


def test_keyboard_alone(page: Opened) -> None:
    keys = page.tab.keyboard
    keys.press("j")
    keys.press("j")
    assert "Caesar is killed" in page.focused()
    keys.press("Enter")
    assert page.tab.locator("#e-00000001 blockquote").first.is_visible()
    keys.press("Tab")
    assert page.focused().startswith("2 sources")
    keys.press("k")
    assert "Civil war" in page.focused()
    keys.press("]")
    zoomed = page.range()
    assert zoomed != ("49 BCE", "2031")
    keys.press("ArrowRight")
    assert page.range() != zoomed
    keys.press("0")
    assert page.range() == ("49 BCE", "2031")
    keys.press("/")
    keys.type("charter")
    page.waits_for("1 of")
    keys.press("Escape")
    page.waits_for("15 events")
    keys.press("?")
    assert page.tab.get_by_role("dialog", name="Keys and signs").is_visible()
    keys.press("Escape")
    assert not page.tab.get_by_role("dialog").is_visible()


def test_signs_in_the_strip_are_told_and_open_their_event(page: Opened) -> None:
    signs = page.tab.locator("#marks i")
    assert signs.count() == 14
    assert page.tab.locator("#marks span", has_text="Plague reaches the port").count() == 1
    signs.first.hover()
    assert page.tab.inner_text("#hint") == "49–47 BCE: Civil war in Africa"
    signs.first.click()
    assert "Civil war" in page.focused()
    assert page.tab.locator("#list details[open] blockquote").first.is_visible()
    page.tab.keyboard.press("j")
    page.settle()
    assert page.tab.locator("#marks .current").count() == 1
    assert page.tab.locator("#marks .current.dot").count() == 1


def test_escape_in_a_field_gives_back_what_it_said(page: Opened) -> None:
    page.tab.fill("#from", "1994 or so")
    page.tab.keyboard.press("Escape")
    assert page.range() == ("49 BCE", "2031")
    assert page.state() == "15 events"


def test_single_keys_can_be_switched_off(page: Opened) -> None:
    page.tab.keyboard.press("?")
    page.tab.get_by_label("Single-key shortcuts").uncheck()
    page.tab.keyboard.press("Escape")
    page.tab.keyboard.press("j")
    assert page.tab.locator("[aria-current]").count() == 0


def test_what_a_screen_reader_meets(page: Opened) -> None:
    tree = page.tab.locator("body").aria_snapshot()
    for part in (
        *("- main:", "- contentinfo:", "- banner:", "- list:", "- listitem:", "- status: 15 events"),
        *('- search "Filter events":', '- region "Range of time":', '- group "Move and zoom":', '- button "Zoom in"'),
        *(f'- heading "{TITLE}" [level=1]', '- heading "44 BCE" [level=2]', '- link "Skip to the events"'),
        '- heading "15 March 44 BCE Caesar is killed by a group of senators" [level=3]',
        *('- searchbox "Search titles and quotes"', '- textbox "From": 49 BCE'),
    ):
        assert part in tree, part
    assert page.tab.locator("time[datetime='1994-05']").inner_text() == "May 1994"


def test_without_script_all_is_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(address)
    assert tab.locator("#list li").count() == 15
    assert not tab.locator("#strip").is_visible()
    assert not tab.get_by_role("search").is_visible()
    tab.locator("#e-00000001 summary").click()
    assert tab.locator("#e-00000001 mark").first.is_visible()
    context.close()


def test_prints_every_quote(browser: Browser, address: str) -> None:
    tab = browser.new_page()
    tab.goto(address)
    tab.emulate_media(media="print")
    assert (
        tab.evaluate("getComputedStyle(document.querySelector('#list details'), '::details-content').contentVisibility")
        == "visible"
    )
    assert not tab.locator("#facets").is_visible()
    assert tab.pdf(format="A4").startswith(b"%PDF")
    tab.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_overflows_and_text_stands_out(
    browser: Browser, address: str, width: int, scheme: Literal["dark", "light"]
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme)
    opened = Opened(context.new_page(), address)
    assert opened.tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for selector in ("h1", "header p", "#list time", "#list h3", "#list summary", "em.disputed", "#list cite"):
        assert opened.tab.eval_on_selector(selector, CONTRAST) >= 4.5, selector
    assert opened.heard == []
    context.close()


CALENDAR = """([source, texts]) => {
  const [parse, back] = new Function(source + '; return [parseDay, dateOf];')();
  return texts.map(text => [...parse(text), back(parse(text)[0])]);
}"""
CONTRAST = """node => {
  const numbers = text => text.match(/[0-9.]+/g).slice(0, 3).map(Number);
  const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b; };
  const colours = [getComputedStyle(node).color, getComputedStyle(document.body).backgroundColor];
  const [a, b] = colours.map(c => light(numbers(c)));
  return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
}"""


def test_a_page_without_dates_has_no_strip(browser: Browser, address_of: Callable[[str, list[Row]], str]) -> None:
    undated = [row for row in small() if not row["edtf"]]
    for rows, state in ((undated, "1 event"), ([], "")):
        opened = at(browser, address_of("Little", rows))
        assert not opened.tab.locator("#strip").is_visible()
        assert opened.state() == state if rows else not opened.tab.get_by_role("search").is_visible()
        opened.tab.keyboard.press("j")
        opened.tab.keyboard.press("]")
        opened.tab.keyboard.press("0")
        assert opened.heard == []
        opened.tab.context.close()


def test_days_of_all_ages_are_right(browser: Browser) -> None:
    """The page's own calendar against ours, before and in our era, over leap days and centuries."""
    days = [
        *range(-1_500_000, 4_000_000, 49_991),
        *range(1_721_050, 1_721_500, 7),
        to_jdn(-43, 3, 15),
        to_jdn(1900, 3, 1),
    ]
    dates = [from_jdn(day) for day in days]
    texts = [f"{'-' if y < 0 else ''}{abs(y):04}-{m:02}-{d:02}" for y, m, d in dates]
    tab = browser.new_page()
    found = tab.evaluate(CALENDAR, [assets.source("calendar.js"), texts])
    tab.close()
    assert found == [[day, day, list(date)] for day, date in zip(days, dates, strict=True)]


def test_twenty_thousand_events(browser: Browser, address_of: Callable[[str, list[Row]], str]) -> None:
    opened = at(browser, address_of("Many", many(20_000)))
    assert opened.state() == "20,000 events"
    assert opened.tab.evaluate("document.querySelectorAll('*').length") < 250_000
    opened.tab.keyboard.press("j")
    opened.tab.keyboard.press("Enter")
    item = opened.tab.locator("#list li").first
    item.locator("blockquote").first.wait_for()
    assert item.locator("blockquote mark").count() == item.locator("figure").count()
    opened.tab.fill("#find", "chronicle content guild of jorvik")
    opened.waits_for(" of 20,000")
    assert opened.tab.evaluate("document.querySelectorAll('#list li:not([hidden])').length") == int(
        opened.state().split(" ")[0].replace(",", "")
    )
    assert opened.heard == []
    opened.tab.context.close()


def test_what_is_out_of_sight_is_left_alone(browser: Browser, address_of: Callable[[str, list[Row]], str]) -> None:
    opened = at(browser, address_of("Some", many(1500)))
    assert opened.tab.eval_on_selector_all("#list li", DRAWN) < 300
    opened.tab.evaluate("scrollTo(0, document.body.scrollHeight)")
    opened.settle()
    assert (
        opened.tab.evaluate(
            "document.querySelector('#list section:last-of-type li:last-child').getBoundingClientRect().height"
        )
        > 40
    )
    assert opened.heard == []
    opened.tab.context.close()
