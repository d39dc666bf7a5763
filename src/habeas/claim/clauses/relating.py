"""Relating: what can be told of a word from a relative clause, with or without its pronoun, that stands before it."""

from __future__ import annotations

from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.heading import Heading
from habeas.claim.clauses.looking import FINITE

__all__ = ["Relating"]

_ARTICLES: Final = frozenset({"a", "an", "the"})
_TWO: Final = 2
"""Verbs of a sentence with a relative clause."""


class Relating(Heading):
    """One sentence, tagged up to some word, and its relative clauses."""

    __slots__ = ()

    def after_relative(self, i: int) -> bool:
        """Whether the plural that opens the sentence still waits for its verb behind a relative clause that has its own:
        "families who spent years there recall"."""
        if t.REL not in self.found or not self.plural_before_relative():
            return False
        at = self.found.index(t.REL)
        inside = [tag for tag in self.found[at:] if tag in FINITE]
        plain = t.COMMA not in self.found[at:] and t.CC not in self.found[at:]
        return (
            len(inside) == 1 and plain and not self.finite_before(at) and self.found[i - 1] in (t.N, t.NAME)
        )

    def plural_before_relative(self) -> bool:
        """Whether the sentence opens with a plural and its relative clause: "families that live near the site"."""
        at = self.found.index(t.REL) if t.REL in self.found else 0
        return at > 0 and self.plural(at - 1)

    def plural_head(self) -> bool:
        """Whether a plural with a phrase after it opens the sentence, or what is said, and waits for its verb: "voters in
        the north", "divers searching the wreck", "officials said that jails in the region"."""
        found = self.found
        start = len(found)
        while start > 0 and not self.opens_content(start - 1):
            start -= 1
        for at in range(start, len(found)):
            if found[at] in (t.PREP, t.VG, t.VN):
                return (
                    at > start
                    and self.plural(at - 1)
                    and all(found[k] not in FINITE for k in range(at, len(found)))
                )
            if found[at] in FINITE:
                return False
        return False

    def opens_content(self, i: int) -> bool:
        """Whether what somebody says begins behind the word at `i`."""
        if self.found[i] == t.THAT:
            return True
        return self.found[i] == t.V and self.lower[i] in self.known.reporting

    def plural_antecedent(self) -> bool:
        """Whether the last relative clause hangs on a plural: "lawyers who have visited say"."""
        for at in range(len(self.found) - 1, 0, -1):
            if self.found[at] == t.REL:
                return self.plural(at - 1)
        return False

    def bare_relative(self, i: int) -> bool:
        """Whether one phrase opens the sentence and a second one acts at `i`: "The men the army sent to Chad [were]"."""
        found = self.found
        if self.known.language != "en" or not found or found[0] not in (t.DET, t.POSS):
            return False
        second = next((k for k in range(2, i) if found[k] == t.DET and found[k - 1] == t.N), 0)
        if not second or self.lower[second] not in _ARTICLES or second + 1 == i:
            return False
        acts = [k for k in range(i) if found[k] in FINITE or found[k] in (t.VN, t.VG, t.VB)]
        plain = all(x in t.NOMINAL or x in (t.PREP, t.TO) for x in found if x not in FINITE)
        return plain and all(k > second for k in acts) and len(acts) < _TWO

    def reduced(self) -> bool:
        """Whether the last participle stands behind its noun without "was" or "had": "men [deported] from Peru"."""
        at = max((j for j, tag in enumerate(self.found) if tag == t.VN), default=0)
        return at > 0 and self.before(at, skip=True) in (t.N, t.NAME)

    def closes_relative(self, i: int) -> bool:
        """Whether the verb at `i` is the first noun's, behind a relative clause that the participle before it ends: "A farmer
        whose land was taken [said]"."""
        if self.lower[i] not in self.known.reporting and self.later_finite(i):
            return False
        found = self.found
        at = i - 1
        while at > 0 and found[at] not in (t.REL, t.COMMA):
            if found[at] == t.POSS and self.lower[at] == "whose":
                break
            at -= 1
        if at < 1 or found[at] == t.COMMA or not any(tag in (t.BE, t.HAVE) for tag in found[at:i]):
            return False
        return not any(tag in FINITE or tag in t.BREAKS for tag in found[:at])

    def numbered(self, i: int) -> bool:
        """Whether a thing with a number does what the word at `i` says: "Table 2 [shows] that", "Shaft 9 feeds the mill"."""
        thing = i > 1 and self.found[i - 2] in (t.N, t.NAME) and not self.plural(i - 2)
        follows = self.raw_tag(i + 1) in (t.DET, t.THAT, t.POSS, t.PRON) or self.lower[i + 1 : i + 2] == [
            "there"
        ]
        return thing and self.lower[i - 1].isdigit() and follows

    def awaited(self, i: int) -> bool:
        """Whether a relative clause with a subject of its own still waits for its verb at `i`: "the pact that Chad signed"."""
        at = i - 1
        while at > 0 and (self.found[at] in t.NOMINAL or self.found[at] == t.CC):
            at -= 1
        if at < 1 or at == i - 1 or self.found[at] not in (t.REL, t.THAT):
            return False
        behind = self.lower[at - 1]
        return (
            self.lower[at] in ("that", "which")
            and self.found[at - 1] == t.N
            and behind not in self.known.contents
            and behind.removesuffix("s") not in self.known.contents
            and behind not in self.known.times
        )

    def clock(self, i: int) -> bool:
        """Whether the sign at `i` stands within a number: "at 10[:]30"."""
        whole = i > 0 and self.starts[i - 1] + len(self.lower[i - 1]) == self.starts[i]
        return (
            whole
            and self.before(i) == t.NUM
            and self.lower[i + 1 : i + 2] != []
            and self.lower[i + 1].isdigit()
        )

    def acted(self, i: int) -> bool:
        """Whether an adjective at `i` is the verb of its spelling: "will [present] a law", "did not [clear] the way",
        "Ministers to [clear] the way"."""
        before = self.before(i)
        if self.before(i, skip=True) in (t.MODAL, t.DO):
            return self.opens_object(i + 1)
        headed = i > 1 and self.headlines() and all(tag in t.NOMINAL for tag in self.found[: i - 1])
        return before == t.TO and self.opens_object(i + 1, direct=not headed)

    def points(self, i: int) -> bool:
        """Whether the participle after "those" at `i` has its clause's verb behind it: "those released include people"."""
        following = self.raw_tag(i + 1)
        if self.lower[i + 2 : i + 3] and self.lower[i + 2] in self.known.times:
            return True
        return following != t.NUM and not (following in (t.DET, t.POSS, t.OBJ) and not self.later_finite(i))
