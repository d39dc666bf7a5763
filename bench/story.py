"""One running story in any number of short reports: the same places, people, numbers, orders and remarks, told by many.

Made from a number and SEED alone. Some reports copy an earlier one word for word; counts grow with the days; courts block and
allow; people are quoted in full and in part; every report also tells something of its own.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from corpus_words import ADJECTIVES, NOUNS, PEOPLE, SYLLABLES, TIMES, VERBS
from habeas.model.report import Report
from habeas.read import read_report

__all__ = ["story"]

SEED = 611
COPIED = 0.15
DAYS = 400
EACH = 20
"""Reports a place: few enough that a shared place and a shared speaker still tell of one story."""

VOICES = 2
"""Speakers a place."""

BRIDGES = 0.6
"""Reports that also tell of the next place, and of who speaks for it: so the places hang together as one story."""

_REMARKS = (
    "We have seen more people arrive in one night than in the whole of last year and nobody told us why",
    "The gates were opened at dawn and every family was asked to carry its own water to the upper hall",
    "No judge has signed a paper that would let them keep my brother in that place for another month",
    "There is room for all of them and the kitchen serves three meals a day as the rules demand",
    "They were counted twice and put on buses before the lawyers could reach the northern gate",
    "I asked for the list of names on Monday and again on Thursday and was shown an empty folder",
    "The contract says nothing about children and we will ask the minister to explain that in public",
    "What happened on the bridge that night will be looked into by people who were not there",
)
_ORDERS = (
    "A federal judge blocked the transfers from the {place} Detention Center on {day}.",
    "An appeals court allowed the transfers from the {place} Detention Center to go on, it said on {day}.",
    "The Supreme Court ruled on {day} that detainees in the {place} Detention Center must be heard before a judge.",
    "A judge ordered on {day} that lawyers be let into the {place} Detention Center.",
)
_COUNTS = (
    "The {place} Detention Center held {inmates} inmates on {day}, officials said.",
    "The {place} Detention Center has a capacity of {capacity} inmates.",
    "At least {moved} detainees were transferred to the {place} Detention Center on {day}, according to {speaker}.",
    "About {moved} people were deported from the {place} Detention Center to the {other} Detention Center on {day}, "
    "{speaker} said.",
    "Police arrested {arrested} people in {place} on {day}.",
    "The government pays $6 million a year for the detention center in {place}.",
)
_EVENTS = (
    "The {place} Detention Center opened in March 2021.",
    "Guards beat detainees in the {place} Detention Center, three former inmates told a newspaper.",
    "{speaker} visited the {place} Detention Center on {day}.",
    "The men in the {place} Detention Center are alleged to be members of a gang, {speaker} said.",
    "Detainees in the {place} Detention Center sleep on the floor without blankets, relatives said.",
)


def story(size: int) -> Iterator[Report]:
    """The first `size` reports of the story."""
    world = random.Random(f"{SEED} world")
    places = _names(world, max(2, size // EACH))
    speakers = [f"{_name(world)} {name}" for name in _names(world, VOICES * len(places))]
    told: list[str] = []
    for number in range(size):
        luck = random.Random(f"{SEED} {number}")
        day = date(2024, 1, 1) + timedelta(days=number * DAYS // max(size, 1))
        if told and luck.random() < COPIED:
            body = told[luck.randrange(max(0, len(told) - 200), len(told))]
        else:
            body = _body(luck, places, speakers, day)
            told.append(body)
        text = f"{_headline(luck)}\n\nPublished {day:%B} {day.day}, {day.year}\n\n{body}\n"
        yield read_report(f"{number:05}.txt", text.encode())


def _body(luck: random.Random, places: list[str], speakers: list[str], day: date) -> str:
    at = luck.randrange(len(places))
    place, other = places[at], places[(at + 1) % len(places)]
    speaker = speakers[VOICES * at + luck.randrange(VOICES)]
    second = speakers[VOICES * ((at + 1) % len(places))]
    grown = (day - date(2024, 1, 1)).days
    words = {
        "place": place,
        "other": other,
        "speaker": speaker,
        "second": second,
        "day": f"{day:%B} {day.day}",
        "inmates": f"{2_000 + 20 * grown + luck.randrange(3) * 100:,}",
        "capacity": luck.choice(("9,000", "12,000", "about 10,000")),
        "moved": luck.randrange(20, 400),
        "arrested": luck.randrange(2, 90),
    }
    further = _ORDERS if luck.random() < 0.3 else _EVENTS
    lines = [luck.choice(some).format(**words) for some in (_COUNTS, further)]
    if luck.random() < BRIDGES:
        lines.append("{second} visited the {other} Detention Center on {day}.".format(**words))
    remark = luck.choice(_REMARKS).split()
    told = " ".join(remark[luck.randrange(0, len(remark) // 2) :])
    lines.append(f"“{told[:1].upper()}{told[1:]},” {speaker} said.")
    lines.append(_own(luck))
    luck.shuffle(lines)
    return " ".join(lines)


def _own(luck: random.Random) -> str:
    people, verb, noun = luck.choice(PEOPLE)[0], luck.choice(VERBS)[0], luck.choice(NOUNS)[0]
    adjective = luck.choice(ADJECTIVES)[0]
    return f"{people.capitalize()} {verb} {luck.randrange(13, 9_000):,} {adjective} {noun} near {_name(luck)} {luck.choice(TIMES)}."


def _headline(luck: random.Random) -> str:
    return f"{luck.choice(PEOPLE)[0].capitalize()} wait for news of {luck.choice(NOUNS)[0]}"


def _name(luck: random.Random) -> str:
    return "".join(luck.choice(SYLLABLES) for _ in range(luck.randint(2, 3))).capitalize()


def _names(luck: random.Random, many: int) -> list[str]:
    """So many names, each another."""
    found: dict[str, None] = {}
    while len(found) < many:
        found[_name(luck)] = None
    return list(found)
