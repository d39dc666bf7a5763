"""What whole reports of many kinds share: clauses joined by "and", offices in a speaker's name, courts that forbid, and
acts told of the right one."""

import pytest
from reporting_sentences import claims, numbers

from habeas.model.claim import Kind

JOINED = [
    ("The miners may be freed and the jail holds 400 men.", "holds", "asserted", False),
    ("The miners were whipped and could die.", "whip", "asserted", False),
    ("The ministry closed the camp and officials could resign.", "closed", "asserted", False),
    ("He was whipped and may be moved to Lima.", "may be moved to", "conditional", False),
    ("The judge freed 12 miners and might free 40 others.", "freed", "asserted", False),
    ("The bill did not pass and 30 miners were freed.", "free", "asserted", False),
    ("The court has not ruled and the jail holds 40 miners.", "holds", "asserted", False),
    ("The jail holds 40 miners and is not safe.", "holds", "asserted", False),
    ("The jail holds 40 miners and is not safe.", "is", "asserted", True),
    ("Up to 130 miners have been told they could be moved.", "have been told", "asserted", False),
    ("The miners could be charged and jailed for 12 years.", "jailed for", "conditional", False),
    ("The ministry has not charged or freed the miners.", "charge", "asserted", True),
]


@pytest.mark.parametrize(("text", "act", "modality", "negated"), JOINED)
def test_a_hedge_or_a_negation_stays_in_its_own_clause(text, act, modality, negated):
    told = {
        (c.modality, c.negated) for c in claims(text).claims if c.property == act and c.kind is not Kind.PLAN
    } or {(c.modality, c.negated) for c in claims(text).claims if c.property == act}
    assert told == {(modality, negated)}


def test_a_number_is_as_firm_as_its_own_clause():
    for text in [text for text, *_ in JOINED if "40 miners" in text or "400 men" in text]:
        for one in numbers(text).values():
            hedged = "might free" in text and one.value == 40
            assert (one.modality, one.negated) == ("conditional" if hedged else "asserted", False), text


SPEAKERS = [
    ("“The road is open,” said Malawi’s acting government spokesperson Grace Banda in a note.", "The road is open", "Grace Banda"),
    ("“We will win,” said Chad's ruling party.", "We will win", "Chad's ruling party"),
    ("“Five men are held,” she said, “after talks” with the United States government.", "Five men are held", "speaker not named"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), SPEAKERS)
def test_words_are_those_of_whoever_holds_the_office(text, words, speaker):
    assert {c.subject for c in claims(text).claims if c.value == words} == {speaker}


def test_whoever_is_named_behind_a_quotation_does_nothing_in_it():
    found = claims("“The road is open,” said Malawi’s acting spokesperson Grace Banda in a statement.").claims
    assert not [c for c in found if c.kind is Kind.EVENT]


def test_papers_that_lie_with_a_court_are_not_its_word():
    text = "The High Court heard the case. Court documents revealed the ministry had held 12 sailors."
    assert numbers(text)[12].asserted_by[-1].name == "Court documents"


LEGAL = [
    ("A judge in Lima on Tuesday barred the ministry from moving 13 detainees from the fort.", "judge in Lima", "barred"),
    ("Another judge issued an order to keep the detainees at the base.", "Another judge", "issued"),
    ("US Judge Bars Transfer of 13 Sailors", "US Judge", "Bars"),
    ("Judge Halts Removal of Miners", "Judge", "Halts"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "act"), LEGAL)
def test_what_a_court_forbids_is_of_the_law(text, who, act):
    assert (Kind.LEGAL, who) in {(c.kind, c.subject) for c in claims(text).claims if c.property == act}


ACTS = [
    ("The ministry said it was holding five sailors deported from Peru, but sought to send them home.", "sought to send", "it"),
    ("The first bus in the long convoy, set to leave on Friday, is full.", "is", "first bus in the long convoy"),
    ("The miners were convicted smugglers from Peru.", "were", "miners"),
    ("The union asked the mayor to hear their case.", "hear", "mayor"),
    ("Some 100 drivers were taken hostage during the siege.", "were taken", "Some 100 drivers"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "who"), ACTS)
def test_an_act_is_of_the_one_who_does_it(text, act, who):
    assert who in {c.subject for c in claims(text).claims if c.property == act}


def test_a_number_is_told_of_the_first_of_several():
    assert (
        numbers("The first trip in the scheme is due to carry 31 migrants.")[31].subject
        == "first trip in the scheme"
    )


def test_a_nation_is_home_to_its_people_and_holds_none():
    text = "Two inmates are held in jail.\n\nTogo, a nation in Africa, is home to about 8 million people."
    assert numbers(text)[8_000_000].property == "population"


COUNTED = [
    ("At least 30 of the town's 900 residents were killed.", 30, "residents", "deaths"),
    ("At least 30 of the town's 900 residents were killed.", 900, "town", "residents"),
    ("Twelve of the 40 men were freed.", 40, "men", "men"),
    ("Many of the valley's population of 30,000 were left homeless.", 30_000, "valley", "population"),
    ("Snow fell in the valley, about 600 km north of the capital Lima.", 600, "valley", "distance"),
    ("The men were held in a camp 30 km from Tripoli.", 30, "camp", "distance"),
    ("A wooden boat about 10 metres long was found on the beach near the city of Hull.", 10, "wooden boat", "length"),
    ("Last week's riot killed 12 inmates.", 12, "riot", "deaths"),
    ("The UN migration agency said 30 men had died.", 30, "men", "deaths"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "subject", "asked"), COUNTED)
def test_a_number_is_told_of_its_own_thing(text, number, subject, asked):
    told = numbers(text)[number]
    assert (told.subject, told.property) == (subject, asked)


RATES = [
    ("The fire rate in the towns has reached 116 for every 100,000 homes, compared with 89 for every 100,000 in 2019.", 116, "per 100,000 homes"),
    ("The fire rate in the towns has reached 116 for every 100,000 homes, compared with 89 for every 100,000 in 2019.", 89, "per 100,000"),
    ("Some 9 per 1,000 calves died.", 9, "per 1,000 calves"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "unit"), RATES)
def test_a_rate_is_told_of_so_many_and_these_are_no_number_of_their_own(text, number, unit):
    told = numbers(text)
    assert told[number].unit == unit
    assert told[number].property.startswith("rate per")
    assert not {100_000, 1_000} & told.keys()


def test_what_a_number_grew_by_is_no_population():
    assert numbers("The prison population has risen by 6,840 since May.")[6840].property == "risen by"


def test_some_of_them_are_of_those_counted_before():
    told = numbers("There were eight fires in one week, five of them within 24 hours.")
    assert (told[5].subject, told[5].unit) == ("fires", "fires")


def test_a_place_that_sees_something_does_not_say_what_others_say():
    text = "Although things are better in towns such as Hull, which saw six fires, the inspector said crews met 100 drivers."
    assert numbers(text)[100].asserted_by[-1].name == "inspector (unnamed)"


HEDGED = [
    ("The bill that would end most of the unions' bargaining rights in Chad was passed.", "pass", "asserted"),
    ("The law, which would ban strikes, has passed.", "pass", "asserted"),
    ("A man who could be freed was whipped.", "whip", "asserted"),
    ("The law, which would ban strikes, has passed.", "would ban", "conditional"),
    ("A ruling dealt a blow to Chad's plans to hold sailors.", "dealt", "asserted"),
]


@pytest.mark.parametrize(("text", "act", "modality"), HEDGED)
def test_a_hedge_in_a_relative_clause_leaves_the_main_one_alone(text, act, modality):
    assert {c.modality for c in claims(text).claims if c.property == act} == {modality}


SUBJECTS = [
    ("The bill that would end most of the unions' bargaining rights in Chad was passed.", "pass", "bill"),
    ("Israeli strikes in Gaza killed at least 40 people.", "killed", "Israeli strikes in Gaza"),
    ("A camp in Gaza where displaced Palestinians were sheltering from rain was hit.", "were sheltering from", "displaced Palestinians"),
    ("The army said it took steps to limit harm and blamed the rebels.", "blamed", "it"),
    ("The \"chilling and lasting effect\" of hunger in jails is driving up deaths.", "is driving up", "chilling and lasting effect of hunger in jails"),
    ("A ruling by the European Court of Justice (ECJ) on the matter made it void.", "made", "ruling by the European Court of Justice (ECJ) on the matter"),
    ("Men seen in Lima arrested in Quito", "arrested in", "Men"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "who"), SUBJECTS)
def test_whoever_acts_is_found_behind_words_in_marks_and_brackets(text, act, who):
    assert who in {c.subject.replace('"', "") for c in claims(text).claims if c.property == act}


def test_what_will_be_held_on_a_day_is_still_to_come():
    (plan,) = [c for c in claims("A cabinet meeting will be held on Monday.").claims if c.kind is Kind.PLAN]
    assert plan.as_of == "2025-05-26"


def test_an_hour_of_the_world_is_no_year():
    assert {c.as_of for c in claims("The ship arrived shortly after 1300 GMT in Bari.").claims} == {"2025-05"}


DATED = [
    ("The town was hit by a 1998 flood that killed 300 people.", "killed", "1998"),
    ("Peru has agreed to renew a 2017 deal with Chile.", "has agreed to renew", "2025-05"),
    (
        "The army moved two captives before the trial of the suspected July 4, 2009 bombers.",
        "moved",
        "2025-05",
    ),
]


@pytest.mark.parametrize(("text", "act", "when"), DATED)
def test_a_year_before_a_noun_is_that_of_the_noun(text, act, when):
    assert {c.as_of for c in claims(text).claims if c.property == act} == {when}


DONE = [
    ("Divers searching the wreck of the ferry expect the toll to rise.", "expect", "Divers searching the wreck of the ferry"),
    ("“The sky weeps,” said Ana Ruiz, beating her chest.", "beating", "Ana Ruiz"),
    ("The minister named an envoy tasked with closing the camp and reopened the talks.", "reopened", "minister"),
    ("Neither of the sailors was charged.", "charge", "sailors"),
    ("Harbour Watch said that renewing the deal, along with the changes, would harm sailors.", "would harm", "renewing the deal"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "who"), DONE)
def test_what_stands_between_does_not_hide_who_acts(text, act, who):
    assert who in {c.subject for c in claims(text).claims if c.property == act}


NO_ACTS = [
    ("Witnesses had told security forces that hundreds of migrants had landed.", "forces"),
    ("The army announced the transfer of two captives back to Chad.", "back to"),
    ("Last week's riot killed 12 inmates.", "riot"),
]


@pytest.mark.parametrize(("text", "word"), NO_ACTS)
def test_a_noun_or_an_adverb_is_no_act(text, word):
    assert word not in {c.property for c in claims(text).claims}


def test_what_somebody_is_asked_to_do_is_not_done():
    found = claims(
        "The groups asked the ministry to cancel the deal, evacuate the sailors, and ensure they are safe."
    ).claims
    assert {(c.subject, c.modality) for c in found if c.property == "cancel"} == {("ministry", "planned")}


def test_a_body_within_a_body_speaks_for_itself():
    text = "The UN refugee agency said 40 men had died. The UN migration agency said 30 men had died."
    assert [numbers(text)[n].asserted_by[-1].name for n in (40, 30)] == [
        "UN refugee agency",
        "UN migration agency",
    ]


def test_whoever_heads_a_place_s_body_heads_that_body():
    roles = [
        c.value
        for c in claims("Ana Ruiz, head of Lima's municipal council, left.").claims
        if c.kind is Kind.ROLE
    ]
    assert roles == ["head, Lima's municipal council"]


def test_a_day_that_stays_with_its_year_is_told_whole():
    found = claims("The truce was supposed to end on 2 September this year.").claims
    assert {c.value for c in found} == {"2 September this year"}


AHEAD = [
    ("Only eight men will be aboard Tuesday's flight.", "2025-05-20"),
    ("Eight men boarded Friday's flight.", "2025-05-16"),
]


@pytest.mark.parametrize(("text", "day"), AHEAD)
def test_a_day_that_has_something_lies_where_its_verb_puts_it(text, day):
    assert numbers(text)[8].as_of == day


def test_an_amount_in_another_currency_is_of_the_same_day():
    told = numbers("In 2019 Chad got a down payment of £120 million ($148 million), and in 2021 none.")
    assert {told[n].as_of for n in (120_000_000, 148_000_000)} == {"2019"}


HEARD = [
    ("Lawyers of four out of 14 migrants deported to Chad from Peru have said 12 clients remain in Chad.", 12, "Lawyers (unnamed)"),
    ("The Care4Kids charity said on Friday that 31 boys left.", 31, "Care4Kids charity"),
    ("The view was rehashed by Foreign Minister, Bo Ek who said on Monday that 30 boys left.", 30, "Bo Ek"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "speaker"), HEARD)
def test_a_number_is_heard_from_the_head_of_a_long_subject(text, number, speaker):
    assert numbers(text)[number].asserted_by[-1].name == speaker


OFFICES = [
    (
        "The view was rehashed by Foreign Minister, Bo Ek who said on Monday that 30 boys left.",
        "Foreign Minister",
    ),
    ("While sorry for the crew, Federal Judge, Tanya Weil says she could not step in.", "Federal Judge"),
]


@pytest.mark.parametrize(("text", "office"), OFFICES)
def test_an_office_in_capitals_before_a_comma_is_no_more_than_that(text, office):
    assert {c.value for c in claims(text).claims if c.kind is Kind.ROLE} == {office}


def test_further_is_nobody():
    text = "The crew sued Chad. The crew further accused the ministry of “dirty work”."
    assert {c.subject for c in claims(text).claims if c.kind is Kind.QUOTATION} == {"crew (unnamed)"}


LATER = [
    ("4 sailors deported to Chad remain in the country", "remain in", "4 sailors deported to Chad"),
    ("The quake flattened huts, killing farmers and goats, and triggered landslides.", "triggered", "quake"),
    ("The ruling by a judge in Lima on Friday, which gave the go-ahead, was kept.", "gave", "ruling by a judge in Lima"),
    ("His court could not meddle with a “clear and detailed” ruling.", "could not meddle with", "His court"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "who"), LATER)
def test_a_verb_far_behind_finds_its_subject(text, act, who):
    assert {c.subject for c in claims(text).claims if c.property == act} == {who}


def test_what_describes_in_marks_does_nothing():
    found = claims("His court could not meddle with a “clear and detailed” ruling.").claims
    assert "detailed" not in {c.property for c in found}


COUNTED_TOO = [
    ("The minister said three of the eight seriously injured prisoners died.", 3, "injured prisoners", "deaths"),
    ("The minister said three of the eight seriously injured prisoners died.", 8, "injured prisoners", "injured prisoners"),
    ("The block where the fire broke out had a maximum capacity of 40 prisoners, but housed 120.", 40, "block", "capacity"),
    ("The block where the fire broke out had a maximum capacity of 40 prisoners, but housed 120.", 120, "block", "inmates held"),
    ("The jail housed 1,960 inmates, nearly twice the 1,100 inmate capacity.", 1100, "jail", "capacity"),
    ("More than 195,000 members voted in the ballot, with over 191,000 rejecting it.", 191_000, "members", "voted members"),
    ("A ballot of the crews (a 66% turnout) was held.", 66, "turnout", None),
    ("There were only five officers on guard inside the jail.", 5, "officers", "officers"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "subject", "asked"), COUNTED_TOO)
def test_a_number_is_of_what_its_words_name(text, number, subject, asked):
    told = numbers(text)[number]
    assert told.subject == subject
    assert asked in (None, told.property)


THEIRS = [
    ("Members of the Teachers Union (TU) flatly rejected a pay offer.", "flatly rejected", "Members of the Teachers Union (TU)"),
    ("The fire spread while most of the prisoners were asleep, locked in their cells.", "were", "most of the prisoners"),
    ("The judge used all available legal means to block the removals.", "used", "judge"),
    ("Hundreds of grieving family members surged against barricades, raining rocks on police.", "raining", "Hundreds of grieving family members"),
    ("The block where the fire broke out had a maximum capacity of 40.", "had", "block"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "who"), THEIRS)
def test_what_is_told_is_told_of_its_own(text, act, who):
    assert {c.subject for c in claims(text).claims if c.property == act} == {who}
