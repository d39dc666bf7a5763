"""A client that behaves like a browser at the desk."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

from habeas.ledger import Ledger

PASSWORD = "correct horse battery"


@dataclass
class Browser:
    """A client that keeps cookies and sends forms the way that a page does."""

    client: TestClient
    ledger: Ledger

    def get(self, path: str, **more):
        return self.client.get(path, **more)

    def csrf(self) -> str:
        page = self.client.get("/claims").text
        return page.split('name="csrf" content="')[1].split('"')[0]

    def post(self, path: str, **fields):
        return self.client.post(path, data={"csrf": self.csrf(), **fields}, follow_redirects=False)


Opening = Callable[..., Browser]
