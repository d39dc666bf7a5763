"""A visitor of a desk over one kept connection: as little of a browser as a bench needs, so that it takes no time."""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import dataclass
from urllib.parse import urlencode

__all__ = ["Visitor", "entered"]

_SECRET = re.compile(rb'name="csrf" content="([^"]+)"')
_COOKIE = re.compile(rb"set-cookie: (habeas=[^;]+)", re.IGNORECASE)
_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


@dataclass
class Visitor:
    """Somebody who is signed in."""

    name: str
    port: int
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    cookie: str = ""
    secret: str = ""

    async def ask(self, path: str, body: object = None) -> tuple[int, bytes]:
        """The status and content of the answer: of a page, or, where there is a body, of what is posted as JSON."""
        if body is None:
            return (await self._asked(f"GET {path}", b"", ""))[:2]
        kind = f"content-type: application/json\r\nx-csrf-token: {self.secret}\r\n"
        return (await self._asked(f"POST {path}", json.dumps(body).encode(), kind))[:2]

    async def _asked(self, line: str, content: bytes, more: str) -> tuple[int, bytes, bytes]:
        head = (
            f"{line} HTTP/1.1\r\nhost: 127.0.0.1:{self.port}\r\ncookie: {self.cookie}\r\n{more}"
            f"content-length: {len(content)}\r\n\r\n"
        )
        if self.reader.at_eof() or self.writer.is_closing():
            # The desk closes a connection that was quiet for long; a browser opens another.
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        self.writer.write(head.encode() + content)
        told = await self.reader.readuntil(b"\r\n\r\n")
        found = _LENGTH.search(told)
        return int(told[9:12]), await self.reader.readexactly(int(found[1]) if found else 0), told

    async def enter(self, password: str) -> None:
        """Sign in and learn the secret that forms need."""
        fields = urlencode({"name": self.name, "password": password}).encode()
        kind = "content-type: application/x-www-form-urlencoded\r\n"
        status, content, told = await self._asked("POST /sign-in", fields, kind)
        cookie = _COOKIE.search(told)
        assert cookie is not None, (status, content)
        self.cookie = cookie[1].decode()
        page = (await self.ask("/exports"))[1]
        found = _SECRET.search(page)
        assert found is not None
        self.secret = found[1].decode()

    def close(self) -> None:
        """Leave."""
        self.writer.close()


async def entered(port: int, name: str, password: str) -> Visitor:
    """A visitor who has signed in."""
    visitor = Visitor(name, port, *await asyncio.open_connection("127.0.0.1", port))
    await visitor.enter(password)
    return visitor
