"""Where something lies: on this machine, or in a store that a URL names."""

from __future__ import annotations

from pathlib import Path

__all__ = ["absolute", "is_url", "local_path"]


def is_url(place: str) -> bool:
    """Whether `place` names a store by its scheme ("s3://bucket/reports") and is no path.

    >>> is_url("s3://news/2024"), is_url("file:///srv/news"), is_url("news/2024.warc.gz")
    (True, True, False)
    """
    scheme, found, _ = place.partition("://")
    return bool(found) and scheme.replace("+", "").isalnum()


def local_path(place: str) -> Path | None:
    """The path that `place` means on this machine; None where it lies in a store."""
    if place.startswith("file://"):
        return Path(place.removeprefix("file://"))
    return None if is_url(place) else Path(place)


def absolute(place: str) -> str:
    """`place` as any process of this machine finds it, whatever folder it stands in."""
    path = local_path(place)
    return place if path is None else str(path.absolute())
