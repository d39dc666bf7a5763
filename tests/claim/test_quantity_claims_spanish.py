"""What a Spanish number is said of, and what it says."""

import pytest
from reporting_sentences import numbers

# text, value, subject (a part of it), property
TABLE = [
    ("Al menos 32 personas murieron en un incendio en Ciudad Juárez.", 32, "", "deaths"),
    ("La cárcel de Lurigancho tiene capacidad para 3.200 reclusos, pero alberga a más de 9.000.", 3200, "Lurigancho", "capacity"),
    ("La cárcel de Lurigancho tiene capacidad para 3.200 reclusos, pero alberga a más de 9.000.", 9000, "Lurigancho", "inmates held"),
    ("El gobierno pagará 20 millones de dólares por la custodia.", 20_000_000, "gobierno", "payment"),
    ("La ministra afirmó que 1.500 migrantes fueron enviados a la frontera.", 1500, "migrantes", "people transferred"),
    ("Según la ONG, 153 personas han muerto bajo custodia.", 153, "", "deaths"),
    ("El tribunal votó 7-2 a favor de la ley.", "7-2", "tribunal", "vote"),
    ("Cada celda mide 30 metros cuadrados y aloja a unas 80 personas.", 80, "celda", "inmates per cell"),
    ("Cada celda mide 30 metros cuadrados.", 30, "celda", "area"),
    ("La población penitenciaria del país pasó de 36.000 en 2019 a 98.000 en 2024.", 98_000, "población", "prison population"),
    ("El 45 % de los presos no ha recibido condena.", 45, "presos", None),
    ("Un hombre de 28 años fue condenado a 12 años de prisión.", 12, "hombre", "sentence length"),
    ("Un hombre de 28 años fue condenado a 12 años de prisión.", 28, "hombre", "age"),
    ("La policía detuvo a tres sospechosos en Tegucigalpa.", 3, "sospechosos", "people arrested"),
    ("El terremoto destruyó 400 viviendas.", 400, "terremoto", "destruyó viviendas"),
    ("Unos 5.000 vecinos fueron evacuados tras la erupción.", 5000, "vecinos", None),
    ("La multa puede llegar a 500 euros por día.", 500, "multa", "fine"),
    ("Decenas de familias esperan noticias de sus parientes.", "decenas", "familias", None),
    ("El puente costó 60 millones de euros.", 60_000_000, "puente", "cost"),
    ("Estados Unidos deportó a 238 venezolanos en tres vuelos.", 238, "Estados Unidos", "people deported"),
    ("Estados Unidos deportó a 238 venezolanos en tres vuelos.", 3, "Estados Unidos", "deportation flights"),
    ("El centro está a 75 kilómetros de la capital.", 75, "centro", "distance"),
    ("Las autoridades incautaron 1,2 toneladas de cocaína.", 1.2, "autoridades", None),
    ("La inflación subió al 4,3 % en abril.", 4.3, "inflación", "share (subió)"),
    ("El hospital tiene ocho pabellones y 260 camas.", 8, "hospital", "pavilions"),
    ("Cientos de manifestantes marcharon en Lima.", "cientos", "", "manifestantes marcharon"),
    ("Más de la mitad de los internos son jóvenes.", 0.5, "internos", "share of internos"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "subject", "asked"), TABLE)
def test_a_spanish_number_says_this_of_that(text, value, subject, asked):
    found = numbers(text, language="es")[value]
    assert subject.lower() in found.subject.lower()
    assert asked is None or found.property == asked
    assert found.span.of(text) == found.quote
