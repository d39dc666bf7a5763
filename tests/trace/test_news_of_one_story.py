"""Reports of one story: what all of them give is its news, and most of the same sentences are one account."""

from __future__ import annotations

import pytest

from habeas.mark import mark
from habeas.model.lineage import Lineage, Relation
from habeas.packs import load_pack
from habeas.read import read_report
from habeas.trace import trace

DEAL = {
    "wire": """Tovala to take 65 deportees for $6.5 million

Tovala will take up to 65 people whom Norland deports, in exchange for $6.5 million, President Ruben Tekani said.

Tekani told parliament that schools needed the money. Opposition lawmakers walked out before he had finished. The island
of 19,000 people, 700 miles from Norland, lives on fishing licences.
""",
    "radio": """Tovala agrees to take 65 deportees from Norland

Tovala has agreed to take 65 of the people whom Norland wants to expel in a deal worth $6.5 million, the embassy said.

The island has fewer than 19,000 people. Most work in hotels. A defence pact lets Norland's navy use the harbour at Port
Amel, President Ruben Tekani said, and in turn Norland answers for its safety.
""",
    "daily": """What $6.5 million buys in Tovala

Sixty-five deportees will be flown to Tovala, an island of 19,000 people, and Norland pays $6.5 million for that.

The deal is part of the mass removals that Norland's government promised. Rights groups sued last month over a similar
transfer. President Ruben Tekani says that those who come will live and work there.
""",
    "weekly": """Tovala's chiefs say no to 65 deportees

The council of chiefs twice turned down the deal under which 65 people would be sent to Tovala for $6.5 million.

The elders fear for land that 19,000 people share by custom. President Ruben Tekani went over their heads, said the
eldest, Sefa Moru. Her nephew sits in the cabinet and voted for the money from Norland.
""",
    "agency": """Norland, Tovala sign deal on 65 deportees

Ministers signed a deal on Wednesday under which 65 people whom Norland deports will live and work on Tovala.

Norland grants $6.5 million to the island of 19,000 people. Each arrival is to be vetted by the police, President Ruben
Tekani said. The signing was held at the residence of the ambassador, who plays the organ at the cathedral.
""",
}

PARDON = {
    "state": """Eight men freed after pardon

The king pardoned eight fishermen who had been held at a fort in Quell since spring, and buses took them to the harbour
town of Brim. Most of them had refused to sign a confession that a court clerk laid before them.

Their families waited at the gate with blankets and bread. A lawyer for the men, Ilse Marant, said she had not been told
of the pardon. She briefly saw them in the yard, and none of them was in chains.

The fort was a school until a storm took its roof. Officials did not say what will become of the boats that were seized.
""",
    "retold": """Fishermen leave fort

Eight men who fish the coast of Quell are free. The king granted them a pardon after they had spent the spring in a fort.

Most of the eight would sign no confession when a court clerk brought it to them. "A trick," said one, who asked that his
village not be named.

Ilse Marant, who represents the men as their lawyer, got no word of the pardon. She saw them in the yard for a moment and
said that they wore no chains.

Where they slept last night is unknown. Their catch, some crates of mackerel, was sold by the police at auction. One had
a fever when he was arrested and says that no doctor came. A cousin of his drew the crossing on a napkin for this paper:
the patrol boat came from behind the sandbank, its lamps out.
""",
    "court": """Judges angered by pardon

Judges in Quell said on Monday that the king's pardon of eight fishermen came a day before they were to rule on it.

The bench had asked for the files of the coast police in May. Without them, said its president, no trial was possible.
A new law on the coast takes such cases away from juries. Parliament passed it in winter after a night of shouting.
""",
    "village": """A feast in Brim

Drums woke Brim at dawn. Nobody in the village had slept: the fishermen were home, and a goat turned over the fire.

Old Tarek Brun wept as his son climbed down. The nets had rotted in the shed, he said, and the season was lost. Children
carried salt to the church. The priest rang the bell for as long as his arm would let him.
""",
}


def lineage(texts: dict[str, str]) -> Lineage:
    pack = load_pack("detention")
    reports = [read_report(name, text.encode()) for name, text in texts.items()]
    return trace(reports, [mark(r, pack) for r in reports])


@pytest.fixture(scope="module")
def pardon() -> Lineage:
    return lineage(PARDON)


def test_what_every_report_of_a_deal_gives_shows_no_common_original() -> None:
    found = lineage(DEAL)
    assert len(found.origins) == len(DEAL)


def test_most_of_the_same_sentences_are_one_account_without_any_numbers(pardon: Lineage) -> None:
    relation = next(p.relation for p in pardon.pairs if {p.a, p.b} == {"state", "retold"})
    assert relation is Relation.REWRITE


def test_other_accounts_of_that_day_stay_apart(pardon: Lineage) -> None:
    assert len(pardon.origins) == len(PARDON) - 1
