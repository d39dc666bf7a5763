"""What tracing costs by the number of reports: the table of scale.md, and its curve as SVG on two logarithmic axes."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from figures import Result

__all__ = ["copies_block", "copies_plot", "exponent"]

_TABLE = "by number of reports"
_HABEAS, _FULL, _PEER = "habeas, light marks", "habeas, full marks", "minhash lsh"
_ROW = re.compile(r"(.+), ([\d,]+)$")
_WIDTH, _HEIGHT, _LEFT, _TOP = 420, 260, 64, 20
_SERIES = ((_HABEAS, "#0b6e99"), (_PEER, "#b35900"))
_DECADES_X, _DECADES_Y = (3, 6), (0, 4)

Row = dict[str, float | int | None]


def exponent(result: Result) -> float:
    """The slope of the logarithm of seconds over that of reports, by least squares over all sizes."""
    points = [(math.log(n), math.log(float(row["cpu seconds"] or 1))) for n, row in _rows(result, _HABEAS)]
    mean_x, mean_y = (sum(axis) / len(points) for axis in zip(*points, strict=True))
    spread = sum((x - mean_x) ** 2 for x, _ in points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / spread


def copies_block(result: Result) -> Iterator[str]:
    """The table, one line a size."""
    full, peer = dict(_rows(result, _FULL)), dict(_rows(result, _PEER))
    yield "| reports | recall | precision | processor seconds | peak MB of joining | full marks: recall, precision | MinHash LSH: recall, precision, seconds |"
    yield "|---|---|---|---|---|---|---|"
    for size, row in _rows(result, _HABEAS):
        cells = [
            f"{size:,}",
            _share(row, "recall"),
            _share(row, "precision"),
            f"{row['cpu seconds']:,.0f}",
            f"{row['peak MB']:,.0f}",
            f"{_share(full[size], 'recall')}, {_share(full[size], 'precision')}"
            if size in full
            else "not run",
            f"{_share(peer[size], 'recall')}, {_share(peer[size], 'precision')}, {peer[size]['cpu seconds']:,.0f}"
            if size in peer
            else "not run",
        ]
        yield f"| {' | '.join(cells)} |"
    yield ""
    yield f"The cost grows with the number of reports to the power of **{exponent(result):.2f}**; habeas {result.habeas[:10]}."


def copies_plot(result: Result) -> str:
    """The picture: a straight line of slope one is a cost that grows with the reports alone."""
    width, height = _LEFT + _WIDTH + 170, _TOP + _HEIGHT + 50
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'role="img" font-family="system-ui, sans-serif" font-size="12">',
        "<title>Processor seconds of tracing by the number of reports</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        *_axes(),
    ]
    for number, (series, colour) in enumerate(_SERIES):
        points = [(_x(size), _y(float(row["cpu seconds"] or 1))) for size, row in _rows(result, series)]
        path = " ".join(f"{x},{y}" for x, y in points)
        lines.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        lines += [f'<circle cx="{x}" cy="{y}" r="4" fill="{colour}"/>' for x, y in points]
        top = _TOP + 14 + 22 * number
        lines.append(f'<circle cx="{_LEFT + _WIDTH + 20}" cy="{top}" r="4" fill="{colour}"/>')
        lines.append(f'<text x="{_LEFT + _WIDTH + 32}" y="{top + 4}" fill="#222222">{series}</text>')
    return "\n".join([*lines, "</svg>"]) + "\n"


def _rows(result: Result, series: str) -> Sequence[tuple[int, Row]]:
    found = []
    for name, row in result.tables[_TABLE].items():
        named = _ROW.match(name)
        if named and named[1] == series:
            found.append((int(named[2].replace(",", "")), dict(row)))
    return sorted(found, key=lambda item: item[0])


def _share(row: Row, name: str) -> str:
    return f"{float(row[name] or 0):.4f}"


def _axes() -> list[str]:
    lines = []
    for power in range(_DECADES_X[0], _DECADES_X[1] + 1):
        x = _x(10**power)
        lines.append(f'<line x1="{x}" x2="{x}" y1="{_TOP}" y2="{_TOP + _HEIGHT}" stroke="#dddddd"/>')
        lines.append(
            f'<text x="{x}" y="{_TOP + _HEIGHT + 18}" text-anchor="middle" fill="#222222">{10**power:,}</text>'
        )
    for power in range(_DECADES_Y[0], _DECADES_Y[1] + 1):
        y = _y(10**power)
        lines.append(f'<line x1="{_LEFT}" x2="{_LEFT + _WIDTH}" y1="{y}" y2="{y}" stroke="#dddddd"/>')
        lines.append(
            f'<text x="{_LEFT - 8}" y="{y + 4}" text-anchor="end" fill="#222222">{10**power:,} s</text>'
        )
    lines.append(
        f'<text x="{_LEFT + _WIDTH / 2:.0f}" y="{_TOP + _HEIGHT + 40}" text-anchor="middle" fill="#222222">reports</text>'
    )
    return lines


def _x(size: float) -> float:
    low, high = _DECADES_X
    return round(_LEFT + _WIDTH * (math.log10(size) - low) / (high - low), 1)


def _y(seconds: float) -> float:
    low, high = _DECADES_Y
    return round(_TOP + _HEIGHT * (1 - (math.log10(seconds) - low) / (high - low)), 1)
