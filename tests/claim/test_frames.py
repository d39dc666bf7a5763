"""What sentences claim: kind, subject, property and value, in reports about anything."""

from __future__ import annotations

import pytest
from reporting_sentences import claims

from habeas.model.claim import Claim, Kind, Modality

WORDED = (Kind.EVENT, Kind.LEGAL, Kind.CONDITION, Kind.AGREEMENT, Kind.ALLEGATION, Kind.PLAN)


def worded(text: str, language: str = "en") -> list[Claim]:
    return [c for c in claims(text, language).claims if c.kind in WORDED]


def holds(text: str, kind: str, subject: str, words: str, language: str = "en") -> bool:
    """Whether some claim of `kind` has `subject` in its subject and all `words` in property and value."""
    for one in worded(text, language):
        said = f"{one.property} {one.value}".lower()
        if (
            one.kind == kind
            and subject.lower() in one.subject.lower()
            and all(w in said for w in words.split())
        ):
            return True
    return False


ENGLISH = [
    # events
    ("Floodwaters swept through three villages on Saturday, killing 40 people.", "event", "floodwaters", "swept villages"),
    ("Floodwaters swept through three villages on Saturday, killing 40 people.", "event", "floodwaters", "killing 40"),
    ("Rescuers recovered the bodies of six miners.", "event", "rescuers", "recovered bodies miners"),
    ("The airline has cancelled all flights to Beirut.", "event", "airline", "cancelled flights"),
    ("The crash of a passenger train near Lahore killed 30 people.", "event", "crash", "killed 30"),
    ("The ship sank off Yemen, causing a large oil spill.", "event", "ship", "causing oil spill"),
    ("Dr. Ana Silva announced on Friday that the trial had failed.", "event", "ana silva", "announced trial failed"),
    ("Mayor Lena Brandt visited the burned town of Oak Hill.", "event", "lena brandt", "visited town"),
    ("The two ministers met in Geneva on Tuesday.", "event", "ministers", "met geneva"),
    ("Police fired tear gas at protesters outside parliament.", "event", "police", "fired tear gas"),
    ("Dozens of soldiers were transferred from a base in Gao to Bamako.", "event", "soldiers", "transferred base"),
    ("The volcano erupted twice, and ash fell on the capital.", "event", "ash", "fell capital"),
    ("Tuesday's explosion in the harbour could be heard for miles.", "event", "", "explosion"),
    ("The arrest of two bankers shocked the city.", "event", "arrest", "shocked"),
    ("Opposition leaders rejected the result.", "event", "opposition leaders", "rejected result"),
    ("Heavy rain hit the coast while crews repaired the levee.", "event", "crews", "repaired levee"),
    # law
    ("The Constitutional Court of Uganda struck down the law.", "legal", "constitutional court", "struck law"),
    ("A judge in Nairobi ordered the company to stop dumping waste.", "legal", "judge", "ordered stop dumping"),
    ("Brazil's Supreme Court upheld the ban on Thursday.", "legal", "supreme court", "upheld ban"),
    ("The new law allows police to hold suspects for 30 days.", "legal", "law", "allows police hold"),
    ("Parliament passed a bill banning plastic bags.", "legal", "parliament", "passed bill"),
    ("The former minister was sentenced to six years in prison.", "legal", "minister", "sentenced six years"),
    ("Two activists were charged with trespassing.", "legal", "activists", "charged trespassing"),
    ("Residents have challenged the permit in court.", "legal", "residents", "challenged permit"),
    ("If the company fails to comply, it could face fines of $5 million.", "legal", "", "face fines"),
    ("The governor's invocation of the Emergency Powers Act drew protests.", "legal", "governor", "invocation emergency powers"),
    ("The Clean Water Act of 1972 requires factories to get permits.", "legal", "clean water act", "requires permits"),
    ("The Clean Water Act of 1972 requires factories to get permits.", "legal", "clean water act", "year enactment 1972"),
    ("Drivers must register their carts at the town hall.", "legal", "drivers", "register carts"),
    ("The ministry repealed the decree.", "legal", "ministry", "repealed decree"),
    # conditions
    ("The hospital lacks running water and has only two doctors.", "condition", "hospital", "lacks water"),
    ("The prison is overcrowded and has no clinic.", "condition", "prison", "overcrowded"),
    ("Inmates sleep on concrete floors and receive one meal a day.", "condition", "inmates", "sleep concrete"),
    ("Inmates sleep on concrete floors and receive one meal a day.", "condition", "inmates", "receive meal"),
    ("Detainees are denied books, visits and exercise.", "condition", "detainees", "denied books"),
    ("Detainees are denied books, visits and exercise.", "condition", "detainees", "denied exercise"),
    ("There are no toilets in the camp.", "condition", "toilets", "no toilets camp"),
    ("The dam was built to supply the capital.", "condition", "dam", "built supply"),
    ("Phone calls are prohibited for prisoners in the east wing.", "condition", "phone calls", "prohibited"),
    ("Prisoners were handcuffed and made to kneel in the yard.", "condition", "prisoners", "handcuffed"),
    ("The jail, notorious for its heat, stands on an island.", "condition", "jail", "notorious heat"),
    ("The detention centre has become a symbol of neglect.", "condition", "detention centre", "symbol neglect"),
    ("The situation remains tense.", "condition", "situation", "remains tense"),
    # agreements
    ("Nurses signed a pay deal with the ministry.", "agreement", "nurses", "signed pay deal"),
    ("The European Union and Tunisia reached an agreement on fishing.", "agreement", "european union and tunisia", "reached agreement"),
    ("The partnership between Kenya and Norway ended in May.", "agreement", "partnership", "kenya norway"),
    ("Ghana agreed to take 200 evacuees.", "agreement", "ghana", "agreed take"),
    ("Denmark will compensate fishermen for lost catch.", "agreement", "denmark", "compensate fishermen"),
    ("Peru remains an ally of the fishing states.", "agreement", "peru", "ally fishing"),
    ("The treaty aims to protect whales.", "agreement", "treaty", "aims protect whales"),
    ("With Chile's full cooperation, the search widened.", "agreement", "chile", "cooperation"),
    # allegations
    ("Prosecutors accused the former mayor of taking bribes.", "allegation", "prosecutors", "accused taking bribes"),
    ("Unions condemned the decision as an attack on workers.", "allegation", "unions", "condemned decision"),
    ("The firm violated safety rules for years.", "allegation", "firm", "violated safety rules"),
    ("The men are allegedly linked to a smuggling ring.", "allegation", "men", "linked smuggling"),
    ("Monitors documented abuses in four towns.", "allegation", "monitors", "documented abuses"),
    ("The agency has yet to provide evidence of fraud.", "allegation", "agency", "provide evidence"),
    ("Allegations of fraud, bribery and theft have been reported.", "allegation", "", "fraud bribery theft"),
    ("Critics argue that building the dam, though popular, is a mistake.", "allegation", "critics", "argue building dam"),
    # plans
    ("The government plans to relocate 3,000 families.", "plan", "government", "plans relocate"),
    ("The company will open a mine in Zambia.", "plan", "company", "will open mine"),
    ("The bank is expected to raise interest rates.", "plan", "bank", "expected raise rates"),
    ("The president is set to sign the bill next week.", "plan", "president", "set sign"),
    ("The reform could cost thousands of jobs.", "plan", "reform", "could cost jobs"),
    ("The city has plans to convert the barracks.", "plan", "city", "plans convert barracks"),
    ("The union's campaign to raise wages is growing.", "plan", "union", "campaign raise wages"),
    ("The minister revealed plans to sell the port.", "plan", "minister", "plans sell port"),
    ("Executives met the chiefs to discuss the sale of the forest.", "plan", "executives", "discuss sale"),
    ("The new approach focuses on prevention.", "plan", "approach", "focuses prevention"),
    ("Aid groups continue to search for survivors.", "plan", "aid groups", "continue search"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "subject", "words"), ENGLISH)
def test_a_sentence_makes_its_claim(text: str, kind: str, subject: str, words: str) -> None:
    assert holds(text, kind, subject, words), [(c.kind, c.subject, c.property, c.value) for c in worded(text)]


SPANISH = [
    ("Las inundaciones destruyeron 200 viviendas y dejaron 12 muertos.", "event", "inundaciones", "destruyeron viviendas"),
    ("Las inundaciones destruyeron 200 viviendas y dejaron 12 muertos.", "event", "inundaciones", "dejaron 12"),
    ("La Corte Constitucional anuló la reforma.", "legal", "corte constitucional", "anuló reforma"),
    ("El gobierno planea construir una cárcel en la costa.", "plan", "gobierno", "planea construir cárcel"),
    ("La presidenta anunció que enviará tropas a la frontera.", "event", "presidenta", "anunció tropas"),
    ("Los mineros firmaron un acuerdo con la empresa.", "agreement", "mineros", "firmaron acuerdo"),
    ("La fiscalía acusó al exalcalde de recibir sobornos.", "allegation", "fiscalía", "acusó sobornos"),
    ("El penal, que fue inaugurado en 2015, alberga a 3.000 presos.", "event", "penal", "inaugurado"),
    ("Los detenidos fueron trasladados a una base militar.", "event", "detenidos", "trasladados base"),
    ("Los reclusos duermen en el suelo y no reciben visitas.", "condition", "reclusos", "duermen suelo"),
    ("Los reclusos duermen en el suelo y no reciben visitas.", "condition", "reclusos", "reciben visitas"),
    ("La Ley de Aguas de 1982 obliga a las fábricas a obtener un permiso.", "legal", "ley de aguas", "obliga fábricas"),
    ("El juez ordenó la liberación de los dos periodistas.", "legal", "juez", "ordenó liberación"),
    ("Organizaciones civiles denunciaron torturas en las comisarías.", "allegation", "organizaciones", "denunciaron torturas"),
    ("El hospital carece de medicinas y de personal.", "condition", "hospital", "carece medicinas"),
    ("La policía capturó a cuatro hombres en Soyapango.", "event", "policía", "capturó cuatro"),
    ("El presidente Luis Mora viajará a Brasil.", "plan", "luis mora", "viajará brasil"),
    ("El banco podría subir las tasas de interés.", "plan", "banco", "podría subir tasas"),
    ("Unos 500 migrantes fueron deportados a Honduras.", "event", "migrantes", "deportados honduras"),
    ("El acuerdo prevé el pago de 20 millones de dólares.", "agreement", "acuerdo", "prevé pago"),
    ("El Congreso aprobó una ley que prohíbe los plásticos.", "legal", "congreso", "aprobó ley"),
    ("El Congreso aprobó una ley que prohíbe los plásticos.", "legal", "ley", "prohíbe plásticos"),
    ("Los maestros marcharon por el centro de la ciudad.", "event", "maestros", "marcharon centro"),
    ("El Tribunal Supremo rechazó el recurso.", "legal", "tribunal supremo", "rechazó recurso"),
    ("El ministro se reunió con los alcaldes de la región.", "event", "ministro", "reunió alcaldes"),
    ("No hay camas suficientes en las celdas.", "condition", "camas", "camas suficientes"),
    ("El exministro está vinculado a una red de corrupción.", "allegation", "exministro", "vinculado red"),
    ("El volcán entró en erupción el martes.", "event", "volcán", "entró erupción"),
    ("El sindicato intenta frenar la venta del puerto.", "plan", "sindicato", "intenta frenar"),
    ("Los presos fueron esposados y rapados.", "condition", "presos", "esposados"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "subject", "words"), SPANISH)
def test_a_spanish_sentence_makes_its_claim(text: str, kind: str, subject: str, words: str) -> None:
    made = worded(text, "es")
    assert holds(text, kind, subject, words, "es"), [(c.kind, c.subject, c.property, c.value) for c in made]


MODALITY = [
    ("The company will open a mine in Zambia.", Modality.PLANNED),
    ("The reform could cost thousands of jobs.", Modality.CONDITIONAL),
    ("The company closed a mine in Zambia.", Modality.ASSERTED),
]


@pytest.mark.parametrize(("text", "expected"), MODALITY)
def test_a_modal_verb_gives_the_modality(text: str, expected: Modality) -> None:
    assert {c.modality for c in worded(text)} == {expected}


def test_a_question_claims_nothing() -> None:
    assert worded("Why did the council sell the library?") == []


def test_saying_alone_is_no_claim() -> None:
    assert worded("It was late, she said.") == [] or all(
        c.property != "said" for c in worded("It was late, she said.")
    )


def test_a_transfer_fills_its_places() -> None:
    text = "Forty prisoners were flown from Malta to Cyprus by the army."
    slots = {s.name: s.value for c in worded(text) for s in c.slots}
    assert (slots["from"], slots["to"]) == ("Malta", "Cyprus")


def test_every_quote_is_the_text_at_its_span() -> None:
    text = "The mayor, who denies it, was accused of selling land; a court froze her accounts on Monday."
    for one in claims(text).claims:
        assert text[one.span.start : one.span.end] == one.quote


def test_a_coordinated_verb_shares_the_subject() -> None:
    made = worded("The army bombed the bridge and shelled the port.")
    assert {c.subject for c in made} == {"army"}


def test_an_intention_goes_before_what_is_intended() -> None:
    made = worded("The minister plans to visit the camp.")
    assert [c.kind for c in made] == [Kind.PLAN]


def test_nothing_is_claimed_twice_in_one_place() -> None:
    made = claims("The court blocked the sale. The court blocked the sale.").claims
    keys = [(c.kind, c.subject, c.property, c.value, c.span) for c in made]
    assert len(keys) == len(set(keys))
