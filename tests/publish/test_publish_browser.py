"""The site of a dossier in a real browser, from disk: search, moved addresses, and all of it without scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from big_dossiers import HUB, big_dossier
from playwright.sync_api import Browser, Page, sync_playwright

from habeas.flow import build
from habeas.publish import catalogue, publish

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-sync",
]

Opened = Callable[..., tuple[Page, list[str]]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier whose tables take several pages and whose reports are spread over folders."""
    out = tmp_path_factory.mktemp("browsed") / "dossier"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "MANY_REPORTS", 50)
        publish(big_dossier(90), out)
    return out


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Browser, folder: Path) -> Opened:
    """Opens a page of the dossier from disk; gives it, and whatever the browser complains of or asks of elsewhere."""

    def page(address: str, **more: object) -> tuple[Page, list[str]]:
        one = chromium.new_context(**more).new_page()
        one.set_default_timeout(30_000)
        wrong: list[str] = []
        one.on("console", lambda told: wrong.append(told.text) if told.type in {"error", "warning"} else None)
        one.on("pageerror", lambda error: wrong.append(str(error)))
        one.on(
            "request",
            lambda asked: None if asked.url.startswith(folder.as_uri()) else wrong.append(asked.url),
        )
        one.goto(f"{folder.as_uri()}/{address}")
        return one, wrong

    return page


def found(page: Page, kind: str) -> list[str]:
    return page.locator(f'#search section:has(h2:text("{kind}")) li > a').all_inner_texts()


def test_a_search_from_disk_finds_any_word_of_any_report(opened: Opened) -> None:
    page, wrong = opened("search.html")
    page.get_by_label("Any words of the reports").fill("blankets dawn")
    page.wait_for_selector('#search h2:text("Reports")')
    assert found(page, "Claims") == []
    page.locator("#search li > a").first.click()
    page.wait_for_selector(".report-head")
    assert "blankets" in page.inner_text("main")
    assert wrong == []


def test_a_search_finds_findings_names_and_claims_by_the_beginning_of_a_word(opened: Opened) -> None:
    page, wrong = opened("index.html")
    page.get_by_label("Search the dossier").fill("norvale popul")
    page.keyboard.press("Enter")
    page.wait_for_selector('#search h2:text("Claims (90)")')
    assert found(page, "Findings") == [f"{HUB}: population?"]
    assert not page.locator("#index-title").is_visible()
    claims = page.locator('#search section:has(h2:text("Claims"))')
    claims.get_by_role("button", name="Show more").click()
    claims.locator("li").nth(29).wait_for()
    claims.locator("li > a").first.click()
    page.wait_for_selector("mark.claim:target")
    assert page.inner_text("mark.claim:target").startswith(HUB)
    assert wrong == []


def test_a_number_is_found_however_it_is_grouped(opened: Opened) -> None:
    page, _ = opened("search.html#q=3.037")
    page.wait_for_selector('#search h2:text("Claims")')
    first = found(page, "Claims")
    page.get_by_label("Any words of the reports").fill("3,037")
    page.wait_for_timeout(400)
    assert found(page, "Claims") == first
    page.get_by_label("Any words of the reports").fill("neverwritten")
    page.wait_for_selector("text=No report, claim or finding has all of these words.")


def test_an_address_with_an_old_page_number_still_leads_to_its_claim(opened: Opened, folder: Path) -> None:
    last = big_dossier(90).claims[-1].id
    page, wrong = opened(f"claims.html#claim-{last}")
    page.wait_for_url(f"**/claims/5.html#claim-{last}")
    assert page.locator(f"#claim-{last}").is_visible()
    assert wrong == []


def test_the_dossier_is_browsed_without_scripts(opened: Opened) -> None:
    page, wrong = opened("index.html", java_script_enabled=False)
    page.get_by_role("link", name="Search", exact=True).click()
    page.get_by_role("navigation", name="Letters").get_by_role("link", name="N", exact=True).click()
    page.locator(f'.index-name:text("{HUB}") + ul a.plain').first.click()
    assert page.locator("mark.claim:target").is_visible()
    page.get_by_role("link", name="Claims", exact=True).click()
    page.get_by_role("navigation", name="More claims").first.get_by_role("link", name="Next").click()
    assert page.inner_text(".pager").startswith("201 to 400 of 900 claims")
    assert wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_is_wider_than_a_telephone(opened: Opened, folder: Path, scheme: str) -> None:
    page, wrong = opened("index.html", color_scheme=scheme, viewport={"width": 375, "height": 700})
    for path in sorted(folder.glob("*.html")):
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 375, path.name
    assert wrong == []


RULE = """What the new rule means

Published April 9, 2025

Starting April 11, foreigners who stay in the country for more than 30 days must register with the government. Anyone 14 or older is covered.
"""


def test_a_stay_is_counted_on_the_page_as_the_command_counts_it(chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(RULE, "utf-8")
    publish(build([tmp_path / "a.txt"]), tmp_path / "dossier")
    page = chromium.new_context().new_page()
    page.goto(f"{(tmp_path / 'dossier').as_uri()}/part-registration.html")
    table = page.locator("table[data-tool=stay]")
    told = table.locator('[data-label="Covered"]')
    cases = [
        ("2025-03-12", "2025-04-11", ["not covered", "covered"]),
        ("2025-03-11", "2025-04-11", ["covered", "covered"]),
        ("2025-01-01", "2025-04-10", ["not yet in force", "covered"]),
        ("2025-04-11", "2025-03-12", ["", ""]),
    ]
    for arrived, on, expected in cases:
        page.get_by_label("Day of arrival").fill(arrived)
        page.get_by_label("On", exact=True).fill(on)
        assert told.all_inner_texts() == expected


def test_without_scripts_the_thresholds_are_a_table(chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(RULE, "utf-8")
    publish(build([tmp_path / "a.txt"]), tmp_path / "dossier")
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(f"{(tmp_path / 'dossier').as_uri()}/part-registration.html")
    table = page.locator("table[data-tool=stay]")
    assert "more than 30 days" in table.inner_text()
    assert "8 U.S.C. 1302(a)" in table.inner_text()
    assert page.get_by_label("Day of arrival").count() == 0
