"""Reports that mean harm, at the desk: signs that turn the writing, bombs, markup in names, formulas."""

from __future__ import annotations

import gzip
import time
import zipfile
from io import BytesIO

import pytest
from desk_clients import Browser

pytestmark = pytest.mark.workers
TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def upload(browser: Browser, name: str, content: bytes) -> str:
    """The page of an upload once it is over."""
    files = [("report", (name, content))]
    answer = browser.client.post("/uploads", data={"csrf": browser.csrf()}, files=files)
    for _ in range(1200):
        page = browser.get(answer.url.path).text
        if "http-equiv" not in page:
            return page
        time.sleep(0.05)
    raise AssertionError("the upload did not end")


def test_signs_that_turn_the_writing_are_shown_and_cannot_turn_a_page(alone: Browser) -> None:
    text = f"Harbour opens{TURNING}\n\nThe mayor of Orsa said on March 9, 2025 that 12\u202e boats\u202c were inspected.\n"
    upload(alone, "turned.txt", text.encode())
    sha = next(r.sha256 for r in alone.ledger.reports() if r.doc == "turned.txt")
    for path in ("/claims?words=boats", f"/reports/{sha}", "/search?words=inspected", "/reports"):
        page = alone.get(path).text
        assert not set(TURNING) & set(page), path
    assert "⟦202E⟧ boats⟦202C⟧" in alone.get(f"/reports/{sha}").text
    assert TURNING.encode() in alone.ledger.original(sha)


def zipped(size: int) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("a.txt", b"0" * size)
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("bomb.txt.gz", gzip.compress(b"0" * 60_000_000), "is larger than 50 MB"),
        ("bomb.zip", zipped(60_000_000), "is a binary file"),
        ("broken.pdf", b"%PDF-1.4\n1 0 obj<</Length 99999999>>stream\n", "PDF that cannot be opened"),
        (
            "cut.warc",
            b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999\r\n\r\nHTTP/1.1 200 OK",
            "cut off",
        ),
    ],
)
def test_a_file_that_means_harm_is_named_and_adds_nothing(
    alone: Browser, name: str, content: bytes, words: str
) -> None:
    before = len(alone.ledger.reports())
    page = upload(alone, name, content)
    assert name in page
    assert words in page
    assert len(alone.ledger.reports()) == before
