"""Serving: the tools over standard input and output, with the official SDK of the Model Context Protocol."""

from __future__ import annotations

import json

import anyio
import mcp_types as types
from mcp.server import Server
from mcp.server.context import ServerRequestContext
from mcp.server.stdio import stdio_server

import habeas
from habeas.assistant.archive import Archive
from habeas.assistant.arguments import schema
from habeas.assistant.tools import INSTRUCTIONS, TOOLS, Tool, answer
from habeas.errors import UsageError

__all__ = ["serve"]


def serve(archive: Archive) -> None:
    """Answer one assistant on standard input and output until it hangs up."""
    server = _server(archive)

    async def run() -> None:
        async with stdio_server() as (incoming, outgoing):
            await server.run(incoming, outgoing, server.create_initialization_options())

    anyio.run(run)


def _server(archive: Archive) -> Server[dict[str, object]]:
    async def list_tools(
        _ctx: ServerRequestContext, _params: types.PaginatedRequestParams | None
    ) -> types.ListToolsResult:
        return types.ListToolsResult(tools=[_described(tool) for tool in TOOLS])

    async def call_tool(
        _ctx: ServerRequestContext, params: types.CallToolRequestParams
    ) -> types.CallToolResult:
        try:
            told = answer(archive, params.name, params.arguments)
        except UsageError as error:
            return types.CallToolResult(
                content=[types.TextContent(type="text", text=str(error))], is_error=True
            )
        text = json.dumps(told, ensure_ascii=False)
        return types.CallToolResult(
            content=[types.TextContent(type="text", text=text)], structured_content=told
        )

    return Server(
        "habeas",
        version=habeas.__version__,
        title="habeas: an accountable record of reports",
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def _described(tool: Tool) -> types.Tool:
    return types.Tool(
        name=tool.name,
        title=tool.title,
        description=tool.meaning,
        input_schema=schema(tool.parameters),
        annotations=types.ToolAnnotations(
            read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
        ),
    )
