"""An assistant's side of the pipe: the SDK's own client, and what may be asked of every answer."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anyio.from_thread import BlockingPortal
from mcp import StdioServerParameters
from mcp.client.client import Client
from mcp.client.stdio import stdio_client


@dataclass
class Assistant:
    portal: BlockingPortal
    client: Client

    @classmethod
    def connected(cls, portal: BlockingPortal, stack: ExitStack, target: Path, mode: str) -> Assistant:
        command = StdioServerParameters(command=sys.executable, args=["-m", "habeas", "mcp", str(target)])

        async def client() -> Client:
            return Client(stdio_client(command), mode=mode)

        made = portal.call(client)
        stack.enter_context(portal.wrap_async_context_manager(made))
        return cls(portal, made)

    def call(self, tool: str, **arguments: Any) -> Any:
        return self.portal.call(self.client.call_tool, tool, arguments)

    def ask(self, tool: str, **arguments: Any) -> dict[str, Any]:
        """The answer of a tool, which must be the same as text and as data."""
        result = self.call(tool, **arguments)
        told = json.loads(result.content[0].text)
        assert not result.is_error
        assert result.structured_content == told
        return told

    def refused(self, tool: str, **arguments: Any) -> str:
        result = self.call(tool, **arguments)
        assert result.is_error
        return result.content[0].text


def cited(answer: Any) -> Iterator[dict[str, Any]]:
    """Every claim that an answer cites, however deep."""
    if isinstance(answer, dict):
        if "quote" in answer and "claim" in answer:
            yield answer
        for part in answer.values():
            yield from cited(part)
    elif isinstance(answer, list):
        for part in answer:
            yield from cited(part)


def everything(assistant: Assistant) -> Iterator[tuple[str, dict[str, Any]]]:
    """What each tool answers when asked for as much as it may give."""
    for tool in ("about",):
        yield tool, assistant.ask(tool)
    for tool, most in (
        ("search_claims", 50),
        ("findings", 30),
        ("checks", 30),
        ("reports", 50),
        ("unclaimed", 50),
    ):
        offset: int | None = 0
        while offset is not None and offset < 200:
            answer = assistant.ask(tool, limit=most, offset=offset)
            yield tool, answer
            offset = answer.get("next_offset")
    found = {
        name: assistant.ask(name, limit=8) for name in ("findings", "checks", "search_claims", "reports")
    }
    for finding in found["findings"]["findings"]:
        yield "why", assistant.ask("why", id=finding["finding"])
    for check in found["checks"]["checks"]:
        yield "why", assistant.ask("why", id=check["check"])
    for claim in found["search_claims"]["claims"]:
        yield "get_claim", assistant.ask("get_claim", claim=claim["claim"])
    for report in found["reports"]["reports"]:
        yield "read_report", assistant.ask("read_report", doc=report["doc"], length=6000)
    yield "law_on", assistant.ask("law_on", date="2025-03-16")
