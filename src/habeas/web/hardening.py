"""Hardening: what holds for every answer, before any page is asked: the host's name, the size, and security headers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from habeas.web.settings import Settings

__all__ = ["POLICY", "Hardened"]

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "x-robots-tag": "noindex, nofollow",
}
_UPLOADS = ("/uploads", "/api/reports")

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


class _TooLargeError(Exception):
    """More came than was allowed."""


class Hardened:
    """An ASGI application around another."""

    def __init__(self, app: App, settings: Settings) -> None:
        self._app, self._settings = app, settings
        headers = dict(_HEADERS)
        if settings.secure:
            headers["strict-transport-security"] = "max-age=31536000"
        self._headers = [(name.encode(), value.encode()) for name, value in headers.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        started = False

        async def sending(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                message["headers"] = self._with_headers(message.get("headers", []))
            await send(message)

        if _host(given.get("host", "")) not in self._settings.hosts:
            await _plain(sending, 421, "This desk is not called by that name.")
            return
        if "\x00" in scope["path"] or b"%00" in scope["query_string"]:
            await _plain(sending, 400, "No address holds that sign.")
            return
        most = self._settings.uploading if scope["path"].startswith(_UPLOADS) else self._settings.form
        length = given.get("content-length", "0")
        if not length.isdecimal() or int(length) > most:
            await _plain(sending, 413, f"More than {most} bytes are not taken.")
            return
        try:
            await self._app(scope, _counted(receive, most), sending)
        except _TooLargeError:
            if not started:
                await _plain(sending, 413, f"More than {most} bytes are not taken.")

    def _with_headers(self, own: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
        """The headers of an answer: nothing is kept by browser or proxy unless the page says so."""
        named = {name.lower() for name, _ in own}
        kept = [] if b"cache-control" in named else [(b"cache-control", b"no-store")]
        return [*own, *self._headers, *kept]


def _host(given: str) -> str:
    """A host without its port.

    >>> _host("127.0.0.1:8765"), _host("[::1]:80"), _host("Desk.Example.org")
    ('127.0.0.1', '[::1]', 'desk.example.org')
    """
    name, _, port = given.rpartition(":")
    return (name if name and port.isdigit() else given).lower()


def _counted(receive: Receive, most: int) -> Receive:
    """`receive`, that stops once more than `most` bytes came, whatever the length said."""
    taken = 0

    async def counting() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise _TooLargeError
        return message

    return counting


async def _plain(send: Send, status: int, words: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": words.encode()})
