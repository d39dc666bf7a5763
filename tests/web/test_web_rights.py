"""Who may do what at the desk, and that nobody else can make them do it."""

from __future__ import annotations

import base64
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
from desk_clients import PASSWORD, Browser, Opening
from desk_reports import PRIVATE
from typer.testing import CliRunner

from habeas.cli.app import app as cli
from habeas.ledger import Ledger
from habeas.web.hardening import POLICY

PAGES = {
    "/claims": "reader",
    "/search?words=fire": "reader",
    "/reports": "reader",
    "/compare": "reader",
    "/findings": "reader",
    "/timeline": "reader",
    "/exports": "reader",
    "/exports/protected/claims.csv": "reader",
    "/account": "reader",
    "/api/claims": "reader",
    "/api/openapi.json": "reader",
    "/people": "reviewer",
    "/history": "reviewer",
    "/uploads": "editor",
    "/exports/named/claims.csv": "editor",
    "/team": "admin",
}
FORMS = {
    "/decisions": "reviewer",
    "/undo": "reviewer",
    "/findings/F1": "editor",
    "/people": "editor",
    "/uploads": "editor",
    "/team": "admin",
}
ROLES = ["reader", "reviewer", "editor", "admin"]


@pytest.mark.parametrize("role", ROLES)
def test_each_role_sees_its_pages_and_no_others(desk: Opening, role: str) -> None:
    browser = desk(role)
    for path, needed in PAGES.items():
        allowed = ROLES.index(role) >= ROLES.index(needed)
        assert browser.get(path).status_code == (200 if allowed else 403), path


@pytest.mark.parametrize("role", ROLES)
def test_each_role_may_send_its_forms_and_no_others(desk: Opening, role: str) -> None:
    browser = desk(role)
    for path, needed in FORMS.items():
        allowed = ROLES.index(role) >= ROLES.index(needed)
        # An empty form of somebody allowed is bad use, not a refusal.
        assert browser.post(path).status_code == (400 if allowed else 403), path


def test_a_stranger_is_led_to_the_sign_in_page_and_told_nothing(desk: Opening) -> None:
    nobody = desk(None)
    for path in PAGES:
        answer = nobody.get(path, follow_redirects=False)
        if path.startswith("/api"):
            assert answer.status_code == 401
            assert answer.json() == {"error": "Sign in first."}
        else:
            assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")
    for path in FORMS:
        assert nobody.client.post(path, data={}).status_code == 401


@pytest.mark.parametrize("path", FORMS)
def test_a_form_without_the_secret_of_its_session_changes_nothing(
    desk: Opening, ledger: Ledger, path: str
) -> None:
    admin, before = desk("admin"), ledger.history(1)
    for secret in ("", "wrong", desk("admin").csrf()):
        assert admin.client.post(path, data={"csrf": secret}).status_code == 403
    assert ledger.history(1) == before


def test_a_form_from_a_page_of_another_site_is_refused(desk: Opening, ledger: Ledger) -> None:
    reviewer = desk("reviewer")
    claim = ledger.claims().claims[0].claim.id
    fields = {"csrf": reviewer.csrf(), "claim": claim, "verdict": "confirmed"}
    foreign = {"origin": "http://elsewhere.example"}
    assert reviewer.client.post("/decisions", data=fields, headers=foreign).status_code == 403
    sign_in = {"name": "the-admin", "password": PASSWORD}
    assert reviewer.client.post("/sign-in", data=sign_in, headers=foreign).status_code == 403
    assert ledger.decisions() == ()


def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(desk: Opening) -> None:
    nobody = desk(None)
    answer = nobody.client.post(
        "/sign-in", data={"name": "the-reader", "password": PASSWORD}, follow_redirects=False
    )
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "path=/" in cookie


def test_every_answer_carries_the_security_headers(desk: Opening) -> None:
    admin = desk("admin")
    for path in (*PAGES, "/style.css", "/nothing-here", "/sign-in"):
        headers = admin.get(path).headers
        assert headers["content-security-policy"] == POLICY
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "same-origin"
        assert "no-store" in headers["cache-control"] or path == "/style.css"
    assert "unsafe" not in POLICY


def test_no_page_has_anything_inline_or_from_elsewhere(desk: Opening) -> None:
    admin = desk("admin")
    sha = admin.ledger.reports()[0].sha256
    for path in (*PAGES, f"/reports/{sha}", f"/claims/{admin.ledger.claims().claims[0].claim.id}"):
        page = admin.get(path)
        if "text/html" not in page.headers["content-type"]:
            continue
        assert "<style" not in page.text
        assert " style=" not in page.text
        assert " onclick=" not in page.text
        assert "http://" not in page.text.replace("http://127.0.0.1", "")
        assert "https://" not in page.text
        assert page.text.count("<script") == page.text.count('<script src="/desk.js" defer>') == 1


def test_five_wrong_passwords_lock_an_account_even_for_the_right_one(desk: Opening) -> None:
    nobody = desk(None)
    for _ in range(5):
        assert (
            nobody.client.post("/sign-in", data={"name": "the-editor", "password": "guess"}).status_code
            == 403
        )
    right = {"name": "the-editor", "password": PASSWORD}
    assert nobody.client.post("/sign-in", data=right).status_code == 429
    other = {"name": "the-reader", "password": PASSWORD}
    assert nobody.client.post("/sign-in", data=other, follow_redirects=False).status_code == 303


def test_one_address_cannot_try_names_without_end(desk: Opening) -> None:
    nobody = desk(None)
    lockout = nobody.client.app.state.desk.lockout
    for n in range(19):
        lockout.failed(f"name{n}", "testclient")
    tries = [{"name": f"further{n}", "password": "guess"} for n in range(2)]
    assert [nobody.client.post("/sign-in", data=one).status_code for one in tries] == [403, 429]


def test_a_blocked_or_changed_account_is_out_at_once(desk: Opening) -> None:
    admin, reader, editor = desk("admin"), desk("reader"), desk("editor")
    admin.post("/team", name="the-reader", role="reader", active="no")
    admin.post("/team", name="the-editor", role="reader", active="yes")
    for browser in (reader, editor):
        assert browser.get("/claims", follow_redirects=False).headers["location"] == "/sign-in"
    nobody = desk(None)
    entry = {"name": "the-reader", "password": PASSWORD}
    assert nobody.client.post("/sign-in", data=entry).status_code == 403
    assert desk("editor").get("/uploads").status_code == 403


def test_the_last_administrator_stays(desk: Opening) -> None:
    admin = desk("admin")
    assert admin.post("/team", name="the-admin", role="reader").status_code == 400
    assert admin.post("/team", name="the-admin", role="admin", active="no").status_code == 400


def test_a_new_password_ends_every_session_of_the_account(desk: Opening) -> None:
    one, other = desk("reader"), desk("reader")
    assert one.post("/account", password="not it", renewed="another fine secret").status_code == 403
    assert one.post("/account", password=PASSWORD, renewed="another fine secret").status_code == 303
    assert other.get("/claims", follow_redirects=False).status_code == 303


def test_signing_out_ends_the_session_in_the_desk_too(desk: Opening) -> None:
    reader = desk("reader")
    kept = reader.client.cookies["habeas"]
    reader.post("/sign-out")
    reader.client.cookies.set("habeas", kept)
    assert reader.get("/claims", follow_redirects=False).status_code == 303


def test_a_desk_is_answered_only_by_its_own_names(alone: Browser) -> None:
    """A foreign name that is pointed at this machine gets nothing (DNS rebinding)."""
    answer = alone.get("/claims", headers={"host": "evil.example"})
    assert answer.status_code == 421
    assert "claim" not in answer.text


def test_more_than_the_limit_is_not_read(alone: Browser) -> None:
    big = {"csrf": alone.csrf(), "note": "x" * 300_000}
    assert alone.client.post("/decisions", data=big).status_code == 413
    pieces = (b"x" * 65_536 for _ in range(8))
    typed = {"content-type": "application/x-www-form-urlencoded"}
    assert alone.client.post("/decisions", content=pieces, headers=typed).status_code == 413


def test_the_desk_of_one_needs_its_token(ledger: Ledger, alone: Browser) -> None:
    alone.client.cookies.clear()
    assert alone.get("/enter?token=wrong").status_code == 403
    assert alone.get("/claims", follow_redirects=False).status_code == 303
    assert alone.get("/api/claims", headers={"authorization": "Bearer wrong"}).status_code == 401
    assert alone.get("/api/claims", headers={"authorization": "Bearer a-token"}).status_code == 200
    assert 'content="0; url=/claims"' in alone.get("/enter?token=a-token").text
    assert alone.get("/claims").status_code == 200


def test_too_many_requests_in_a_minute_are_refused(ledger: Ledger) -> None:
    from fastapi.testclient import TestClient

    from habeas.web import Settings, create_app

    client = TestClient(create_app(ledger, Settings(token="t", requests=5)), base_url="http://127.0.0.1")
    client.get("/enter?token=t", follow_redirects=False)
    assert [client.get("/timeline").status_code for _ in range(6)] == [200] * 5 + [429]


def basic(name: str, password: str = PASSWORD) -> dict[str, str]:
    return {"authorization": "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()}


def test_the_api_has_the_same_rights(desk: Opening, ledger: Ledger) -> None:
    nobody = desk(None)
    claim = ledger.claims().claims[0].claim.id
    ruled = {"claims": [claim], "verdict": "confirmed"}
    assert nobody.client.post("/api/decisions", json=ruled).status_code == 401
    assert nobody.client.post("/api/decisions", json=ruled, headers=basic("the-reader")).status_code == 403
    assert nobody.client.post("/api/decisions", json=ruled, headers=basic("the-reviewer")).status_code == 200
    assert ledger.claim(claim).verdict == "confirmed"
    files = {"report": ("a.txt", b"words")}
    assert nobody.client.post("/api/reports", files=files, headers=basic("the-reviewer")).status_code == 403
    assert nobody.client.get("/api/claims", headers=basic("the-reader", "wrong")).status_code == 401


def test_the_api_takes_nothing_from_a_session_without_its_secret(desk: Opening, ledger: Ledger) -> None:
    reviewer = desk("reviewer")
    ruled = {"claims": [ledger.claims().claims[0].claim.id], "verdict": "confirmed"}
    assert reviewer.client.post("/api/decisions", json=ruled).status_code == 403
    secret = {"x-csrf-token": reviewer.csrf()}
    assert reviewer.client.post("/api/decisions", json=ruled, headers=secret).status_code == 200


def test_a_reader_meets_no_protected_name_anywhere(desk: Opening, ledger: Ledger) -> None:
    editor, reader = desk("editor"), desk("reader")
    editor.post("/people", name=f"Marisol {PRIVATE}", verdict="protected")
    reports = ledger.reports()
    claims = [view.claim.id for view in ledger.claims(size=500).claims]
    paths = [
        "/claims",
        "/findings?status=all",
        "/timeline",
        "/reports",
        "/compare",
        "/exports",
        "/api/claims?size=500",
    ]
    paths += ["/api/reports", "/api/findings", "/search?words=alarm", "/exports/protected/claims.jsonl"]
    paths += [p for r in reports for p in (f"/reports/{r.sha256}", f"/api/reports/{r.sha256}")]
    paths += [f"/claims/{claim}" for claim in claims]
    paths += [f"/compare?a={reports[0].sha256}&b={r.sha256}" for r in reports]
    for path in paths:
        answer = reader.get(path)
        assert answer.status_code == 200, path
        assert PRIVATE not in answer.text, path
    assert reader.get(f"/api/search?words={PRIVATE}").json()["total_claims"] == 0
    assert reader.get(f"/api/search?words={PRIVATE}").json()["total_reports"] == 0
    assert reader.get(f"/api/claims?words={PRIVATE}").json()["total"] == 0
    assert reader.get(f"/reports/{reports[0].sha256}/original").status_code == 403
    assert editor.get(f"/api/search?words={PRIVATE}").json()["total_reports"] == 1


def test_a_name_that_an_editor_clears_is_shown_and_one_protected_again_is_gone(desk: Opening) -> None:
    editor, reader = desk("editor"), desk("reader")
    shown = []
    for verdict in ("protected", "cleared", "protected"):
        editor.post("/people", name=f"Marisol {PRIVATE}", verdict=verdict)
        shown.append(reader.get(f"/api/search?words={PRIVATE}").json()["total_reports"])
    assert shown == [0, 1, 0]


def test_a_holder_of_office_whom_an_editor_protects_stays_so_for_readers(
    desk: Opening, ledger: Ledger
) -> None:
    editor, reader = desk("editor"), desk("reader")
    public = next(e.entity for e in ledger.entities() if e.entity.name == "Peder Lund")
    assert public.public
    assert reader.get("/api/search?words=Lund").json()["total_reports"] == 1
    editor.post("/people", name="Peder Lund", verdict="protected")
    paths = ["/claims", "/reports", "/api/claims?size=500", "/exports/protected/claims.jsonl"]
    paths += [f"/reports/{r.sha256}" for r in ledger.reports()]
    for path in paths:
        assert "Lund" not in reader.get(path).text, path
    assert reader.get("/api/search?words=Lund").json()["total_reports"] == 0
    assert editor.get("/api/search?words=Lund").json()["total_reports"] == 1


def test_a_reader_sees_verdicts_without_who_and_why(desk: Opening, ledger: Ledger) -> None:
    claim = ledger.claims().claims[0].claim.id
    desk("reviewer").post("/decisions", claim=claim, verdict="rejected", note=f"{PRIVATE} told me")
    page = desk("reader").get(f"/claims/{claim}").text
    assert "rejected" in page
    assert "told me" not in page
    assert "the-reviewer" not in page


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--host", "0.0.0.0"], "lets others in"),
        (["--host", "0.0.0.0", "--team"], "lets others in"),
        (["--team", "--url", "http://desk.example"], "give https://"),
        (["--team"], "no account yet"),
    ],
)
def test_serve_refuses_what_would_be_open_to_anybody(tmp_path, arguments: list[str], told: str) -> None:
    result = CliRunner().invoke(cli, ["serve", str(tmp_path / "new.ledger"), *arguments])
    assert told in str(result.exception)


def test_serve_prints_its_address_and_token_and_stops_when_told(grown: Path) -> None:
    command = [sys.executable, "-m", "habeas", "serve", str(grown), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        try:
            address = running.stdout.readline().strip()
            assert "/enter?token=" in address
            with urlopen(address) as answer:
                assert answer.status == 200
            port = address.split(":")[2].split("/")[0]
            taken = CliRunner().invoke(cli, ["serve", str(grown), "--port", port])
            assert f"--port {port}: " in str(taken.exception)
        finally:
            running.send_signal(signal.SIGINT)
    assert running.returncode == 0
