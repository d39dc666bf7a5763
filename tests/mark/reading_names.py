"""How the tests of names read a text: no pack, one paragraph a line."""

from __future__ import annotations

from habeas.mark.names import names
from habeas.mark.sentences import sentences
from habeas.mark.tokens import tokens
from habeas.model.marks import Mention, ReportEntity
from habeas.model.pack import Institution, Law, Pack, Thing
from habeas.model.report import Block, BlockKind, Report
from habeas.model.span import Span

PACK = Pack(
    name="harbours",
    version="1",
    title="Harbours",
    things=(
        Thing(id="harbour", entity="facility", nouns=("harbour", "dock"), scope="facility"),
        Thing(id="puerto", entity="facility", nouns=("puerto", "muelle"), scope="facility", language="es"),
    ),
    laws=(Law(id="sail", name="Safe Sailing Act of 1931", aliases=("SSA",)),),
    institutions=(
        Institution(id="pilots", name="Pilots of Tamra", type="organisation", aliases=("Tamra Pilots",)),
    ),
)


class Names:
    """The names of one text."""

    def __init__(self, text: str, language: str = "en", headline: bool = False) -> None:
        blocks, at = [], 0
        for line in text.split("\n"):
            kind = BlockKind.HEADLINE if headline and not blocks else BlockKind.PARAGRAPH
            if line:
                blocks.append(Block(Span(at, at + len(line)), kind))
            at += len(line) + 1
        self.text = text
        self.report = Report("t", "", "text/plain", "utf-8", text, tuple(blocks), language)
        words = tokens(self.report)
        self.entities, self.mentions = names(self.report, words, sentences(self.report, words), PACK)

    def words(self, mention: Mention) -> str:
        return mention.span.of(self.text)

    def types(self) -> dict[str, str]:
        """Surface form of each mention by name, and its type."""
        return {self.words(m): self.entities[m.entity].type.value for m in self.mentions if m.form == "name"}

    def entity(self, words: str) -> ReportEntity:
        """The entity of the last mention with these words."""
        return self.entities[[m.entity for m in self.mentions if self.words(m) == words][-1]]

    def mentions_of(self, name: str) -> list[str]:
        """The words of every mention of the entity with this name, in text order."""
        return [self.words(m) for m in self.mentions if self.entities[m.entity].name == name]
