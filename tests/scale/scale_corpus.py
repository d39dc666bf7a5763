"""A small crawl in every form that is read, with the tail of its web archive cut off; and two dossiers compared."""

from __future__ import annotations

import gzip
import json
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from habeas.flow import build
from habeas.publish import publish

TOWNS = ("Arlen", "Brook", "Calder", "Denby", "Elston", "Farrow", "Garth", "Holme")


def story(number: int) -> str:
    """A report of our own: numbers, a quotation, a day, a person."""
    town, day = TOWNS[number % len(TOWNS)], date(2024, 3, 1) + timedelta(number)
    lines = [
        f"{town} Prison Takes {120 + number} More",
        f"Published {day:%B %d, %Y}",
        f"The prison of {town} took in {120 + number} people on Monday, its director Ana Ruiz said.",
        f'"We hold {4000 + 7 * number} now, and there is room for {9000 + number}," Ruiz said.',
        f"A court in {town} blocked {number + 2} further flights in a ruling by Judge Tom Reed.",
        f"According to the ministry, {number + 3} buses left at {number % 12 + 1} p.m. for the airport.",
        f"The town pays ${(number + 1) * 25_000:,} a year for it, a tenth more than in {2010 + number % 10}.",
    ]
    return "\n\n".join([*lines, *lines[2:]]) + "\n"


def page(number: int) -> bytes:
    """The same kind of report as a web page."""
    head, dated, *rest = story(number).strip().split("\n\n")
    body = "".join(f"<p>{line}</p>" for line in rest)
    article = f"<article><h1>{head}</h1><p>{dated}</p>{body}</article>"
    return f"<html><head><title>{head}</title></head><body>{article}</body></html>".encode()


def archived(number: int) -> bytes:
    """A WARC record of a page, compressed by itself."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(number)
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://{number}.example/\r\n"
        f"WARC-Record-ID: <urn:uuid:{number}>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n", mtime=0)


def crawl(folder: Path, texts: int = 12) -> Path:
    """A folder with `texts` text files, and six more reports each as JSONL, Parquet and web archive.

    The archive lacks its last bytes, so that of its six pages five are whole.
    """
    for number in range(texts):
        path = folder / TOWNS[number % 3] / f"{number:03}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(story(number), "utf-8")
    rows = [{"text": story(100 + n), "published": f"2024-05-{n + 1:02}"} for n in range(6)]
    (folder / "feed.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    table = [
        {"doc": f"https://p{n}.example/", "bytes": page(200 + n), "published": date(2024, 6, n + 1)}
        for n in range(6)
    ]
    parquet.write_table(pa.Table.from_pylist(table), folder / "table.parquet")
    whole = b"".join(archived(300 + n) for n in range(6))
    (folder / "crawl.warc.gz").write_bytes(whole[:-150])
    return folder


def one_machine(folder: Path, out: Path) -> Path:
    """The dossier that this machine makes of the folder by itself."""
    publish(build([folder]), out)
    return out


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its name in it."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }
