"""A capitalised run to the names in it: known names, titled persons, head words, places' adjectives, guesses."""

from __future__ import annotations

from habeas.mark.names.explained import explained
from habeas.mark.names.gazetteer import Phrase
from habeas.mark.names.guesses import guess
from habeas.mark.names.heads import dated, headed
from habeas.mark.names.persons import person, title_only, titled
from habeas.mark.names.reader import Found, Reader
from habeas.mark.names.runs import Run
from habeas.mark.names.scan import is_called
from habeas.model.marks import EntityType

__all__ = ["segment"]

_ADDRESS = frozenset("@_=%\\")
_MONEY = frozenset(("$", "€", "£", "¥"))
"""Signs against which a run is the country of a currency."""
_WITH_BRANCHES = (EntityType.ORGANISATION, EntityType.MEDIUM)
_OF_A_COUNTRY = (EntityType.ORGANISATION, EntityType.COURT)


def segment(reader: Reader, run: Run) -> list[Found]:
    """The names in a run, in text order."""
    if _in_address(reader, run) or _is_party(reader, run):
        return []
    first, last = _trim(reader, run)
    initial = run.initial and first == run.first
    found: list[Found] = []
    if first < last and _is_spelled_out(reader, first, last):
        return [headed(reader, first, last) or Found(first, last, EntityType.ORGANISATION)]
    while first <= last:
        step = _next(reader, first, last, initial)
        if isinstance(step, Found):
            found.append(explained(reader, step))
            first = step.last + 1
        else:
            first = step
        initial = False
        while first <= last and not reader.capital(first):
            first += 1
    return found


def _is_spelled_out(reader: Reader, first: int, last: int) -> bool:
    """Whether the letters in brackets behind a run are its initials: "Harbour Watch Norway (HWN)"; a known name is itself."""
    seen = reader.seen
    if last + 3 >= len(seen.low) or seen.low[last + 1] != "(" or seen.low[last + 3] != ")":
        return False
    letters = seen.word(last + 2)
    if not (letters.isupper() and letters.isalpha()) or len(letters) < _LETTERS:
        return False
    known = reader.phrase(first, last)
    if known is not None and len(known.words) > last - first:
        return False
    return "".join(seen.word(i)[0] for i in range(first, last + 1) if reader.capital(i)) == letters


_LETTERS = 3
"""Letters of an acronym that is told from a state's or a country's."""


def _in_address(reader: Reader, run: Run) -> bool:
    """Whether the run stands inside an address, a file name, a handle or a sum ("ana@", "Lisa_note.doc", "US$40")."""
    seen, after = reader.seen, run.last + 1
    before = seen.low[run.first - 1] if seen.joined(run.first) else ""
    then = seen.low[after] if after < len(seen.low) and seen.joined(after) else ""
    dotted = (
        then == "." and after + 1 < len(seen.low) and seen.joined(after + 1) and seen.low[after + 1].isalpha()
    )
    if before in _MONEY or then in _MONEY:
        return run.first == run.last and seen.word(run.first).isupper()  # "US$40", "$NZ3 million"
    return before in _ADDRESS or then in _ADDRESS or (dotted and len(seen.low[after + 1]) <= 4)


def _is_party(reader: Reader, run: Run) -> bool:
    """Whether the run is a member's party and state: "Rep. Ana Ruiz, D-Minn.", "Sen. Omar Diallo (R-Texas)"."""
    low, first = reader.seen.low, run.first
    if low[first] not in reader.words.parties or first == 0 or low[first - 1] not in ",(":
        return False
    return low[first + 1 : first + 2] == ["-"] and reader.seen.joined(first + 1)


def _trim(reader: Reader, run: Run) -> tuple[int, int]:
    """The run without small and calendar words at its ends."""
    low, words = reader.seen.low, reader.words
    first, last = run.first, run.last
    while first < last and _spare(reader, first, last, run.initial and first == run.first):
        first += 1
        while first < last and not reader.capital(first):
            first += 1
    # "the Supreme Court on Monday": the day goes, and the small word that led to it.
    while last > first and (low[last] in words.calendar or low[last] in words.of):
        last -= 1
    return first, last


_OFFICE = 4
"""Words of an office with two portfolios before the second of them: "[minister of trade and] ports"."""
_AFTER_LETTERS = 2
"""Words behind the letters that begin a jail's name: "HMP Wormwood Scrubs"."""


def _spare(reader: Reader, first: int, last: int, initial: bool) -> bool:
    """Whether the first word of a run is capitalised by its place only."""
    low, words = reader.seen.low, reader.words
    if not reader.capital(first) and low[first] not in words.particles:
        return True
    if reader.phrase(first, last) is not None and reader.reach(first) > first:
        return False
    if _goes_on_office(reader, first):
        return True
    if low[first] in words.plain and (initial or low[first] in words.function):
        return not is_called(reader.seen, words, first)
    return low[first] in words.calendar and not reader.given(first)


def _goes_on_office(reader: Reader, first: int) -> bool:
    """Whether the first word of a run is what else a minister is minister of: "of Trade and [Ports] Ana Ruiz"."""
    low, words = reader.seen.low, reader.words
    if first < _OFFICE or low[first] not in words.portfolios or low[first - 1] not in words.both:
        return False
    return low[first - 2] in words.portfolios and low[first - 3] in words.of and reader.capital(first - 2)


def _next(reader: Reader, first: int, last: int, initial: bool) -> Found | int:
    """The name that begins at `first`, or the token to go on from."""
    if first == last and _is_state_code(reader, first):
        return Found(first, first, EntityType.PLACE)
    phrase = reader.phrase(first, last)
    if (
        phrase is not None
        and initial
        and len(phrase.words) == 1
        and first == last
        and _is_chance(reader, first)
    ):
        phrase = None
    end = first + len(phrase.words) - 1 if phrase else first
    if phrase is not None and end == last and not (first > 0 and _is_surname_after_initial(reader, first)):
        return dated(reader, Found(first, last, phrase.type, name=phrase.name))
    if reader.seen.low[first] in reader.words.facility_first and first < last:
        return Found(first, min(last, first + _AFTER_LETTERS), EntityType.FACILITY)
    if reader.seen.low[first] in reader.words.before_place and first < last:
        country = reader.phrase(first + 1, last)
        if country is not None and country.type is EntityType.PLACE:
            return Found(first, first + len(country.words), EntityType.ORGANISATION)
    found = titled(reader, first, last)
    if found is not None:
        return found
    if title_only(reader, first, last):
        return last + 1
    if phrase is not None and phrase.type is EntityType.PLACE and end < last:
        body = reader.phrase(end + 1, last)
        if body is not None and body.type in _OF_A_COUNTRY:
            return Found(first, end + len(body.words), body.type, name=body.name)
    branch = None if phrase is None else _branch(reader, phrase, first, end, last)
    if phrase is not None and branch is not None:
        return Found(first, branch, phrase.type)
    if phrase is not None and (end > first or not reader.given(first)) and _ends_there(reader, end, last):
        return dated(reader, Found(first, end, phrase.type, name=phrase.name))
    named = headed(reader, first, last)
    if named is not None:
        return named
    if reader.given(first) and last > first:
        found = person(reader, first, last)
        if found is not None:
            return found
    if phrase is not None:
        return _with_team(reader, Found(first, end, phrase.type, name=phrase.name), last)
    demonym = reader.demonym(first)
    if demonym is not None:
        return Found(first, first + demonym[1] - 1, EntityType.PLACE, name=demonym[0], adjective=True)
    if reader.seen.low[first] in reader.words.never and first < last:
        return first + 1
    return guess(reader, first, last, initial)


def _is_state_code(reader: Reader, index: int) -> bool:
    """Whether the word is the postal code of a state after a town: "Baltimore, MD", "San Rafael CA"."""
    seen = reader.seen
    if seen.low[index] not in reader.words.codes or index < 2 or seen.starts[index]:
        return False
    town = index - 2 if seen.low[index - 1] == "," else index - 1
    if not reader.capital(town):
        return False
    known = reader.phrase(town, town)
    if known is not None:
        return known.type is EntityType.PLACE
    # "Joan Abiodun, MD" is a doctor.
    return town < index - 1 and seen.word(index).isupper() and not reader.given(town - 1)


def _is_chance(reader: Reader, index: int) -> bool:
    """Whether a known name that opens a sentence is as well an ordinary word ("Nice")."""
    return reader.common(index) and not reader.seen.word(index).isupper()


def _ends_there(reader: Reader, end: int, last: int) -> bool:
    """Whether a known name is over at `end` because a title or a known name comes next."""
    after = end + 1
    return after <= last and (reader.title(after) or reader.reach(after) > after)


def _branch(reader: Reader, known: Phrase, first: int, end: int, last: int) -> int | None:
    """Where a body's name ends that goes on with the country of its branch: "Unicef Kenya said", not "the UN Syria talks"."""
    told = known.type is EntityType.MEDIUM and first > 0 and reader.seen.low[first - 1] in reader.words.speech
    if told or known.type not in _WITH_BRANCHES or end >= last or reader.seen.possessive(end):
        return None
    place = reader.phrase(end + 1, last)
    if place is None or place.type is not EntityType.PLACE:
        return None
    closing = end + len(place.words)
    after = closing + 1
    if after >= len(reader.seen.low) or reader.seen.starts[after] or reader.seen.possessive(closing):
        return closing
    word, words = reader.seen.low[after], reader.words
    if not word[0].isalnum() or word in words.function or word in words.speech:
        return closing
    article = first > 0 and reader.seen.low[first - 1] in words.articles
    noun = reader.title(after) or reader.noun(after) is not None or reader.capital(after)
    return None if article or noun else closing


def _is_surname_after_initial(reader: Reader, first: int) -> bool:
    return reader.seen.low[first - 1] == "." and reader.seen.joined(first - 1) and reader.surname(first)


def _with_team(reader: Reader, place: Found, last: int) -> Found:
    """A place and a plural no dictionary knows is a team: "Toledo Mud Hens"."""
    after = place.last + 1
    if (
        place.type is EntityType.PLACE
        and after == last
        and reader.seen.low[last].endswith("s")
        and not reader.common(last)
        and not reader.title(last)
        and reader.demonym(last) is None
    ):
        return Found(place.first, last, EntityType.ORGANISATION)
    return place
