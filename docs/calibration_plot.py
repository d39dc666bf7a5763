"""The calibration plot as SVG: stated confidence across, the share of claims that is right upwards."""

from __future__ import annotations

from figures import Result

__all__ = ["calibration_plot"]

_SIDE, _LEFT, _TOP = 320, 56, 24
_SERIES = (
    ("calibration", "PolNeAR dev", "quotations, PolNeAR dev", "#0b6e99", "circle"),
    ("calibration", "PolNeAR test", "quotations, PolNeAR test", "#b35900", "square"),
    (
        "calibration_by_hand",
        "the reading by hand, all kinds",
        "other kinds, read by hand",
        "#5b3a8c",
        "diamond",
    ),
)


def calibration_plot(results: dict[str, Result]) -> str:
    """The picture: a perfect forecaster's marks lie on the dashed line; a mark's area grows with its claims."""
    width, height = _LEFT + _SIDE + 230, _TOP + _SIDE + 56
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'role="img" font-family="system-ui, sans-serif" font-size="12">',
        "<title>Stated confidence against the share of claims that is right</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        *_axes(),
    ]
    for n, (bench, title, label, colour, shape) in enumerate(_SERIES):
        rows = results[bench].tables.get(title, {}) if bench in results else {}
        points = [
            (row["confidence"] or 0, row["right"] or 0, row["claims"] or 0)
            for name, row in rows.items()
            if name != "all"
        ]
        lines += [_mark(_x(c), _y(r), 3 + (count**0.5) / 4, colour, shape) for c, r, count in points]
        lines.append(_mark(_LEFT + _SIDE + 24, _TOP + 14 + 22 * n, 5, colour, shape))
        lines.append(f'<text x="{_LEFT + _SIDE + 38}" y="{_TOP + 18 + 22 * n}" fill="#222222">{label}</text>')
    return "\n".join([*lines, "</svg>"]) + "\n"


def _axes() -> list[str]:
    lines = [
        f'<rect x="{_LEFT}" y="{_TOP}" width="{_SIDE}" height="{_SIDE}" fill="none" stroke="#888888"/>',
        f'<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="#888888" stroke-dasharray="4 4"/>',
        f'<text x="{_LEFT + _SIDE / 2:.0f}" y="{_TOP + _SIDE + 42}" text-anchor="middle" fill="#222222">stated confidence</text>',
        f'<text x="16" y="{_TOP + _SIDE / 2:.0f}" text-anchor="middle" fill="#222222" '
        f'transform="rotate(-90 16 {_TOP + _SIDE / 2:.0f})">share that is right</text>',
    ]
    for fifth in range(6):
        at = fifth / 5
        lines.append(
            f'<text x="{_x(at)}" y="{_TOP + _SIDE + 18}" text-anchor="middle" fill="#222222">{at:g}</text>'
        )
        lines.append(f'<text x="{_LEFT - 8}" y="{_y(at) + 4}" text-anchor="end" fill="#222222">{at:g}</text>')
    return lines


def _mark(x: float, y: float, size: float, colour: str, shape: str) -> str:
    fill = f'fill="{colour}" fill-opacity="0.75"'
    if shape == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" {fill}/>'
    turn = f' transform="rotate(45 {x:.1f} {y:.1f})"' if shape == "diamond" else ""
    return f'<rect x="{x - size:.1f}" y="{y - size:.1f}" width="{2 * size:.1f}" height="{2 * size:.1f}" {fill}{turn}/>'


def _x(share: float) -> float:
    return round(_LEFT + share * _SIDE, 1)


def _y(share: float) -> float:
    return round(_TOP + (1 - share) * _SIDE, 1)
