"""What people do at the desk, without a script: browse, read, compare, decide, undo, upload, export."""

from __future__ import annotations

import io
import re
import time
import zipfile
from html.parser import HTMLParser

import pytest
from desk_clients import Browser
from sqlalchemy import event

from habeas.errors import LedgerError
from habeas.ledger import Ledger
from habeas.web.uploading import safe_name


def first_claims(ledger: Ledger, number: int) -> list[str]:
    return [view.claim.id for view in ledger.claims().claims[:number]]


def test_facets_narrow_the_claims_and_can_be_let_go(alone: Browser) -> None:
    page = alone.get("/claims?kind=quantity&words=passengers").text
    assert "240 passengers" in page
    assert "Kind: quantity" in page
    assert 'href="/claims?words=passengers"' in page
    assert "every passenger was brought" not in page


@pytest.mark.parametrize(
    "query",
    [
        {"kind": "quotation"},
        {"subject": "Greta Holm"},
        {"speaker": "Greta Holm"},
        {"modality": "planned"},
        {"status": "agree"},
        {"origin": "O2"},
        {"month": "2025-06"},
        {"since": "2025-06-01", "until": "2025-06-01"},
        {"verdict": "none"},
    ],
)
def test_every_facet_finds_what_the_ledger_finds(alone: Browser, query: dict[str, str]) -> None:
    from habeas.ledger import ClaimQuery

    found = alone.ledger.claims(ClaimQuery(**query))
    told = alone.get("/api/claims", params=query).json()
    assert told["total"] == found.total > 0
    assert f"{found.total} claim" in alone.get("/claims", params=query).text


def test_a_day_that_is_none_is_explained(alone: Browser) -> None:
    answer = alone.get("/claims?since=yesterday")
    assert answer.status_code == 400
    assert "a day is written 2024-03-05" in answer.text


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("/claims/zz", "claim 'zz': no such claim"),
        ("/reports/zz", "report 'zz': no such report"),
        ("/findings/zz", "there is no finding 'zz'"),
        ("/nothing", "There is no such page."),
    ],
)
def test_what_is_not_there_is_said_in_one_line(alone: Browser, path: str, line: str) -> None:
    page = alone.get(path)
    assert page.status_code == 404
    assert f">{line}</p>" in page.text.replace("&#39;", "'")
    if not path.startswith("/findings"):
        told = alone.get(f"/api{path}")
        assert (told.status_code, told.json()) == (404, {"error": line})


def test_a_ledger_that_cannot_be_reached_is_named_on_pages_and_in_the_api(
    desk, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise LedgerError(ledger.name, "the connection to the server was lost; run it again")

    reader = desk("reader", raise_server_exceptions=False)
    assert reader.get("/claims").status_code == 200
    with monkeypatch.context() as patched:
        patched.setattr("habeas.ledger.store.Store._connected", gone)
        page, told = reader.get("/claims"), reader.get("/api/claims")
    line = f"{ledger.name}: the connection to the server was lost; run it again"
    assert (page.status_code, told.status_code, told.json()) == (503, 503, {"error": line})
    assert f">{line}</p>" in page.text
    assert reader.get("/claims").status_code == 200


def test_markup_in_a_report_is_shown_as_words(alone: Browser) -> None:
    for path in ("/claims?words=hurt", f"/reports/{sha_of(alone, 'tribune.txt')}", "/search?words=hurt"):
        page = alone.get(path).text
        assert "<b>" not in page
        assert "&lt;b&gt;" in page


def sha_of(browser: Browser, doc: str) -> str:
    return next(r.sha256 for r in browser.ledger.reports() if r.doc == doc)


def test_every_claim_is_marked_in_its_report_where_its_link_leads(alone: Browser) -> None:
    for view in alone.ledger.claims(size=500).claims:
        page = alone.get(f"/reports/{view.claim.report}").text
        assert f'id="claim-{view.claim.id}"' in page


def test_two_copies_stand_side_by_side_with_their_passages_joined(alone: Browser) -> None:
    a, b = sha_of(alone, "courier.txt"), sha_of(alone, "gazette.txt")
    for one, other in ((a, b), (b, a)):
        page = alone.get(f"/compare?a={one}&b={other}").text
        assert "They count as one origin." in page
        marks = [
            re.search(rf'<mark class="joined" id="{side}-1"[^>]*>(.*?)</mark>', page, re.S) for side in "ab"
        ]
        assert "The Orsa Ferry Company said" in marks[0][1]
        assert marks[0][1].split("<")[0] == marks[1][1].split("<")[0]
    assert "two origins" in alone.get(f"/compare?a={a}&b={sha_of(alone, 'tribune.txt')}").text


def test_a_form_confirms_one_claim_and_the_notice_takes_it_back(alone: Browser) -> None:
    claim = first_claims(alone.ledger, 1)[0]
    answer = alone.post("/decisions", claim=claim, verdict="confirmed", back="/claims?verdict=none")
    assert (answer.status_code, answer.headers["location"]) == (303, "/claims?verdict=none")
    page = alone.get("/claims").text
    assert "1 claim confirmed." in page
    number = re.search(r'name="decision" value="(\d+)"', page)[1]
    assert alone.ledger.claim(claim).verdict == "confirmed"
    alone.post("/undo", decision=number)
    assert alone.ledger.claim(claim).verdict is None


def test_many_claims_are_decided_and_taken_back_at_once(alone: Browser) -> None:
    claims = first_claims(alone.ledger, 5)
    assert alone.get("/claims?checked=all").text.count(" checked>") == 25
    alone.post("/decisions", claim=claims, verdict="rejected", note="not about the fire")
    made = alone.ledger.decisions()
    assert [d.ruling.note for d in made] == ["not about the fire"] * 5
    assert len(alone.ledger.history(1)) == 1
    alone.post("/undo", decision=[d.id for d in made])
    assert all(alone.ledger.claim(claim).verdict is None for claim in claims)


def test_one_bad_claim_among_many_leaves_all_undecided(alone: Browser) -> None:
    claims = [*first_claims(alone.ledger, 2), "no-such-claim"]
    assert alone.post("/decisions", claim=claims, verdict="confirmed").status_code == 400
    assert alone.ledger.decisions() == ()


def test_a_correction_keeps_what_was_read_and_shows_what_is_right(alone: Browser) -> None:
    claim = first_claims(alone.ledger, 1)[0]
    assert alone.post("/decisions", claim=claim, verdict="corrected").status_code == 400
    alone.post("/decisions", claim=claim, verdict="corrected", value="242 passengers", note="the list")
    page = alone.get(f"/claims/{claim}").text
    assert "corrected: 242 passengers" in page
    assert "240" in page


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:x", ""]
)
def test_a_form_leads_only_to_pages_of_the_desk(alone: Browser, back: str) -> None:
    claim = first_claims(alone.ledger, 1)[0]
    answer = alone.post("/decisions", claim=claim, verdict="unsure", back=back)
    assert answer.headers["location"] == "/claims"


def test_a_reviewer_takes_back_only_own_decisions(desk, ledger: Ledger) -> None:
    reviewer, editor = desk("reviewer"), desk("editor")
    claim = first_claims(ledger, 1)[0]
    editor.post("/decisions", claim=claim, verdict="confirmed")
    number = ledger.decisions()[0].id
    assert reviewer.post("/undo", decision=number).status_code == 403
    reviewer.post("/decisions", claim=claim, verdict="rejected")
    own = ledger.decisions(by="the-reviewer")[0].id
    assert reviewer.post("/undo", decision=own).status_code == 303
    assert editor.post("/undo", decision=number).status_code == 303


def test_an_editor_settles_a_finding_and_takes_it_back(alone: Browser) -> None:
    finding = next(
        v.finding for v in alone.ledger.findings().findings if v.finding.property == "passengers taken"
    )
    alone.post(f"/findings/{finding.id}", verdict="settle", own="240", note="the list of the coast guard")
    page = alone.get(f"/findings/{finding.id}").text
    assert "settle 240 by ana. the list of the coast guard" in page
    alone.post("/undo", decision=alone.ledger.decisions()[0].id)
    assert "the list of the coast guard" not in alone.get(f"/findings/{finding.id}").text


def test_the_timeline_tells_what_is_planned(alone: Browser) -> None:
    assert "1 June 2025" in alone.get("/timeline").text


def test_uploaded_reports_are_read_and_known_ones_passed_over(alone: Browser) -> None:
    new = "Mayor Ada Brandt said on March 9, 2025 that 12 boats were inspected in Orsa."
    held = alone.ledger.original(sha_of(alone, "tribune.txt"))
    files = [("report", ("../new.txt", new.encode())), ("report", ("again.txt", held))]
    answer = alone.client.post("/uploads", data={"csrf": alone.csrf()}, files=files, follow_redirects=False)
    place = answer.headers["location"]
    page = waited(alone, place)
    assert "1 new report, 1 known already" in page
    assert "new.txt" in {r.doc for r in alone.ledger.reports()}
    assert "12 boats" in alone.get("/claims?words=boats").text


def waited(browser: Browser, place: str) -> str:
    for _ in range(200):
        page = browser.get(place).text
        if "http-equiv" not in page:
            return page
        time.sleep(0.05)
    raise AssertionError("the upload did not end")


def test_a_broken_upload_says_why(alone: Browser) -> None:
    files = [("report", ("broken.pdf", b"%PDF-1.7 and then nothing"))]
    answer = alone.client.post("/uploads", data={"csrf": alone.csrf()}, files=files)
    assert "broken.pdf" in waited(alone, str(answer.url.path))


@pytest.mark.parametrize(
    "name", ["../../x", "/etc/passwd", "..\\..\\x", "a\x00b", "con\n", "....", ".hidden", "x" * 999]
)
def test_no_file_name_leaves_its_folder(name: str) -> None:
    safe = safe_name(name)
    assert "/" not in safe
    assert "\\" not in safe
    assert safe.isprintable()
    assert not safe.startswith(".")
    assert 0 < len(safe) <= 120


def test_the_report_and_the_workbook_are_made_when_asked_for(alone: Browser) -> None:
    assert alone.get("/exports/protected/dossier.pdf").content.startswith(b"%PDF-")
    book = zipfile.ZipFile(io.BytesIO(alone.get("/exports/protected/dossier.xlsx").content))
    assert "xl/workbook.xml" in book.namelist()
    assert "[^1]: " in alone.get("/exports/protected/dossier.md").text


def test_an_export_holds_the_decisions(alone: Browser) -> None:
    claim = first_claims(alone.ledger, 1)[0]
    before = alone.get("/exports/named/claims.jsonl").text
    alone.post("/decisions", claim=claim, verdict="confirmed")
    after = alone.get("/exports/named/claims.jsonl").text
    assert ("confirmed" in before, "confirmed" in after) == (False, True)
    packed = zipfile.ZipFile(io.BytesIO(alone.get("/exports/protected/dossier.zip").content))
    assert {"index.html", "manifest.json", "claims.csv"} <= set(packed.namelist())


@pytest.mark.parametrize("name", ["../story.ledger", "manifest.json/../x", "nothing.csv"])
def test_only_the_files_on_the_page_are_exported(alone: Browser, name: str) -> None:
    assert alone.get(f"/exports/protected/{name}").status_code == 404


def test_an_original_is_saved_and_never_shown(alone: Browser) -> None:
    answer = alone.get(f"/reports/{sha_of(alone, 'gazette.txt')}/original")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert b"Lindholm" in answer.content


def test_the_api_is_described_and_each_path_of_it_answers(alone: Browser) -> None:
    told = alone.get("/api").json()
    assert told["openapi"].startswith("3.")
    paths = {p for p, methods in told["paths"].items() if "get" in methods and "{" not in p}
    assert {"/api/claims", "/api/findings", "/api/reports", "/api/search"} <= paths
    for path in paths:
        assert alone.get(path, params={"words": "fire"}).status_code == 200
    wrong = alone.client.get("/api/claims?size=0")
    assert (wrong.status_code, list(wrong.json())) == (422, ["error"])


class Outline(HTMLParser):
    """The parts of a page that those depend on who do not see it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.levels: list[int] = []
        self.tags: list[str] = []
        self.nameless: list[str] = []
        self.inside: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.tags.append(tag)
        if "id" in given:
            self.ids.append(given["id"])
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if tag == "label":
            self.inside.append(tag)
        is_field = tag in {"select", "textarea", "progress"} or (
            tag == "input" and given.get("type") not in {"hidden", "submit"}
        )
        named = "label" in self.inside or "aria-label" in given or given.get("id") == "top-words"
        if is_field and not named:
            self.nameless.append(str(given))

    def handle_endtag(self, tag):
        if tag == "label":
            self.inside.pop()


PAGES = [
    "/claims",
    "/claims?verdict=none",
    "/search?words=fire",
    "/reports",
    "/compare",
    "/findings?status=all",
]
PAGES += [
    "/timeline",
    "/people",
    "/uploads",
    "/exports",
    "/history",
    "/team",
    "/account",
    "/sign-in",
    "/nothing",
]


def test_pages_are_built_for_those_who_do_not_see_them(desk, ledger: Ledger) -> None:
    """One title, landmarks, headings in order, unique ids, a name for every field, captions and scoped headings."""
    admin = desk("admin")
    reports = ledger.reports()
    own = [f"/reports/{reports[0].sha256}", f"/compare?a={reports[0].sha256}&b={reports[1].sha256}"]
    own += [f"/claims/{first_claims(ledger, 1)[0]}", f"/findings/{ledger.findings().findings[0].finding.id}"]
    for path in PAGES + own:
        page = admin.get(path).text if path != "/sign-in" else desk(None).get(path).text
        outline = Outline(page)
        assert outline.levels.count(1) == 1, path
        assert all(b - a <= 1 for a, b in zip(outline.levels, outline.levels[1:], strict=False)), path
        assert len(outline.ids) == len(set(outline.ids)), path
        assert not outline.nameless, path
        assert {"main", "header", "title"} <= set(outline.tags), path
        assert outline.tags.count("table") == outline.tags.count("caption"), path
        assert "<th>" not in page, path
        assert '<html lang="en">' in page, path


def test_an_empty_ledger_has_a_desk_too(tmp_path) -> None:
    from fastapi.testclient import TestClient

    from habeas.ledger import Role, open_ledger
    from habeas.web import Settings, create_app

    with open_ledger(tmp_path / "new.ledger") as ledger:
        user = ledger.put_user("rea", "ana", Role.READER, "correct horse battery")
        team, own = create_app(ledger, Settings()), create_app(ledger, Settings(token="t"))
        reader = TestClient(team, base_url="http://127.0.0.1")
        reader.cookies.set("habeas", team.state.desk.sessions.begin("rea", user.since)[0])
        owner = TestClient(own, base_url="http://127.0.0.1")
        owner.get("/enter?token=t")
        for client in (reader, owner):
            for path in (
                "/claims",
                "/findings",
                "/timeline",
                "/reports",
                "/compare",
                "/search?words=x",
                "/exports",
            ):
                assert client.get(path).status_code == 200, path
            assert client.get("/exports/protected/claims.csv").status_code == 400


@pytest.mark.parametrize(
    ("role", "most"),
    [
        ("reader", {"claims": 0, "claim": 0, "report": 0}),
        ("reviewer", {"claims": 4, "claim": 7, "report": 9}),
    ],
)
def test_a_page_asks_the_store_few_questions(desk, ledger: Ledger, role: str, most: dict[str, int]) -> None:
    """Each question to a server waits for its turn there and back: beside one for the state, these are all."""
    someone = desk(role)
    found = ledger.claims().claims[0].claim
    paths = {"claims": "/claims", "claim": f"/claims/{found.id}", "report": f"/reports/{found.report}"}
    asked: list[str] = []
    for path in paths.values():
        assert someone.get(path).status_code == 200
    event.listen(ledger.store.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    for name, path in paths.items():
        asked.clear()
        assert someone.get(path).status_code == 200
        assert len(asked) <= 1 + most[name], "\n".join(asked)


def test_reviewers_and_readers_at_once_lose_no_decision(desk, ledger: Ledger) -> None:
    from concurrent.futures import ThreadPoolExecutor

    claims = first_claims(ledger, 20)
    reviewers, readers = [desk("reviewer") for _ in range(4)], [desk("reader") for _ in range(4)]
    secrets = [reviewer.csrf() for reviewer in reviewers]

    def decide(n: int) -> int:
        fields = {"csrf": secrets[n % 4], "claim": claims[n], "verdict": "confirmed"}
        return reviewers[n % 4].client.post("/decisions", data=fields, follow_redirects=False).status_code

    def read(n: int) -> int:
        return (
            readers[n % 4].get(("/claims", "/search?words=fire", "/findings?status=all")[n % 3]).status_code
        )

    with ThreadPoolExecutor(8) as pool:
        decided, seen = pool.map(decide, range(20)), pool.map(read, range(20))
        assert set(decided) == {303}
        assert set(seen) == {200}
    assert [ledger.claim(claim).verdict for claim in claims] == ["confirmed"] * 20
    assert ledger.audit_verify() == ()
