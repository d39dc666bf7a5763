"""Endpoint: where a second reader is, by which name it goes, and what may be sent there."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from habeas.errors import UsageError

__all__ = ["KEY", "Endpoint", "endpoint"]

KEY = "HABEAS_READER_KEY"
"""The environment variable that holds the key of an endpoint that wants one."""

_KIND = "openai:"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible endpoint and the model to ask there. `key` is in no text that is made of this."""

    scheme: str
    host: str
    port: int
    path: str
    model: str
    seconds: float
    key: str | None = field(default=None, repr=False)

    @property
    def name(self) -> str:
        """What its claims are marked with."""
        return f"{_KIND}{self.model}"

    @property
    def address(self) -> str:
        """Where it is."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}{self.path}"

    @property
    def is_here(self) -> bool:
        """Whether it is on this machine."""
        return _is_here(self.host)


def endpoint(reader: str, model: str | None, seconds: float, key: str | None = None) -> Endpoint:
    """The endpoint that `--reader` names. Raises UsageError.

    >>> endpoint("openai:http://127.0.0.1:8080/v1/", "small", 60).address
    'http://127.0.0.1:8080/v1'
    """
    if not reader.startswith(_KIND):
        raise UsageError(f"--reader {reader}: write it as openai:http://127.0.0.1:8080/v1")
    address = reader.removeprefix(_KIND)
    try:
        parts = urlsplit(address)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise UsageError(f"--reader {reader}: {error}") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError(f"--reader {reader}: the address must begin with http:// or https:// and a host")
    if parts.username is not None or parts.query or parts.fragment:
        raise UsageError(
            f"--reader: give the address without user, password, ? and #; a key goes into the variable {KEY}"
        )
    if not address.isascii() or any(sign.isspace() or ord(sign) < 32 for sign in address):
        raise UsageError("--reader: the address holds a sign that no address has")
    if not model or not model.isprintable() or len(model) > 200:
        raise UsageError("--reader needs --reader-model NAME: the model to ask there")
    if key is not None and not (key.isascii() and key.isprintable()):
        raise UsageError(f"the variable {KEY} holds a sign that no key has")
    if key and parts.scheme == "http" and not _is_here(parts.hostname):
        raise UsageError(
            f"--reader {reader}: a key is not sent over http:// to another machine; use https://"
        )
    return Endpoint(parts.scheme, parts.hostname, port, parts.path.rstrip("/"), model, seconds, key or None)


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
