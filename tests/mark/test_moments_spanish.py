"""Spanish moments, each read on Thursday 27 March 2025."""

from __future__ import annotations

import pytest

from habeas.mark.moments import moments
from habeas.mark.tokens import tokens
from habeas.model.report import Block, BlockKind, Fact, Report
from habeas.model.span import Span

CASES = [
    ("El puente cayó el 3 de junio de 2019.", ["el 3 de junio de 2019 = 2019-06-03"]),
    ("El puente cayó el 3 de junio del año pasado.", ["el 3 de junio del año pasado = 2024-06-03"]),
    ("La feria será del 4 al 6 de abril.", ["4 al 6 de abril = 2025-04-04"]),
    ("El alcalde renunció el miércoles.", ["el miércoles = 2025-03-26"]),
    ("El alcalde renunció el lunes pasado.", ["el lunes pasado = 2025-03-24"]),
    ("El consejo votará el próximo lunes.", ["el próximo lunes = 2025-03-31"]),
    ("Llovió la semana pasada.", ["la semana pasada = 2025-W12"]),
    ("Los precios subieron el mes pasado.", ["el mes pasado = 2025-02"]),
    ("El barco zarpó hace dos días.", ["hace dos días = 2025-03-25"]),
    ("La mina cerró hace tres años.", ["hace tres años = 2022"]),
    (
        "La presa se inició en mayo de 2016 y se inauguró un año después.",
        ["mayo de 2016 = 2016-05", "un año después = 2017-05"],
    ),
    ("Murió hace más de dos años.", ["hace más de dos años = 2023"]),
    ("En 2023 hubo sequía.", ["2023 = 2023"]),
    ("No hay clases desde febrero.", ["febrero = 2025-02"]),
    ("La ley vence a finales de mayo de 2026.", ["finales de mayo de 2026 = 2026-05"]),
    ("Las obras empezaron a principios de 2024.", ["principios de 2024 = 2024"]),
    ("Esta semana se reunieron los ministros.", ["Esta semana = 2025-W13"]),
    ("El próximo año habrá censo.", ["El próximo año = 2026"]),
    ("El mes que viene abre la planta.", ["El mes que viene = 2025-04"]),
    ("Ayer por la tarde hubo un apagón.", ["Ayer por la tarde = 2025-03-26TAF"]),
    ("Hoy se firmó el pacto.", ["Hoy = 2025-03-27"]),
    ("El tribunal decide mañana.", ["mañana = 2025-03-28"]),
    ("Lo vieron por la mañana en el puerto.", []),
    ("Esta mañana cerraron la vía.", ["Esta mañana = 2025-03-27TMO"]),
    ("Anoche tembló la tierra.", ["Anoche = 2025-03-26TNI"]),
    ("Estuvo preso durante dos años.", ["dos años = P2Y"]),
    ("El plazo es de 30 días.", ["30 días = P30D"]),
    ("En los últimos tres meses hubo huelgas.", ["los últimos tres meses = P3M"]),
    ("El autobús pasa cada día.", ["cada día = P1D"]),
    ("El mercado abre todos los días.", ["todos los días = P1D"]),
    ("Pagan 300 dólares al mes.", ["al mes = P1M"]),
    ("El fuerte es del siglo XVIII.", ["siglo XVIII = 17"]),
    ("Creció en la década de 1980.", ["la década de 1980 = 198"]),
    ("Bajó en el tercer trimestre de 2022.", ["el tercer trimestre de 2022 = 2022-Q3"]),
    ("Ardió en el verano de 2021.", ["el verano de 2021 = 2021-SU"]),
    ("El domingo 9 de marzo votaron.", ["El domingo 9 de marzo = 2025-03-09"]),
    (
        "Murió el 2 de abril de 2010 y al día siguiente lo enterraron.",
        ["el 2 de abril de 2010 = 2010-04-02", "al día siguiente = 2010-04-03"],
    ),
    ("Había 1500 soldados y 2000 presos.", []),
    ("Domingo Pérez habló con la prensa.", []),
    ("Los viernes hay mercado.", ["Los viernes = XXXX-WXX-5"]),
    ("Actualmente no hay agua.", ["Actualmente = PRESENT_REF"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_spanish_moment_is_marked_with_its_timex_value(text: str, expected: list[str]) -> None:
    block = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
    report = Report(
        "a.txt", "", "text/plain", "utf-8", text, (block,), "es", published=Fact("2025-03-27", "argument")
    )
    assert [f"{m.span.of(text)} = {m.timex}" for m in moments(report, tokens(report), ())] == expected
