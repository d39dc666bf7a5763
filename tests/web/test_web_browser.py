"""The desk in a real browser: by keyboard, without scripts, in the dark, on a telephone, and under its own policy."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from habeas.ledger import Ledger, open_ledger
from habeas.web import Settings, create_app

CHROMIUM = "/usr/bin/chromium"


@dataclass(frozen=True)
class Served:
    ledger: Ledger
    address: str


@pytest.fixture
def served(grown: Path, tmp_path: Path) -> Iterator[Served]:
    shutil.copy(grown, tmp_path / "story.ledger")
    ledger = open_ledger(tmp_path / "story.ledger")
    app = create_app(ledger, Settings(token="a-token", owner="ana"))
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield Served(ledger, f"http://127.0.0.1:{port}")
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def opened(chromium: Browser, served: Served, **more) -> tuple[Page, list[str]]:
    """A page that is signed in, and what the browser complains of or fetches from elsewhere."""
    page = chromium.new_context(**more).new_page()
    page.set_default_timeout(8000)
    wrong: list[str] = []
    page.on("console", lambda told: wrong.append(told.text) if told.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request", lambda asked: None if asked.url.startswith(served.address) else wrong.append(asked.url)
    )
    page.goto(f"{served.address}/enter?token=a-token")
    page.wait_for_url("**/claims")
    return page, wrong


def verdict(served: Served, claim: str) -> str | None:
    return served.ledger.claim(claim).verdict


def test_claims_are_reviewed_by_keyboard_alone(chromium: Browser, served: Served) -> None:
    page, wrong = opened(chromium, served)
    page.goto(f"{served.address}/claims?verdict=none")
    assert "token" not in page.url
    ids = page.eval_on_selector_all("[data-claim]", "rows => rows.map(row => row.dataset.claim)")
    keys = page.keyboard
    keys.press("j")
    keys.press("c")
    page.wait_for_selector(f'[data-claim="{ids[0]}"] .chip.confirmed')
    keys.press("r")
    page.wait_for_selector(f'[data-claim="{ids[1]}"] .chip.rejected')
    keys.press("u")
    page.wait_for_selector(f'[data-claim="{ids[2]}"] .chip.unsure')
    assert [verdict(served, one) for one in ids[:3]] == ["confirmed", "rejected", "unsure"]
    assert "unsure" in page.inner_text("[data-said]").lower()
    keys.press("z")
    page.wait_for_selector(f'[data-claim="{ids[2]}"] .chip.undecided')
    assert verdict(served, ids[2]) is None
    keys.press("e")
    keys.type("some 250, jckru")
    keys.press("Enter")
    page.wait_for_selector(".notice")
    assert verdict(served, ids[2]) == "corrected"
    assert served.ledger.decisions()[-1].ruling.value == "some 250, jckru"
    assert wrong == []


def test_a_report_is_reviewed_where_it_is_read(chromium: Browser, served: Served) -> None:
    page, wrong = opened(chromium, served)
    sha = served.ledger.reports()[0].sha256
    page.goto(f"{served.address}/reports/{sha}")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("c")
    claim = page.get_attribute("[data-claim]", "data-claim")
    page.wait_for_selector(f'[data-claim="{claim}"] .chip.confirmed')
    assert verdict(served, claim) == "confirmed"
    assert wrong == []


def test_everything_works_without_scripts(chromium: Browser, served: Served, tmp_path: Path) -> None:
    page, wrong = opened(chromium, served, java_script_enabled=False)
    page.get_by_role("link", name="Review", exact=True).click()
    row = page.locator(".claim-row").first
    claim = row.locator('input[type="checkbox"]').get_attribute("value")
    row.get_by_role("button", name="Confirm").click()
    assert verdict(served, claim) == "confirmed"
    page.get_by_role("button", name="Undo").click()
    assert verdict(served, claim) is None
    page.get_by_role("link", name="Choose all on this page").click()
    page.get_by_role("button", name="Reject chosen").click()
    assert "claims rejected." in page.inner_text(".notice")
    page.get_by_role("button", name="Undo").click()
    assert verdict(served, claim) is None
    new = tmp_path / "new.txt"
    new.write_text("The mayor of Orsa said on March 9, 2025 that 12 boats were inspected.")
    page.goto(f"{served.address}/uploads")
    page.set_input_files('input[type="file"]', new)
    page.get_by_role("button", name="Add to the ledger").click()
    page.wait_for_selector("text=1 new report")
    page.fill("#top-words", "inspected")
    page.get_by_role("button", name="Search", exact=True).first.click()
    assert "12 boats" in page.inner_text("main")
    assert wrong == []


_SMALL = """() => [...document.querySelectorAll('button, summary, input:not([type=hidden]), select')]
    .filter(one => one.checkVisibility() && (one.getBoundingClientRect().height < 20 || one.getBoundingClientRect().width < 20))
    .map(one => one.outerHTML)"""
_FAINT = """() => {
    const paint = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
    const rgb = (colour, under) => { paint.clearRect(0, 0, 1, 1); if (under) { paint.fillStyle = `rgb(${under})`; paint.fillRect(0, 0, 1, 1); }
        paint.fillStyle = colour; paint.fillRect(0, 0, 1, 1); return [...paint.getImageData(0, 0, 1, 1).data].slice(0, 3); };
    const light = rgb => { const [r, g, b] = rgb.map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
    const ground = one => { const chain = []; for (let at = one; at; at = at.parentElement) chain.unshift(getComputedStyle(at).backgroundColor);
        return chain.reduce((under, colour) => rgb(colour, under), [255, 255, 255]); };
    const faint = [];
    for (const one of document.querySelectorAll('body *')) {
        const own = [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
        if (!own || !one.checkVisibility()) continue;
        const under = ground(one), [a, b] = [light(rgb(getComputedStyle(one).color, under)), light(under)].sort((x, y) => y - x);
        if ((a + 0.05) / (b + 0.05) < 4.5) faint.push(((a + 0.05) / (b + 0.05)).toFixed(2) + ' ' + one.outerHTML.slice(0, 120));
    }
    return faint; }"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_and_nothing_is_cut_off(chromium: Browser, served: Served, scheme: str) -> None:
    """Contrast of 4.5 to 1 (WCAG 1.4.3), targets one can hit, no sideways scrolling at 320 pixels (1.4.10)."""
    page, wrong = opened(chromium, served, color_scheme=scheme)
    reports = served.ledger.reports()
    paths = [
        "/claims?verdict=none",
        f"/reports/{reports[0].sha256}",
        "/findings?status=all",
        "/people",
        "/exports",
    ]
    paths += [f"/compare?a={reports[0].sha256}&b={reports[1].sha256}", "/timeline", "/uploads", "/history"]
    for path in paths:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(served.address + path)
        assert page.evaluate(_FAINT) == [], path
        assert page.evaluate(_SMALL) == [], path
        page.set_viewport_size({"width": 320, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
    assert wrong == []


def test_the_first_key_leads_past_the_navigation_and_focus_is_seen(chromium: Browser, served: Served) -> None:
    page, _ = opened(chromium, served)
    page.goto(f"{served.address}/claims")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
