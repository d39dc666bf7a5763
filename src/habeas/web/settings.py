"""Settings: who may come in, from where, and how much one visitor may ask for."""

from __future__ import annotations

from dataclasses import dataclass, field

from habeas.read import Limits

__all__ = ["LOCAL_HOSTS", "Settings"]

LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})


@dataclass(frozen=True, slots=True)
class Settings:
    """How a desk is served.

    With a `token` one person works alone, with all rights, under the name `owner`; without, people sign in. `hosts` are
    the names that a browser may call the desk by; any other is refused, so that no foreign name can be pointed at it.
    `limits` hold for each report that is uploaded. `secure`: browsers reach the desk by https only. `requests` is what one visitor may ask for in a minute, `uploading`
    the most bytes of one upload, `idle` the seconds after which a session that nobody uses ends, `longest` those after
    which any does.
    """

    token: str | None = None
    owner: str = "owner"
    hosts: frozenset[str] = LOCAL_HOSTS
    secure: bool = False
    requests: int = 600
    uploading: int = 64 * 1024 * 1024
    form: int = 256 * 1024
    idle: int = 2 * 60 * 60
    longest: int = 12 * 60 * 60
    limits: Limits = field(default_factory=Limits)
