"""Asking: one text sent to the endpoint, one answer or the reason why there is none."""

from __future__ import annotations

import http.client
import json
import socket
import ssl
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from threading import Timer

from habeas.second_reader.address import Endpoint

__all__ = ["LARGEST", "Answer", "NoAnswer", "ask"]

LARGEST = 1_000_000
"""Bytes of an answer. Claims of a text of some thousand characters take a fiftieth of it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model said; where what came cannot be used at all, `fault` says why and `content` is empty."""

    content: str
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """Why nothing came that could be kept: a later run asks again."""

    reason: str


def ask(endpoint: Endpoint, system: str, text: str) -> Answer | NoAnswer:
    """Ask once, for at most `endpoint.seconds` in all. No redirect is followed and no proxy is used."""
    body = {
        "model": endpoint.model,
        "messages": [{"role": "system", "content": system}, {"role": "user", "content": text}],
        "temperature": 0,
        "stream": False,
    }
    sent = json.dumps(body).encode()
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    try:
        return _exchanged(endpoint, sent, headers)
    except TimeoutError:
        return NoAnswer(_late(endpoint))
    except ssl.SSLError:
        return NoAnswer("the endpoint's certificate or encryption was refused")
    except (OSError, http.client.HTTPException) as error:
        return NoAnswer(f"the connection failed ({type(error).__name__})")


def _exchanged(endpoint: Endpoint, sent: bytes, headers: Mapping[str, str]) -> Answer | NoAnswer:
    connection = _connection(endpoint)
    began = time.monotonic()
    connection.connect()
    # A socket's own time limit is for each piece: a server that drips one byte a second would never reach it.
    door = connection.sock
    watch = Timer(max(0.01, endpoint.seconds - (time.monotonic() - began)), _shut, (door,))
    watch.daemon = True
    watch.start()
    try:
        connection.request("POST", f"{endpoint.path}/chat/completions", sent, dict(headers))
        response = connection.getresponse()
        if response.status != http.client.OK:
            return NoAnswer(f"the endpoint answered HTTP {response.status}")
        content = response.read(LARGEST + 1)
        whole = not response.length or len(content) > LARGEST
    except (OSError, http.client.HTTPException):
        if time.monotonic() - began >= endpoint.seconds:
            return NoAnswer(_late(endpoint))
        raise
    finally:
        watch.cancel()
        connection.close()
    if time.monotonic() - began >= endpoint.seconds:
        return NoAnswer(_late(endpoint))
    if not whole:
        return NoAnswer("the connection failed (IncompleteRead)")
    return _said(content)


def _connection(endpoint: Endpoint) -> http.client.HTTPConnection:
    if endpoint.scheme == "https":
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(
            endpoint.host, endpoint.port, timeout=endpoint.seconds, context=context
        )
    return http.client.HTTPConnection(endpoint.host, endpoint.port, timeout=endpoint.seconds)


def _shut(door: socket.socket) -> None:
    with suppress(OSError):
        door.shutdown(socket.SHUT_RDWR)


def _late(endpoint: Endpoint) -> str:
    return f"no answer within {endpoint.seconds:g} seconds"


def _said(content: bytes) -> Answer:
    """What the model says inside the endpoint's envelope."""
    if len(content) > LARGEST:
        return Answer("", f"the answer is larger than {LARGEST:,} bytes")
    try:
        said = json.loads(content)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return Answer("", "the answer is no chat completion")
    return Answer(said) if isinstance(said, str) else Answer("", "the answer is no chat completion")
