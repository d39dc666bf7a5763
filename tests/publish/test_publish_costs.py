"""What a large dossier costs to publish: in line with its reports, whatever one question or one name draws together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from big_dossiers import big_dossier

from cost import growth
from habeas.model.dossier import Dossier
from habeas.publish.catalogue import catalogue
from habeas.publish.exports.formats import format_for
from habeas.publish.site.parts import parts_sheets


def drawn_together(dossier: Dossier) -> Dossier:
    """The dossier with one question that all of its claims answer alike."""
    everyone = tuple(one.id for one in dossier.claims)
    finding = next(one for one in dossier.findings if one.answers)
    answer = replace(finding.answers[0], claims=everyone)
    return replace(dossier, findings=(replace(finding, claims=everyone, answers=(answer,)),))


@pytest.mark.parametrize(("name", "few"), [("sqlite", 250), ("ftm", 700)])
def test_a_format_is_made_in_line_with_the_number_of_reports(name: str, few: int) -> None:
    def making(count: int) -> Callable[[], object]:
        seen = catalogue(drawn_together(big_dossier(count)))
        return lambda: format_for(name).make(seen)

    assert growth(making, few) < 16


def series_of_many(dossier: Dossier, points: int) -> Dossier:
    """The dossier with one series of so many values in the part that has the most entries."""
    part = max(dossier.record.parts, key=lambda one: len(one.entries))
    series = next(one for p in dossier.record.parts for one in p.series if one.points)
    many = replace(series, points=series.points[:1] * points)
    parts = tuple(replace(p, series=(many,)) if p is part else p for p in dossier.record.parts)
    return replace(dossier, record=replace(dossier.record, parts=parts))


def test_the_series_of_a_part_are_put_in_order_once_for_all_of_its_pages() -> None:
    def making(count: int) -> Callable[[], object]:
        seen = catalogue(series_of_many(big_dossier(count), 200 * count))
        return lambda: [sheet.path for sheet in parts_sheets(seen)]

    assert growth(making, 400) < 16
