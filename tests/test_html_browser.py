"""Pages in a real browser: nothing said on its console, nothing wider than the page, nothing that axe finds.

These tests need Chromium (Debian's package `chromium`) and fail without it: a page that nobody has opened is not tested.
"""

import io
import shutil
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from negmatrix.document import Cell, Column, Document, Heat, Line, Row, Table, Tone
from negmatrix.writers.html import write_html_page
from tests.documents import HARBOUR, TALKS, read, show, show_everything, show_talks, word, write_large
from tests.hostile import MARKUP
from tests.hostile_talks import show_hostile

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LARGE = "large"
SIXTEENTHS = [Fraction(number, 16) for number in range(17)]
FILLED = Document(
    "Words of every tone on a fill",
    tuple(
        Table(
            tone.value,
            (Column("Tone"), *(Column(f"{number}", tone=tone) for number in range(10))),
            (
                Row((word(tone.value), *(word("59% of 2", look=Heat(share)) for share in shares))),
                Row(
                    (
                        word("line"),
                        *(
                            Cell((Line("59%", tone=tone), Line("of 2", tone=tone)), None, Heat(share))
                            for share in shares
                        ),
                    )
                ),
            ),
        )
        for tone in Tone
        for shares in (SIXTEENTHS[:10], SIXTEENTHS[7:])
    ),
)
PAGES: dict[str, list[Document]] = {
    **{path.stem: [show(path)] for path in TALKS},
    "several": [show(HARBOUR, "april"), show_everything(), show(HARBOUR, "may")],
    "hostile": [show_hostile(text) for text in MARKUP[::20]],
    "wide": [show_talks(read(write_large(6, 40)))],
    "filled": [FILLED],
    LARGE: [show_talks(read(write_large(300, 40)))],
}
SIZES = {"phone": (360, 800), "desk": (1440, 900)}
SHEETS = {"portrait": (680, 1000), "landscape": (1015, 690)}
"""What is left of A4 between the margins, in CSS pixels."""


BROKEN = """() => [...document.querySelectorAll('.scroll tbody .first')].flatMap(cell => {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), broken = [];
    for (let text; text = walker.nextNode();) for (const word of text.data.matchAll(/[\\p{L}\\d]+/gu)) {
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        if (new Set([...range.getClientRects()].map(it => Math.round(it.top))).size > 1) broken.push(word[0]);
    }
    return broken;
})"""
"""The words of first columns that stand on more than one line."""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert path, "no Chromium here: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("pages")
    return {name: write(folder / f"{name}.html", name, documents) for name, documents in PAGES.items()}


def write(path: Path, title: str, documents: list[Document]) -> str:
    out = io.StringIO()
    write_html_page(title, documents, out)
    path.write_text(out.getvalue(), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test if anything is said, asked, fetched or run."""
    context = browser.new_context()
    page = context.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("dialog", lambda dialog: told.append(dialog.message))
    page.on("request", lambda request: told.append(request.url) if not request.url.startswith("file:") else None)
    yield page
    context.close()
    assert told == []


def look_at(page: Page, address: str, width: int, height: int, **media: Any) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(**media)
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def find_faults(page: Page, **options: object) -> list[str]:
    """What axe finds, with the first place of each."""
    quick = {"resultTypes": ["violations"], "selectors": False, "elementRef": False}
    found = Axe().run(page, options=quick | options).response["violations"]
    return [f"{fault['id']}: {fault['nodes'][0]['html']}: {fault['nodes'][0].get('failureSummary')}" for fault in found]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_no_wider_than_its_window_and_without_fault(
    page: Page, files: dict[str, str], name: str, size: str
) -> None:
    look_at(page, files[name], *SIZES[size], color_scheme="light" if size == "phone" else "dark")
    if name != LARGE:
        assert find_faults(page) == []


def test_axe_finds_nothing_in_a_large_page(page: Page, files: dict[str, str]) -> None:
    """Contrast, which axe measures for minutes here, is that of the wide page; what only paper shows is not looked at."""
    look_at(page, files[LARGE], *SIZES["desk"])
    page.evaluate("document.querySelectorAll('.paper').forEach(it => it.remove())")
    assert find_faults(page, rules={"color-contrast": {"enabled": False}}) == []


@pytest.mark.parametrize("name", PAGES)
def test_on_paper_nothing_is_cut_off(page: Page, files: dict[str, str], name: str) -> None:
    wide = 'class="wide"' in Path(files[name].removeprefix("file://")).read_text(encoding="utf-8")
    look_at(page, files[name], *SHEETS["landscape" if wide else "portrait"], media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("[...document.querySelectorAll('.scroll')].every(it => it.scrollWidth <= it.clientWidth)")


def test_a_page_becomes_sheets_of_a4(page: Page, files: dict[str, str], tmp_path: Path) -> None:
    page.goto(files["several"])
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    content = (tmp_path / "page.pdf").read_bytes()
    assert b"/MediaBox [0 0 841." in content
    assert content.count(b"/Type /Page\n") >= 3


def test_titles_and_the_first_column_stay_in_sight(page: Page, files: dict[str, str]) -> None:
    look_at(page, files[LARGE], *SIZES["phone"])
    where = """() => {
        const it = document.querySelector('.scroll'), at = name => it.querySelector(name).getBoundingClientRect();
        it.scrollTo(700, 0);
        return [at('thead .first').left - it.getBoundingClientRect().left, at('tbody .first').left - it.getBoundingClientRect().left,
            it.scrollLeft, at('tbody .first').width / innerWidth]
    }"""
    corner, left, right, share = page.evaluate(where)
    assert (corner, left, right) == (0, 0, 700)
    assert share < 0.45
    look_at(page, files["ukraine"], *SIZES["desk"])
    page.evaluate("scrollTo(0, 900)")
    assert page.evaluate("document.querySelector('thead .first').getBoundingClientRect().top") == 0


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_no_row_is_hidden_and_no_word_of_a_first_column_broken(
    page: Page, files: dict[str, str], name: str, size: str
) -> None:
    look_at(page, files[name], *SIZES[size])
    assert page.evaluate(
        "[...document.querySelectorAll('.scroll')].every(it => it.scrollHeight <= it.clientHeight + 1)"
    )
    assert name == "hostile" or page.evaluate(BROKEN) == []


@pytest.mark.parametrize("name", [path.stem for path in TALKS])
def test_a_phone_shows_the_matrix_of_each_talks_as_cards(page: Page, files: dict[str, str], name: str) -> None:
    look_at(page, files[name], *SIZES["phone"])
    assert page.evaluate("[...document.querySelectorAll('.cards')].every(it => it.scrollWidth <= it.clientWidth)")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.cards td[data-label]'), '::before').content") != "none"
    )
    rows = page.get_by_role("table").first.get_by_role("row")
    assert rows.nth(2).get_by_role("cell").count() >= 2


def test_a_shade_tells_where_a_table_goes_on_and_hides_at_its_end(page: Page, files: dict[str, str]) -> None:
    look_at(page, files["wide"], *SIZES["desk"])
    gap = """() => {
        const it = document.querySelector('.scroll'), style = getComputedStyle(it, '::after');
        return [style.position, style.zIndex, getComputedStyle(it, '::before').zIndex, getComputedStyle(it).scrollbarWidth];
    }"""
    assert page.evaluate(gap) == ["sticky", "4", "5", "thin"]


def test_all_can_be_reached_by_keyboard(page: Page, files: dict[str, str]) -> None:
    look_at(page, files["paris"], *SIZES["phone"])
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.outerHTML"))
    wanted = set(
        page.evaluate(
            "[...document.querySelectorAll('a[href], [tabindex]')].filter(it => it.checkVisibility()).map(it => it.outerHTML)"
        )
    )
    assert wanted <= reached
    look_at(page, files["wide"], *SIZES["phone"])
    page.locator(".scroll").first.focus()
    page.keyboard.press("ArrowRight")
    assert comes_true(page, "document.querySelector('.scroll').scrollLeft > 0")


def comes_true(page: Page, question: str) -> bool:
    """Whether it is so within ten seconds: asked from outside, since the page's policy lets nothing be asked within."""
    for _ in range(200):
        if page.evaluate(question):
            return True
        page.wait_for_timeout(50)
    return False


def test_following_a_note_and_coming_back(page: Page, files: dict[str, str]) -> None:
    look_at(page, files["several"], *SIZES["desk"])
    page.locator("#d2-r2").click()
    assert page.evaluate("location.hash") == "#d2-n2"
    page.locator("#d2-n2 [role=doc-backlink]").click()
    assert page.evaluate("location.hash") == "#d2-r2"


@pytest.mark.parametrize("name", [path.stem for path in TALKS])
def test_the_matrix_of_each_talks_stands_whole_on_a_desk(page: Page, files: dict[str, str], name: str) -> None:
    look_at(page, files[name], *SIZES["desk"])
    assert page.evaluate(
        "[...document.querySelectorAll('.scroll')].every(it => getComputedStyle(it).overflow == 'visible')"
    )
