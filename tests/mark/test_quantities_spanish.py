"""Quantities in Spanish: separators, number words, bounds and sums of money as the press writes them."""

from __future__ import annotations

import pytest

from habeas.mark.quantities import quantities
from habeas.mark.sentences import sentences
from habeas.mark.tokens import tokens
from habeas.model.marks import Quantity
from habeas.model.report import Block, BlockKind, Report
from habeas.model.span import Span


def marked(text: str) -> list[Quantity]:
    blocks = (Block(Span(0, len(text)), BlockKind.PARAGRAPH),)
    page = Report("a.txt", "0" * 64, "text/plain", "utf-8", text, blocks, "es")
    words = tokens(page)
    return list(quantities(page, words, sentences(page, words), ()))


def told(text: str) -> list[str]:
    """Each quantity as "kind comparator value unit/per"."""
    return [_told(q) for q in marked(text)]


def _told(q: Quantity) -> str:
    value = f"{q.value:.4g}" if isinstance(q.value, float) else str(q.value)
    high = "" if q.value_max is None else f"..{q.value_max}"
    return (
        f"{q.kind} {q.comparator} {value}{high}{f' {q.unit}' if q.unit else ''}{f'/{q.per}' if q.per else ''}"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El puerto recibió 1.200 contenedores.", ["count exact 1200"]),
        ("El puerto recibió 1 200 contenedores.", ["count exact 1200"]),
        ("Llegaron 1.234.567 turistas.", ["count exact 1234567"]),
        ("La inflación fue de 3,5 puntos.", ["count exact 3.5"]),
        ("Doscientos sesenta y tres mineros salieron.", ["count exact 263"]),
        ("Veintidós barcos zarparon.", ["count exact 22"]),
        ("Hubo mil doscientas denuncias.", ["count exact 1200"]),
        ("Cien mil árboles cayeron.", ["count exact 100000"]),
        ("Un millón y medio de vacunas llegaron.", ["count exact 1500000"]),
        ("Tres docenas de casas ardieron.", ["count exact 36"]),
        ("El plan cuesta 6 mil millones de dólares.", ["money exact 6000000000 USD"]),
        ("El plan cuesta seis millones de dólares.", ["money exact 6000000 USD"]),
        ("El plan cuesta 3,4 millones de euros.", ["money exact 3400000 EUR"]),
        ("Pagó US$ 40.", ["money exact 40 USD"]),
        ("Pagó 500 pesos mexicanos.", ["money exact 500 MXN"]),
        ("La multa es de hasta 750 dólares por día.", ["money at_most 750 USD/day"]),
        ("Gana 900 euros al mes.", ["money exact 900 EUR/month"]),
        ("Al menos 40 mineros siguen atrapados.", ["count at_least 40"]),
        ("Por lo menos seis puentes cayeron.", ["count at_least 6"]),
        ("La sala admite hasta 900 invitados.", ["count at_most 900"]),
        ("Más de 80 escuelas cerraron.", ["count more_than 80"]),
        ("Menos de 20 linces quedan.", ["count less_than 20"]),
        ("Casi 600 bailarines actuaron.", ["count approx 600"]),
        ("Cerca de 90 buques esperan.", ["count approx 90"]),
        ("Unos 250 agricultores protestaron.", ["count approx 250"]),
        ("Alrededor de 7.500 entradas se vendieron.", ["count approx 7500"]),
        ("Diez o más testigos hablaron.", ["count at_least 10"]),
        ("El estadio tiene una capacidad máxima de 62.000 espectadores.", ["count at_most 62000"]),
        ("Cada bus lleva entre 45 y 50 alumnos.", ["count range 45..50"]),
        ("Habrá de 10 a 15 paradas.", ["count range 10..15"]),
        ("Dos o tres disparos sonaron.", ["count range 2..3"]),
        ("La cuota pasó de 30 a 50 dólares.", ["count exact 30", "money exact 50 USD"]),
        ("El paro es del 35 %.", ["percent exact 35 %"]),
        ("El treinta y cinco por ciento votó.", ["percent exact 35 %"]),
        ("Dos tercios de los pozos están secos.", ["fraction exact 0.6667"]),
        ("La mitad de la cosecha se perdió.", ["fraction exact 0.5"]),
        ("Una quinta parte de los pozos se secó.", ["fraction exact 0.2"]),
        ("La tercera parte de los pozos se secó.", ["fraction exact 0.3333"]),
        ("Tres cuartas partes de los pozos se secaron.", ["fraction exact 0.75"]),
        ("De los pozos, 4 corresponden al norte.", ["count exact 4"]),
        (
            "La ruta mide unos 72 kilómetros (45 millas).",
            ["measure approx 72 kilometers", "measure approx 45 miles"],
        ),
        ("Ardieron 3.000 hectáreas.", ["measure exact 3000 hectares"]),
        ("Esperó más de 30 días.", ["duration more_than 30 days"]),
        ("El puente reabrió un año después.", ["duration approx 1 years"]),
        ("Un hombre de 34 años ganó.", ["age exact 34 years"]),
        ("Recibió una condena de 34 años.", ["duration exact 34 years"]),
        (
            "Los precios se triplicaron más, y la deuda se duplicó.",
            ["multiple exact 3 times", "multiple exact 2 times"],
        ),
        ("Fue detenida tres veces.", ["count exact 3 times"]),
        ("El pleno lo aprobó por 5 votos contra 4.", ["vote exact 5-4"]),
        ("Cientos de campesinos marcharon.", ["vague at_least cientos"]),
        ("Miles de aves huyeron.", ["vague at_least miles"]),
        ("Varios pueblos quedaron aislados.", ["vague approx varios"]),
        ("Construirán otra escuela.", ["count exact 1"]),
    ],
)
def test_every_number_is_marked_with_its_value_bound_and_unit(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "El artículo 14 de la norma rige.",
        "En 2019 cerró el molino.",
        "La ley de 1987 caducó.",
        "Empezó a las 10:30 de la noche.",
        "El 3 de marzo hubo feria.",
        "Aterrizó un Boeing 747.",
        "El local ganó el partido 3-1.",
        "La COVID-19 cerró la fábrica.",
        "Una mujer compró un pan.",
    ],
)
def test_numbers_that_name_or_date_a_thing_are_no_quantities(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Cientos de campesinos marcharon.", "campesinos"),
        ("Al menos 61 muertes ocurrieron.", "muertes"),
        ("Tres choferes jubilados demandaron.", "choferes"),
    ],
)
def test_what_is_counted_is_the_noun_after_the_number(text, noun):
    first = marked(text)[0]
    assert first.noun is not None
    assert first.noun.of(text) == noun
