"""Speakers: the name that a source has in the report, from the words that name it there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from habeas.mark.attributions import beside as near
from habeas.mark.attributions.outlets import is_outlet
from habeas.mark.attributions.page import Page
from habeas.mark.attributions.phrases import Phrase
from habeas.mark.attributions.roles import bare, is_role, paper, past_titles, spoken_of, unnamed, unowned
from habeas.model.marks import EntityType, Mention, MentionForm
from habeas.model.seeking import first_from
from habeas.model.span import Span

__all__ = ["Cast", "Speaker"]

_AGED = re.compile(r"(\d{1,3})-year-old")
_WHEN = frozenset({"last", "next"})
_GENDERS = {"f": "female", "m": "male"}
_MAYBE_PEOPLE = frozenset({EntityType.PERSON, EntityType.OTHER})
_TOP = 400
"""Characters of a headline and its deck."""
_RECENT = 60
"""Names before a title alone among which its holder is sought."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the best name in the report (None when unknown), the entity, office and gender where known.

    `maybe` where a name that nothing tells of can be a person's ("Dvorak").
    """

    name: str | None
    span: Span | None = None
    entity: int | None = None
    role: str | None = None
    gender: str | None = None
    person: bool = False
    maybe: bool = False
    plural: bool = False
    outlet: bool = False
    via: str | None = None


@dataclass(slots=True)
class Cast:
    """Who has spoken so far in the report, in text order, so that "she" and "Mora" find their names."""

    page: Page
    spoken: list[Speaker] = field(default_factory=list)
    papers: dict[str, Speaker] = field(default_factory=dict)
    _full: dict[str, str] | None = None
    _first: tuple[str | None] | None = None
    _known: dict[int, Speaker] = field(default_factory=dict)

    def speaker(self, source: Phrase) -> Speaker:
        """The speaker that a source phrase names; call it in text order."""
        made = self._known.get(source.place())
        if made is None:
            made = self._known[source.place()] = self._named(source)
            self.spoken += [made] if made.name is not None else []
        return made

    def _named(self, source: Phrase) -> Speaker:
        start, end = source.head
        if end - start > 2 and self.page.lower[end - 2] in _WHEN and self.page.tags[end - 1] in "ny":
            end -= 2  # "reported by the ministry last year"
            source = Phrase(source.start, source.end, (start, end))
        span = self.page.span(source.start, source.end)
        if self._is_lodged(start, end):
            return Speaker(self.page.report.quote(self.page.span(start, end)), span)
        holder = self._holder(source)
        if holder is not None:
            return self._from_mention(holder, span)
        author = self._author(source)
        if author is not None:
            return replace(author, span=span)
        beside = near.apposed(self.page, source) or near.described(self.page, source)
        if beside is not None:
            title = self.page.text[self.page.words[start].start : self.page.words[end - 1].end]
            named = self._named(Phrase(*beside, beside))
            single = self.page.lower[start] in self.page.known.closed.numbering
            role = named.role or (None if single else bare(title, self.page.known))
            return replace(named, span=span, role=role)
        word = self.page.lower[end - 1]
        goes_on = self._goes_on(start, end, word)
        if goes_on is not None:
            return replace(goes_on, span=span)
        mention = near.head_mention(self.page, start, end)
        if mention is not None:
            return self._from_mention(mention, span)
        if self.page.tags[start] in "rhd" and end - start == 1:
            lone = near.one_of(self.page, source)
            made = Speaker(unnamed(lone), person=True) if lone else self._pronoun(word, start)
            if made.name is None and word in self.page.known.closed.indefinite:
                made = Speaker(unnamed(self.page.text[span.start : span.end]), plural=word.endswith("s"))
            elif made.name is None and (part := near.parted(self.page, start)) is not None:
                made = Speaker(unnamed(part), plural=True)
            return replace(made, span=span)
        return self._from_words(source, span)

    def _holder(self, source: Phrase) -> Mention | None:
        """The person whose title the head is: "[Secretary] of State Ana Ruiz", "[Labour] and Trade Minister Bo Ek"."""
        page = self.page
        start, end = source.head
        low, high = page.words[start].start, page.words[end - 1].end
        if near.related(page, source):
            return None
        if page.tags[end : end + 1] == "c" and end + 1 < source.end and not near.is_person(page, start, end):
            high = page.words[end + 1].start + 1
        last = page.words[source.end - 1].end
        for mention in self._mentions(low, last):
            entity = page.entities[mention.entity]
            if entity.type is not EntityType.PERSON or mention.form is not MentionForm.NAME:
                continue
            if mention.span.start < high:
                continue
            titled = mention.full.start < high or near.closes(page, source, mention)
            if titled or any(o.span.start < high and o.span.end > low for o in entity.offices):
                return mention
        return None

    def _is_lodged(self, start: int, end: int) -> bool:
        """Whether the words are papers that lie with a court, whoever wrote them: "court documents"."""
        known = self.page.known
        court = end - start == 2 and self.page.lower[start] in known.closed.listeners
        return court and self.page.lower[end - 1] in known.closed.lodged

    def _author(self, source: Phrase) -> Speaker | None:
        """Who stands behind a paper: "a post on X by the ministry", "data from Ferrovia", "Home Office figures"."""
        page = self.page
        start, end = source.head
        known = page.known
        last = next((k for k in range(end - 1, start - 1, -1) if page.lower[k] in known.documents), None)
        if last is None:
            return None
        for k in range(last + 1, min(source.end - 1, last + 12)):
            if page.lower[k] in page.known.closed.makers and page.tags[k] == "i":
                if page.lower[k - 1] in page.known.closed.receiving:
                    break
                stop = k + 2
                while (
                    stop < source.end
                    and page.tags[stop] not in ",;:(w"
                    and page.lower[stop] not in page.known.closed.bounds
                ):
                    stop += 1
                written = self._named(Phrase(k + 1, stop, (k + 1, stop)))
                self.papers[paper(page.lower[last], known)] = written
                return replace(written, via=page.text[page.words[start].start : page.words[last].end])
        if last == end - 1 and last > start:
            owner = near.head_mention(self.page, start, last)
            if owner is not None and page.words[last - 1].end in (owner.span.end, owner.full.end):
                written = self._from_mention(owner, page.span(start, last))
                self.papers[paper(page.lower[last], known)] = written
                return replace(written, via=page.lower[last])
            first = start + (page.lower[start] in page.known.closed.articles)
            owned = page.text[page.words[first].start : page.words[last - 1].end]
            if owned[:1].islower() and owned.endswith(("'s", "’s")):
                return Speaker(unnamed(owned[:-2]), None, via=page.lower[last])
        if (
            page.lower[source.start] in page.known.closed.definite
            and paper(page.lower[last], known) in self.papers
            and end - start <= 2
        ):
            return replace(self.papers[paper(page.lower[last], known)], via=page.lower[last])
        return None

    def _mentions(self, low: int, high: int) -> Iterator[Mention]:
        """The mentions whose full extent may overlap the characters `[low, high)`."""
        page = self.page
        k = max(0, first_from(page.mention_starts, low) - 3)
        while k < len(page.mentions) and page.mention_starts[k] < high:
            if page.mentions[k].full.end > low:
                yield page.mentions[k]
            k += 1

    def _from_mention(self, mention: Mention, span: Span) -> Speaker:
        entity = self.page.entities[mention.entity]
        person = entity.type is EntityType.PERSON
        office = next((o for o in entity.offices if not o.former), None)
        role = (office.title if office.names_its_body else f"{office.of} {office.title}") if office else None
        name: str | None = entity.name
        if entity.name.lower() in self.page.known.unnamed_heads:
            return Speaker(unnamed(entity.name), span, mention.entity, plural=True)
        if not entity.named and mention.form is not MentionForm.NAME:
            name = unnamed(entity.name)
        if entity.type is EntityType.PLACE and mention.form is MentionForm.NOMINAL:
            people = self.page.text[mention.span.start : mention.span.end]
            if people.endswith("s"):  # "many Kenyans at the port" are not Kenya
                return Speaker(unnamed(people), span, plural=True)
        return Speaker(
            name,
            span,
            mention.entity,
            role,
            _GENDERS.get(entity.gender or ""),
            person,
            maybe=entity.type is EntityType.OTHER and entity.name.isalpha() and not entity.name.isupper(),
            outlet=entity.type is EntityType.MEDIUM,
        )

    def _goes_on(self, start: int, end: int, word: str) -> Speaker | None:
        """Whoever spoke in the sentence before, for "he" or "she": a person of that gender, or of none that shows."""
        closed = self.page.known.closed
        if end - start > 1 or not self.spoken or (word not in closed.she and word not in closed.he):
            return None
        last = self.spoken[-1]
        gender = "female" if word in closed.she else "male"
        if not (last.person or last.maybe) or last.gender not in (None, gender) or last.span is None:
            return None
        return (
            replace(last, gender=gender)
            if 0 <= self._unit(start) - self._unit(self.page.at(last.span.start)) <= 1
            else None
        )

    def _unit(self, at: int) -> int:
        return first_from(self.page.unit_starts, at + 1)

    def _pronoun(self, word: str, at: int) -> Speaker:
        closed = self.page.known.closed
        if word in closed.self:
            return Speaker(None)
        gender = "female" if word in closed.she else "male" if word in closed.he else None
        people = gender is not None
        if word in closed.it:
            written = next(reversed(self.papers.values()), Speaker(None))
            return next((past for past in reversed(self.spoken[-4:]) if not past.person), written)
        for past in reversed(self.spoken[-3 if word in closed.many else -12 :]):
            if people and (past.person or past.maybe) and past.gender in (None, gender):
                return replace(past, gender=gender)
            single = past.person or past.outlet or word in closed.numbering or word in closed.many
            several = past.plural or not single
            if not people and word in closed.they and several:
                return past
        return self._nearest_person(gender, at) if people else Speaker(None)

    def _nearest_person(self, gender: str | None, at: int) -> Speaker:
        """Who is spoken of without a name: "a federal judge", else the first name of the report."""
        told = spoken_of(self.page, at)
        if told is not None:
            return Speaker(unnamed(told), gender=gender, person=True)
        first = self._first_person()
        return Speaker(first, gender=gender, person=first is not None)

    def _first_person(self) -> str | None:
        """The first name of several words in the report that is of no place and no body; looked for once."""
        if self._first is None:
            self._first = (self._sought(),)
        return self._first[0]

    def _sought(self) -> str | None:
        page = self.page
        for first, end in page.names():
            start = past_titles(page, first, end)
            low, high = page.words[start].start, page.words[end - 1].end
            known = (page.entities[mention.entity].type for mention in self._mentions(low, high))
            if end - start > 1 and all(kind in _MAYBE_PEOPLE for kind in known):
                return page.text[low:high]
        return None

    def _from_words(self, source: Phrase, span: Span) -> Speaker:
        page, known = self.page, self.page.known
        (start, end), closed = source.head, known.closed
        light = (closed.articles, closed.numbering)
        while start < end - 1 and (page.tags[start] == "a" or any(page.lower[start] in o for o in light)):
            start += 1
        last = page.lower[end - 1]
        text = near.counted(page, source) or near.related(page, source)
        text = text or page.text[page.words[start].start : page.words[end - 1].end]
        aged = _AGED.fullmatch(text)
        if aged is not None and (of_age := self._aged(aged.group(1))) is not None:
            return replace(of_age, span=span)
        if page.tags[end - 1] == "p" or (page.tags[end - 1] == "z" and page.tags[end - 2] == "p"):
            return self._proper(start, end, span)
        if is_outlet(text, known):
            return Speaker(text, span, outlet=True)
        definite = page.lower[source.start] in ("the", "el", "la")
        again = self._again(start, end) if definite and last in known.person_nouns else None
        if again is not None:
            return replace(again, span=span)
        if definite and end - start == 1 and last in known.group_nouns:
            for past in reversed(self.spoken[-8:]):
                if past.plural:
                    return replace(past, span=span)
        if definite and end - start == 1:
            if branch := near.branched(page, source, end):
                return Speaker(unnamed(page.text[page.words[start].start : page.words[branch - 1].end]), span)
            again = self._shortened(last)
            if again is not None:
                return replace(again, span=span)
        named = any(tag in "pe" for tag in page.tags[start:end])
        if named and last not in known.unnamed_heads and last not in known.person_nouns:
            return Speaker(unowned(text), span)
        return Speaker(unnamed(text), span, person=last in known.person_nouns, plural=last.endswith("s"))

    def _shortened(self, noun: str) -> Speaker | None:
        """Who spoke before under a longer name that ends in `noun`: "the office" for "the national disaster office"."""
        for past in reversed(self.spoken[-8:]):
            if not past.person and (past.name or "").removesuffix(" (unnamed)").lower().endswith(f" {noun}"):
                return past
        return None

    def _aged(self, age: str) -> Speaker | None:
        """Who is so old by the report ("Juan Orr, 56, ..."), for "the 56-year-old said"."""
        for mention in self.page.mentions:
            after = self.page.text[mention.span.end : mention.span.end + len(age) + 3]
            told = after.startswith(f", {age}") and not after[len(age) + 2 :].isdigit()
            if told and self.page.entities[mention.entity].type is EntityType.PERSON:
                return self._from_mention(mention, mention.span)
        return None

    def _again(self, start: int, end: int) -> Speaker | None:
        """Who was named before with the office of tokens `[start, end)`, or one like it ("the attorney")."""
        page = self.page
        head = page.lower[end - 1]
        heads = (head, *page.known.alike.get(head, ()))
        said = [
            page.lower[k] for k in range(start, end - 1) if page.tags[k] in "pe" or page.lower[k].isupper()
        ]
        for past in reversed(self.spoken[-8:]):
            if past.person and past.role and is_role(past.role, heads, said):
                return past
        at = page.words[start].start
        k = first_from(page.mention_starts, at)
        for mention in reversed(page.mentions[max(0, k - _RECENT) : k]):
            entity = page.entities[mention.entity]
            if entity.type is EntityType.PERSON and any(
                not o.former and is_role(f"{o.of or ''} {o.title}", heads, said) for o in entity.offices
            ):
                return self._from_mention(mention, mention.span)
        return self._only(heads, said) if at < _TOP else None

    def _only(self, heads: tuple[str, ...], said: list[str]) -> Speaker | None:
        """The one person of the report who has an office: a headline speaks of him before he is named."""
        found = sorted(
            (len(o.title.split()), index)
            for index, entity in enumerate(self.page.entities)
            for o in entity.offices
            if not o.former and is_role(f"{o.of or ''} {o.title}", heads, said)
        )
        if not found or (len(found) > 1 and found[0][0] == found[1][0] and found[0][1] != found[1][1]):
            return None
        index = found[0][1]
        entity = self.page.entities[index]
        return Speaker(
            entity.name, None, index, entity.offices[0].title, _GENDERS.get(entity.gender or ""), person=True
        )

    def _proper(self, start: int, end: int, span: Span) -> Speaker:
        page, known = self.page, self.page.known
        if page.lower[end - 1] in known.unnamed_heads:
            words = page.text[page.words[start].start : page.words[end - 1].end]
            return Speaker(unnamed(words), span, plural=True)
        if end - start == 1 and page.lower[start] in known.documents:
            return Speaker(unnamed(page.lower[start]), span)
        if page.lower[end - 1] in known.person_nouns or page.lower[end - 1] in known.titles:
            holder = self._again(start, end)
            if holder is not None:
                return replace(holder, span=span)
        first = end - 1
        while first > start and page.tags[first - 1] in "p":
            first -= 1
        titled = [page.lower[k] for k in range(start, end)]
        first = past_titles(page, first, end)
        while first > start and page.words[first - 1].end == page.words[first].start:
            first -= 1  # "Care4Kids"
        name = unowned(page.text[page.words[first].start : page.words[end - 1].end])
        outlet = is_outlet(name, known)
        if end - first == 1 and not outlet:
            name = self._names().get(name.lower(), name)
        gender = None
        if not known.female_titles.isdisjoint(titled):
            gender = "female"
        elif not known.male_titles.isdisjoint(titled):
            gender = "male"
        role = (
            page.text[page.words[start].start : page.words[first].start].strip() or None
            if first > start
            else None
        )
        acronym = end - first == 1 and name.isupper()
        return Speaker(name, span, None, role, gender, person=not outlet and not acronym, outlet=outlet)

    def _names(self) -> dict[str, str]:
        """Last names to the first full form of each in the report."""
        if self._full is None:
            self._full = {}
            page = self.page
            for first, end in page.names():
                start = past_titles(page, first, end)
                if end - start > 1:
                    text = page.text[page.words[start].start : page.words[end - 1].end]
                    self._full.setdefault(page.lower[end - 1], text)
        return self._full
