"""Spanish moments: the idea of each trigger word, and how it reads what stands around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from habeas.mark.moments.counts import Count, count_before
from habeas.mark.moments.expression import (
    Date,
    Found,
    Holiday,
    Length,
    Loose,
    PartOfYear,
    Repeat,
    Shifted,
    Span10,
    Weekday,
)
from habeas.mark.moments.figures import figure, is_day, year_at
from habeas.mark.moments.line import Line
from habeas.mark.moments.placed import length
from habeas.mark.moments.surroundings import YearSaid

__all__ = ["HANDLERS", "number_head", "phrase"]

_ARTICLES = ("el", "la", "los", "las", "al", "del")
_ROMAN = {"i": 1, "v": 5, "x": 10}


def month(line: Line, i: int, floor: int) -> Found | None:
    """ "marzo de 2025", "el pasado marzo", "marzo próximo", "a mediados de marzo"."""
    low, number = line.low, line.words.months[line.low[i]]
    if line.capital(i) and (line.capital(i + 1) or line.capital(i - 1)) and low[i - 1] not in ("de", "en"):
        return None
    said = _year_after(line, i + 1)
    found = Found(
        i,
        said.end if said else i + 1,
        Date(said.year if said else None, number, year_shift=said.shift if said else None),
    )
    if said is None and (aimed := _aim(line, i, floor)):
        found = replace(found, start=aimed[1], end=aimed[2], what=Date(month=number, aim=aimed[0]))
    return _edged(line, found, floor)


def _year_after(line: Line, i: int) -> YearSaid | None:
    """ "de 2025", "del 2025", ", 2025", "del año pasado", "de este año"."""
    low = line.low
    if low[i] in ("de", "del", ","):
        j = i + 2 if low[i + 1] == "año" else i + 1
        if (year := year_at(line, j)) is not None:
            return YearSaid(j + 1, year=year)
        if low[i] == "del" and low[i + 1] == "año" and low[i + 2] in ("pasado", "anterior"):
            return YearSaid(i + 3, shift=-1)
        if low[i] == "del" and (low[i + 1], low[i + 2]) in (("próximo", "año"), ("pasado", "año")):
            return YearSaid(i + 3, shift=1 if low[i + 1] == "próximo" else -1)
        if low[i] == "de" and low[i + 1] in ("este", "ese") and low[i + 2] == "año":
            return YearSaid(i + 3, shift=0)
    year = year_at(line, i)
    return YearSaid(i + 1, year=year) if year is not None and 1900 <= year <= 2059 else None


def _aim(line: Line, i: int, floor: int) -> tuple[int, int, int] | None:
    """(aim, start, end) of the pointing word before or after the noun at `i`: "próximo", "pasado", "este", "que viene"."""
    low, words = line.low, line.words.words
    start = i - 1 if low[i - 1] in _ARTICLES and i - 1 >= floor else i
    if low[i + 1] == "que" and low[i + 2] == "viene":
        return 1, start, i + 3
    for at, first, end in (
        (i + 1, start, i + 2),
        (i - 1, i - 2 if low[i - 2] in _ARTICLES else i - 1, i + 1),
    ):
        if first < floor:
            continue
        if low[at] in words["before"]:
            return -1, first, end
        if low[at] in words["after"]:
            return 1, first, end
    if low[i - 1] in words["at"] and i - 1 >= floor:
        return 0, i - 1, i + 1
    return None


def _edged(line: Line, found: Found, floor: int) -> Found:
    """`found` with "principios de", "mediados de", "finales de" before it."""
    words, j = line.words.words, found.start - 1
    if line.low[found.start] == "del":
        j += 1
    if line.low[j] in ("de", "del") and j - 1 >= floor:
        for name, edge in (("early", "early"), ("mid", "mid"), ("late", "late")):
            if line.low[j - 1] in words[name]:
                return replace(found, start=j - 1, edge=edge)
    return found


def day_first(line: Line, i: int, floor: int) -> Found | None:
    """ "27 de marzo de 2025", "el 1 de mayo", "del 3 al 5 de marzo", "27 y 28 de marzo"."""
    read = is_day(line, i)
    if read is None:
        return None
    day, j = read
    j = j + 1 if line.low[j] in ("º", "°", "ro") and line.glued(j - 1) else j
    until = None
    if line.low[j] in ("al", "y", "a", "-", "–") and (second := is_day(line, j + 1)) and second[0] > day:
        until, j = second
    if line.low[j] != "de" or line.low[j + 1] not in line.words.months:
        return None
    said = _year_after(line, j + 2)
    what = Date(
        said.year if said else None,
        line.words.months[line.low[j + 1]],
        day,
        said.shift if said else None,
        until,
    )
    start = i - 1 if line.low[i - 1] == "el" and i - 1 >= floor else i
    return Found(start, said.end if said else j + 2, what)


def weekday(line: Line, i: int, floor: int) -> Found | None:
    """ "el miércoles", "el pasado lunes", "miércoles 26 de marzo", "los viernes", "el martes por la noche"."""
    low, number = line.low, line.words.weekdays[line.low[i]]
    j = i + 2 if low[i + 1] == "," else i + 1
    j = j + 1 if low[j] == "día" else j
    if low[j][0].isdigit() and (dated := day_first(line, j, j)):
        return replace(dated, start=i - 1 if low[i - 1] == "el" else i)
    if low[i - 1] in ("los", "cada") and low[i + 1] not in ("y", "pasados", "próximos"):
        start = i - 2 if low[i - 2] == "todos" else i - 1
        return Found(max(start, floor), i + 1, Repeat(f"XXXX-WXX-{number}"))
    aimed = _aim(line, i, floor)
    if aimed:
        found = Found(aimed[1], aimed[2], Weekday(number, aimed[0]))
    elif low[i - 1] in ("santo", "santa") or (line.capital(i) and line.capital(i + 1)):
        return None  # a name: "Domingo Pérez"
    else:
        found = Found(i - 1 if low[i - 1] == "el" and i - 1 >= floor else i, i + 1, Weekday(number))
    return _with_part(line, found)


def _with_part(line: Line, found: Found) -> Found:
    """ "por la noche", "en la mañana" after a day."""
    low, j = line.low, found.end
    if low[j] in ("por", "en", "a", "de") and low[j + 1] == "la" and low[j + 2] in line.words.dayparts:
        return replace(found, end=j + 3, part=line.words.dayparts[low[j + 2]])
    return found


def unit(line: Line, i: int, floor: int) -> Found | None:
    """ "la semana pasada", "hace dos días", "un año después", "los últimos tres meses", "cada día"."""
    low, words = line.low, line.words.words
    code = line.words.units[low[i]]
    if code == "Q" and (part := part_of_year(line, i, floor)):
        return part
    if code in ("C", "E") and (era := _era(line, i, floor)):
        return era
    if low[i] == "segundo":
        return None
    if low[i - 1] in words["each"] and low[i - 1] != "todos":
        return Found(i - 1, i + 1, Repeat(length(1, code)))
    if low[i - 1] in ("los", "las") and low[i - 2] in ("todos", "todas"):
        return Found(i - 2, i + 1, Repeat(length(1, code)))
    if low[i] == "años" and low[i + 1] in line.words.decades and low[i - 1] == "los":
        return Found(i - 1, i + 2, Span10(line.words.decades[low[i + 1]] * 10, 10))
    count = count_before(line, i - 1, floor)
    if count and count.start >= floor:
        return _counted(line, i, code, count, floor)
    if low[i] in line.words.plural:
        return _plural(line, i, code, floor)
    return _single(line, i, code, floor)


def _counted(line: Line, i: int, code: str, count: Count, floor: int) -> Found | None:
    low, words = line.low, line.words.words
    start, value = count.start, count.value
    by, loose = (3.0 if value is None else value), value is None
    if low[start - 1] in words["about"] and start - 1 >= floor:
        start -= 1
    if low[start - 1] == "de" and low[start - 2] in ("más", "menos", "cerca") and start - 2 >= floor:
        start -= 2
    if low[start - 1] in words["ago"]:
        if low[start - 2] == "desde":
            return Found(start, i + 1, Length(value, code))
        return Found(start - 1, i + 1, Shifted(code, -by, loose=loose, like=by == 1))
    after, end = low[i + 1], i + 2
    if after == "más" and low[i + 2] == "tarde":
        after, end = "después", i + 3
    if after in ("después", "antes") and low[end] not in ("de", "del", "que"):
        sign = 1 if after == "después" else -1
        return Found(start, end, Shifted(code, sign * by, reference=True, loose=loose, like=by == 1))
    if after in ("de", "y") and low[i + 2] in ("edad", "medio"):
        return Found(start, i + 3, Length((value or 0) + 0.5, code)) if low[i + 2] == "medio" else None
    if count.article and low[start - 1] in ("y", "de", "que") and code in ("TS", "TM"):
        return None
    if low[start - 1] in words["before"] or low[start - 1] in words["after"]:
        first = start - 2 if low[start - 2] in _ARTICLES else start - 1
        return Found(max(first, floor), i + 1, Length(value, code))
    return Found(start, i + 1, Length(value, code))


def _plural(line: Line, i: int, code: str, floor: int) -> Found | None:
    low, words = line.low, line.words.words
    before = low[i - 1]
    if before in words["before"] or before in words["after"] or before in ("recientes",):
        first = i - 2 if low[i - 2] in _ARTICLES else i - 1
        return Found(max(first, floor), i + 1, Length(None, code))
    if before == "hace" or (before in ("durante", "por", "tras", "en") and code != "Q"):
        return Found(i, i + 1, Length(None, code))
    return None


def _single(line: Line, i: int, code: str, floor: int) -> Found | None:
    low, words = line.low, line.words.words
    if code in ("TH", "TM"):
        return None
    if aimed := _aim(line, i, floor):
        said = low[i + 1] in words["from_reference"] or low[i - 1] in words["from_reference"]
        found = Found(aimed[1], aimed[2], Shifted(code, aimed[0], reference=said))
        return _edged(line, found, floor)
    if low[i - 1] in words["same"] and i - 1 >= floor:
        start = i - 2 if low[i - 2] in _ARTICLES or low[i - 2] in ("ese", "esa") else i - 1
        return Found(max(start, floor), i + 1, Shifted(code, 0, reference=True))
    if low[i - 1] == "al" and low[i - 2] in ("%", "dólares", "euros", "pesos", "veces", "vez", "ciento"):
        return Found(i - 1, i + 1, Repeat(length(1, code)))
    if (
        low[i - 1] in ("el", "del", "la")
        and (low[i - 2] == "de" or low[i - 2] in words["late"] or low[i - 2] in words["early"])
        and code in ("Y", "M")
    ):
        found = _edged(line, Found(i - 1, i + 1, Shifted(code, 0)), floor)
        return found if found.edge else None
    return None


def _era(line: Line, i: int, floor: int) -> Found | None:
    """ "el siglo XIX", "la década de 1990"."""
    low = line.low
    start = i - 1 if low[i - 1] in ("el", "la") and i - 1 >= floor else i
    if line.words.units[low[i]] == "C":
        number = _roman(low[i + 1]) if line.capital(i + 1) else None
        return Found(start, i + 2, Span10((number - 1) * 100, 100)) if number else None
    if low[i + 1] == "de" and (year := year_at(line, i + 2)) and year % 10 == 0:
        return Found(start, i + 3, Span10(year, 10))
    if low[i + 1] == "de" and low[i + 2] == "los" and low[i + 3] in line.words.decades:
        return Found(start, i + 4, Span10(line.words.decades[low[i + 3]] * 10, 10))
    return None


def _roman(word: str) -> int | None:
    """The value of a Roman numeral up to XXI."""
    values = [_ROMAN.get(letter) for letter in word]
    if not word or len(word) > 6 or None in values:
        return None
    known = [value or 0 for value in values]
    return sum(-v if v < max(known[k + 1 :], default=0) else v for k, v in enumerate(known))


def part_of_year(line: Line, i: int, floor: int) -> Found | None:
    """ "el tercer trimestre de 2024", "el primer semestre"."""
    low = line.low
    number = line.words.ordinals.get(low[i - 1])
    if number is None or i - 1 < floor:
        return None
    half = line.words.triggers[low[i]] == "half"
    if number > (2 if half else 4):
        return None
    said = _year_after(line, i + 1)
    start = i - 2 if low[i - 2] in _ARTICLES and i - 2 >= floor else i - 1
    code = f"{'H' if half else 'Q'}{number}"
    return Found(
        start,
        said.end if said else i + 1,
        PartOfYear(code, said.year if said else None, said.shift if said else None),
    )


def season(line: Line, i: int, floor: int) -> Found | None:
    """ "el verano de 2024", "este verano", "la primavera pasada"."""
    low, code = line.low, line.words.seasons[line.low[i]]
    said = _year_after(line, i + 1)
    if said:
        start = i - 1 if low[i - 1] in _ARTICLES and i - 1 >= floor else i
        return Found(start, said.end, PartOfYear(code, said.year, said.shift))
    aimed = _aim(line, i, floor)
    return Found(aimed[1], aimed[2], PartOfYear(code, aim=aimed[0])) if aimed else None


def deictic(line: Line, i: int, floor: int) -> Found | None:
    """ "ayer", "hoy", "mañana" (the day, not the morning), "esta mañana", "ayer por la tarde"."""
    low, words = line.low, line.words
    word, before = low[i], low[i - 1]
    if word == "mañana" and before in ("la", "una", "cada", "media", "toda", "de", "misma"):
        return None
    if word == "mañana" and before in ("esta", "ayer"):
        return Found(max(i - 1, floor), i + 1, Shifted("D", 0 if before == "esta" else -1), part="MO")
    if word == "hoy" and low[i + 1] == "en" and low[i + 2] == "día":
        return None
    return _with_part(
        line, Found(i, i + 1, Shifted("D", words.deictic[word]), part=words.deictic_part.get(word, ""))
    )


def daypart(line: Line, i: int, floor: int) -> Found | None:
    """ "esta noche", "esta tarde", "aquella noche"."""
    shifts = {"esta": False, "aquella": True, "esa": True, "misma": True}
    if line.low[i - 1] not in shifts or i - 1 < floor:
        return None
    return Found(
        i - 1, i + 1, Shifted("D", 0, shifts[line.low[i - 1]]), part=line.words.dayparts[line.low[i]]
    )


def loose(line: Line, i: int, floor: int) -> Found | None:  # noqa: ARG001 (all readers have one shape)
    """ "ahora", "recientemente", "pronto"."""
    return Found(i, i + 1, Loose(line.words.loose[line.low[i]])) if line.low[i - 1] != "de" else None


def repeated(line: Line, i: int, floor: int) -> Found | None:  # noqa: ARG001
    """ "diariamente", "anual"."""
    if line.low[i] == "diario" and line.low[i - 1] in ("el", "un", "del", "al"):
        return None  # a newspaper
    return Found(i, i + 1, Repeat(line.words.repeated[line.low[i]]))


def phrase(line: Line, i: int, floor: int) -> Found | None:
    """A holiday or a set phrase of several words that ends at `i`."""
    for words, idea, value in line.words.phrases.get(line.low[i], ()):
        start = i + 1 - len(words)
        if start < floor or tuple(line.low[start : i + 1]) != words:
            continue
        if idea == "loose":
            return Found(start, i + 1, Loose(value))
        said = _year_after(line, i + 1)
        return Found(
            start,
            said.end if said else i + 1,
            Holiday(value, said.year if said else None, said.shift if said else None),
        )
    return None


def number_head(line: Line, i: int, floor: int) -> Found | None:
    """A moment that starts with a figure."""
    if found := day_first(line, i, floor):
        return found
    found = figure(line, i)
    if found is None:
        return None
    if found.part and found.what == Date():
        return replace(found, what=Shifted("D", 0))
    return _edged(line, found, floor)


HANDLERS: dict[str, Callable[[Line, int, int], Found | None]] = {
    "month": month,
    "weekday": weekday,
    "season": season,
    "deictic": deictic,
    "daypart": daypart,
    "loose": loose,
    "repeated": repeated,
    "phrase": phrase,
    "half": part_of_year,
    "unit": unit,
}
"""The reader of each idea that a trigger word can stand for."""
