"""Whatever else a clause tells: that it is of law and courts, and what is planned in it."""

from __future__ import annotations

import pytest
from reporting_sentences import claims

from habeas.model.claim import Claim, Kind

K = Kind


def made(text: str) -> list[Claim]:
    return list(claims(text).claims)


CASES = [
    # By a word of the courts in the clause itself
    ("The second part of the hearing was reserved for the experts.", K.LEGAL, "was reserved", "experts"),
    ("Defence arguments have focused on a missing notebook.", K.EVENT, "have focused", "a missing notebook"),
    ("The cut was no act of clemency.", K.LEGAL, "was", "no act of clemency"),
    ("The sentences were the first since 2004.", K.LEGAL, "were", "the first"),
    ("Nadia Haddad represents two of the defendants.", K.LEGAL, "represents", "two of the defendants"),
    ("Her brother said he was satisfied with the verdict.", K.LEGAL, "was satisfied", "the verdict"),
    ("Nobody was unlawfully held, the ministry said.", K.LEGAL, "unlawfully held", ""),
    ("The case centers on a lease from 1987.", K.LEGAL, "centers on", "a lease"),
    ("The new directive instructed clerks to return the forms.", K.LEGAL, "instructed", "clerks"),
    ("The insurer faces claims for damages from the villagers.", K.LEGAL, "faces", "damages"),
    # By who acts
    ("The High Court has not published its reasons.", K.LEGAL, "has not published", "its reasons"),
    ("The decision involved 43 fishermen.", K.LEGAL, "involved", "43 fishermen"),
    (
        "Three judges sat in Quito. The panel directed the mine to pay.",
        K.LEGAL,
        "directed",
        "the mine",
    ),
    (
        "The three-judge panel said the port had failed to meet the test.",
        K.LEGAL,
        "failed to meet",
        "the test",
    ),
    ("Two laws gave the governor powers to close markets.", K.LEGAL, "gave", "the governor powers"),
    # By what it was given, cut, or held to
    ("The regulator halves the lender's fine.", K.LEGAL, "halves", "fine"),
    ("The penalty has been cut to £58.", K.LEGAL, "has been cut", "£58"),
    ("The agency has the power to close ports.", K.LEGAL, "has", "the power to close"),
    ("The union reserves the right to strike.", K.LEGAL, "reserves", "the right to strike"),
    ("The governor gave traders a deadline.", K.LEGAL, "gave", "a deadline"),
    ("The accused were alleged to have sold passports.", K.ALLEGATION, "to have sold", "passports"),
    ("The wounded had been taken to Lima.", K.EVENT, "had been taken", "Lima"),
    ("The court's decision to free the crew angered them.", K.LEGAL, "decision", "decision to free"),
    ("The petition was moved in May.\n\nIt named 15 ministers.", K.LEGAL, "named", "15 ministers"),
    # What is agreed
    ("There is no need for a treaty, she said.", K.AGREEMENT, "is", "need for a treaty"),
    ("They signed a memorandum aimed at cutting tolls.", K.AGREEMENT, "aimed at", "cutting tolls"),
    ("Under the offer, nurses will receive a bonus.", K.AGREEMENT, "will receive", "a bonus"),
    ("The union rejected the offer.", K.AGREEMENT, "rejected", "the offer"),
    (
        "Ana Soto, Luis Vega and Omar Diallo announced the deal in Quito.\n\nIt clears the way for aid.",
        K.AGREEMENT,
        "clears",
        "the way for aid",
    ),
    ("This means a pause in the walkouts.", K.CONDITION, "means", "a pause"),
    ("It is a one-off agreement. It will not be repeated.", K.AGREEMENT, "repeat", "will not be repeated"),
    ("Chad is stepping up to help.", K.AGREEMENT, "is stepping up", "to help"),
    (
        "The minister is ready to do what it takes to help the coast guard.",
        K.AGREEMENT,
        "is ready to do",
        "help",
    ),
    ("A Swiss envoy praised the UN-brokered truce.", K.AGREEMENT, "brokered by", "UN"),
    ("They fear the court-blocked use of the 1936 Public Order Act.", K.LEGAL, "blocked by", "court"),
    ("The man filed an asylum application in May.", K.LEGAL, "filed", "an asylum application"),
    ("Parliament approved a bill on leases.", K.LEGAL, "approved", "a bill on leases"),
    ("The king used emergency powers to close ports.", K.LEGAL, "used", "emergency powers"),
    ("Sailors were granted permission to land.", K.LEGAL, "were granted", "permission to land"),
    ("The sailors have due process.", K.LEGAL, "have", "due process"),
    ("Her arrest was called illegal and cruel.", K.LEGAL, "was called", "illegal"),
    ("The arrests are often arbitrary.", K.LEGAL, "are", "often arbitrary"),
    ("It is a step for justice, the bishop said.", K.LEGAL, "is", "a step for justice"),
    ("Farmers criticised the measures.", K.LEGAL, "criticised", "the measures"),
    ("Niger was receiving payment for the men.", K.AGREEMENT, "was receiving", "payment"),
    (
        "Asylum seekers are required to make their claim there.",
        K.LEGAL,
        "are required to make",
        "their claim",
    ),
    ("They had been allowed to stay in Niger.", K.LEGAL, "had been allowed to stay", "in Niger"),
    ("Envoys signed a letter of intent.", K.AGREEMENT, "signed", "a letter of intent"),
    ("The costs will be borne by Oman.", K.AGREEMENT, "will be borne by", "Oman"),
    ("Niger offered to house the men.", K.AGREEMENT, "offered to house", "the men"),
    ("The signing of the agreement was delayed.", K.AGREEMENT, "agreement", "signing of the agreement"),
    ("She added that the “definitive pact” was effective on Sunday.", K.AGREEMENT, "was", "effective"),
    ("Niger took ten men in exchange for €5 million.", K.AGREEMENT, "in exchange for", "€5 million"),
    ("The men lacked due process.", K.LEGAL, "lacked", "due process"),
    ("She spoke of due process and of the weather.", K.LEGAL, "spoke", "due process"),
    ("The challenge by the town is about a pier.", K.LEGAL, "is about", "a pier"),
    ("Ana Soto, a lawyer, represents two of the crews.", K.LEGAL, "represents", "two of the crews"),
    (
        "The two firms signed a pact. The payments are meant to restore it.",
        K.AGREEMENT,
        "meant to restore",
        "it",
    ),
    (
        "The pact was signed in Quito. It is also subject to ratification.",
        K.AGREEMENT,
        "is",
        "subject to ratification",
    ),
    ("The proposal was approved with one abstention.", K.LEGAL, "was approved", "one abstention"),
    ("The changes relax other labour rules.", K.LEGAL, "relax", "rules"),
    ("The vote was invalid, the party said.", K.LEGAL, "was", "invalid"),
    ("The fund wants the ministry to file suit in a court.", K.LEGAL, "wants", "to file"),
    ("Oman agreed to receive migrants from Peru.", K.AGREEMENT, "agreed to receive", "migrants"),
    ("Chad will finance their lodging.", K.AGREEMENT, "will finance", "their lodging"),
    ("Niger received 14 deportees in June.", K.AGREEMENT, "received", "14 deportees"),
    ("The board rejected a request to prosecute the mayor.", K.LEGAL, "rejected", "prosecute the mayor"),
    ("They had not been told of refugee status.", K.LEGAL, "had not been told", "refugee status"),
    ("He was accused of aiding and abetting the escape.", K.ALLEGATION, "accused of", "aiding and abetting"),
    # What was cited
    ("The mill was shut, its owner citing costs.", K.EVENT, "citing", "costs"),
    ("Lawyers cited a lack of evidence.", K.LEGAL, "cited", "a lack of evidence"),
    # Verbs and relatives that were missed
    ("The clerks did not present me with a reason.", K.EVENT, "did not present", "a reason"),
    ("They oppose the ban passed last month, which bars night work.", K.LEGAL, "bars", "night work"),
    ("They oppose a law passed in June, which bars night work.", K.LEGAL, "bars", "night work"),
    # Plans
    ("They have to be moved, Soto said.", K.PLAN, "have to be moved", "have to"),
    ("Inmates have to wear grey coats.", K.CONDITION, "have to wear", "grey coats"),
    ("Oman agreed to receive migrants from Peru.", K.PLAN, "agreed to receive", "migrants"),
    (
        "They jailed ten men as part of a Danish scheme to clear the camps.",
        K.PLAN,
        "plans",
        "to clear the camps",
    ),
    ("They will stay there until they can be freed.", K.PLAN, "free", "can be freed"),
    ("Niger offered to house the men.", K.PLAN, "offered to house", "the men"),
    ("The party cancelled the scheme.", K.PLAN, "cancelled", "the scheme"),
    (
        "“We need to start looking at what is possible,” Soto said.",
        K.PLAN,
        "need to start looking",
        "possible",
    ),
    ("Vega is seeking to expel asylum seekers.", K.PLAN, "is seeking to expel", "asylum seekers"),
    ("His sister has been advocating for his return.", K.PLAN, "advocating for", "his return"),
    ("The priority is the safety of the crews.", K.PLAN, "is", "the safety of the crews"),
    ("The bill still needs to be signed by the king.", K.PLAN, "needs to be signed", "the king"),
    ("Vega encouraged all towns to share buses.", K.PLAN, "encouraged", "to share buses"),
    ("The council has decided to keep the men in tents.", K.PLAN, "decided to keep", "the men in tents"),
    ("The ministry's decision to expel nurses caused protests.", K.PLAN, "decision", "to expel nurses"),
    ("It is time to drain the lake, Soto said.", K.PLAN, "is", "time to drain"),
    ("Members voted to strike in May.", K.PLAN, "voted to strike", "May"),
    ("The cells are intended to hold convicts from Oman.", K.PLAN, "intended to hold", "convicts"),
    ("The ministry said it had a timetable to close the camp.", K.PLAN, "plans", "a timetable to close"),
    ("They have a plan to drain the lake.", K.PLAN, "plans", "a plan to drain"),
    ("Officials drew up plans to drain the lake.", K.PLAN, "plans", "plans to drain"),
    ("The policy of keeping crews in tents is harsh, a nurse said.", K.PLAN, "strategy", "policy of keeping"),
]


@pytest.mark.parametrize(("text", "kind", "verb", "value"), CASES, ids=[case[0][:48] for case in CASES])
def test_a_clause_is_of_its_kinds(text, kind, verb, value):
    assert any(
        c.kind is kind and verb in f"{c.property} {c.quote}" and value in f"{c.value} {c.quote}"
        for c in made(text)
    )


QUIET = [
    "The panel of gardeners praised the roses.",
    "Bill Okafor thanked a neighbour.",
    "A group for human rights opened an office.",
    "The weather was fine.",
    "She was right to leave early.",
    "Some illegal miners drank tea.",
]


@pytest.mark.parametrize("text", QUIET)
def test_a_clause_of_other_things_is_not_of_law(text):
    assert not [c for c in made(text) if c.kind is K.LEGAL]


def test_the_relative_is_of_what_was_passed_and_not_of_the_month():
    told = [
        c
        for c in made("They oppose the ban passed last month, which bars night work.")
        if c.property == "bars"
    ]
    assert {c.subject for c in told} == {"ban"}


def test_who_has_a_plan_is_named_where_the_report_says_it():
    told = [c for c in made("The ministry said it had a timetable to close the camp.") if c.kind is K.PLAN]
    assert {c.subject for c in told} == {"ministry"}


DOERS = [
    (
        "In its ruling, the court left open whether flights to Oman are lawful and instead addressed one case.",
        "instead addressed",
        "court",
    ),
    ("The man filed a claim in June and more recently filed a second one.", "more recently filed", "man"),
    ("Police arrested Soto when he returned from Lima and sent him to Quito.", "sent", "Police"),
    ("The court did not, however, stop the flights.", "did not, however, stop", "court"),
    (
        "The trial of the clerk was, however, slated for June.",
        "was, however, slated for",
        "trial of the clerk",
    ),
    ("The mayor has, in recent weeks, met them.", "has, in recent weeks, met", "mayor"),
    ("She could not be moved until that claim had been heard.", "hear", "claim"),
    ("A judge had no authority to order the ministry to broker a truce.", "broker", "ministry"),
    ("The council brought the case in 2017 which is now before the top court.", "is before", "case"),
    ("It ended in June, when the court, led by Ana Soto, cleared the way.", "cleared", "court"),
    ("Ana Soto, while previously opposing removals, sided with the majority.", "sided with", "Ana Soto"),
    ("This effectively overrides the rules.", "effectively overrides", "This"),
    ("They voted in favour of the bill, which gives Oman ten cells.", "gives", "bill"),
]


@pytest.mark.parametrize(("text", "verb", "doer"), DOERS)
def test_what_a_sentence_goes_on_with_is_of_whom_it_is_of(text, verb, doer):
    assert {c.subject.lower() for c in made(text) if c.property == verb} == {doer.lower()}


EMPTY = [
    ("The ruling was wrong, lawyers argued on Saturday.", "argued on"),
    ("Danish nationals would be excluded, as would those convicted of theft.", "would"),
]


@pytest.mark.parametrize(("text", "verb"), EMPTY)
def test_a_verb_with_nothing_of_its_own_claims_nothing(text, verb):
    assert not [c for c in made(text) if c.property == verb]


WORDS = [
    ("The court ruled in favour of the crew and issued a stay of the order.", "issued", None),
    ("The panel of judges questioned the raids and directed the parties to file briefs.", "directed", None),
    ("Soto said he would resign in June.", "would resign in", "Soto"),
    ("Warning that the dam may burst, Soto left.", "burst", "Soto"),
    ("Noting that the camp was full, the judge ordered a review.", "was", "judge (unnamed)"),
]


@pytest.mark.parametrize(("text", "verb", "speaker"), WORDS)
def test_nobody_says_what_they_do_and_who_warns_says_what_may_come(text, verb, speaker):
    told = [c for c in made(text) if verb in (c.property, c.value.rpartition(" ")[2])]
    assert told
    assert {c.asserted_by[-1].name if c.asserted_by else None for c in told} == {speaker}


def test_what_is_needed_for_something_plans_nothing():
    assert not [c for c in made("More space was needed to house the crews.") if c.kind is K.PLAN]
