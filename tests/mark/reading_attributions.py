"""Who is heard in a text: the speakers of its quotations and of its indirect speech."""

from habeas.mark import mark
from habeas.model.marks import AttributionKind, EntityType
from habeas.packs import load_pack
from habeas.read import read_report


def _marks(text):
    return mark(read_report("text.txt", text.encode()), load_pack("detention"))


def quoted_speakers(text):
    return [a.speaker for a in _marks(text).attributions if a.kind is AttributionKind.QUOTED]


def reported_speakers(text):
    return [a.speaker for a in _marks(text).attributions if a.kind is not AttributionKind.QUOTED]


def words_said(text):
    """The words that are given to a speaker, of every attribution."""
    return [text[a.content.start : a.content.end] for a in _marks(text).attributions]


def offices(text, everything=False):
    """The offices of each person (of each named thing) by name."""
    return {e.name: e.offices for e in _marks(text).entities if everything or e.type is EntityType.PERSON}
