"""Who stands behind words: the chain, the outlet that relays, and whom a speaker passes on."""

from dataclasses import replace

from reporting_sentences import as_report, claims, context

from habeas.claim.context import Context, chain, modality, place, subject_name, voice
from habeas.model.claim import Modality
from habeas.model.marks import (
    Attribution,
    AttributionKind,
    Cue,
    EntityType,
    Marks,
    Quotation,
    ReportEntity,
    Sentence,
)
from habeas.model.span import Span
from habeas.packs import load_pack

TEXT = "The Gazette wrote that Ada Brook said “Omar Finn promised 40 boats”."
NUMBER = Span(TEXT.index("40"), TEXT.index("40") + 2)


def span(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def made(*attributions, hedges=(), negations=()):
    quoted = span("Omar Finn promised 40 boats")
    marks = Marks(
        "report.txt",
        "en",
        sentences=(Sentence(Span(0, len(TEXT)), 0),),
        entities=(
            ReportEntity("The Gazette", EntityType.MEDIUM),
            ReportEntity("Ada Brook", EntityType.PERSON),
            ReportEntity("Omar Finn", EntityType.PERSON),
        ),
        quotations=(Quotation(quoted, Span(quoted.start - 1, quoted.end + 1), 0),),
        attributions=attributions,
        hedges=hedges,
        negations=negations,
    )
    return Context.of(as_report(TEXT), marks, load_pack())


GAZETTE = Attribution(AttributionKind.REPORTED, Span(23, len(TEXT) - 1), "The Gazette", entity=0)
BROOK = Attribution(
    AttributionKind.QUOTED,
    span("Omar Finn promised 40 boats"),
    "Ada Brook",
    entity=1,
    role="harbour master",
    quotations=(0,),
)
FINN = Attribution(AttributionKind.REPORTED, span("40 boats"), "Omar Finn", entity=2)


def test_without_an_attribution_it_is_the_report_s_own_voice():
    assert chain(made(), NUMBER) == ()


def test_an_outlet_relays_and_is_no_speaker():
    heard = voice(made(GAZETTE), NUMBER)
    assert (heard.asserted_by, heard.via) == ((), "The Gazette")


def test_a_speaker_is_heard_through_the_outlet():
    heard = voice(made(GAZETTE, BROOK), NUMBER)
    assert [(a.name, a.role, a.via) for a in heard.asserted_by] == [
        ("Ada Brook", "harbour master", "The Gazette")
    ]


def test_one_who_passes_on_another_s_words_is_told_from_one_who_does_not():
    heard = voice(made(BROOK, FINN), NUMBER)
    assert [a.name for a in heard.asserted_by] == ["Ada Brook"]
    assert heard.relaying == ("Omar Finn",)
    assert voice(made(BROOK), NUMBER).relaying == ()


def test_a_quotation_inside_reported_speech_is_the_quoted_one_s_claim():
    outer = replace(GAZETTE, entity=2, speaker="Omar Finn")
    assert [a.name for a in chain(made(outer, BROOK), NUMBER)] == ["Omar Finn", "Ada Brook"]


def test_two_layers_of_one_speaker_are_one_link():
    outer = replace(GAZETTE, entity=1, speaker="Ada Brook")
    assert [a.name for a in chain(made(outer, BROOK), NUMBER)] == ["Ada Brook"]


def test_the_innermost_hedge_counts_and_two_negations_cancel_out():
    wide = Cue(Span(0, 3), "hedge", "alleged", Span(0, len(TEXT)))
    near = Cue(Span(0, 3), "hedge", "planned", span("promised 40 boats"))
    no = Cue(Span(0, 3), "negation", None, Span(0, len(TEXT)))
    assert modality(made(hedges=(wide, near)), NUMBER) == (Modality.PLANNED, False)
    assert modality(made(hedges=(wide,), negations=(no,)), NUMBER) == (Modality.ALLEGED, True)
    never = replace(no, span=Span(4, 8))
    assert modality(made(negations=(no, never)), NUMBER) == (Modality.ASSERTED, False)


def test_according_to_an_outlet_differs_from_the_reporter_s_own_voice():
    found = claims("The dam holds 40 barges, according to The Guardian.").claims
    own = claims("The dam holds 40 barges.").claims
    quantity = next(c for c in found if c.kind == "quantity")
    assert (quantity.asserted_by, quantity.via) == ((), "The Guardian")
    assert next(c for c in own if c.kind == "quantity").via is None


def test_a_group_that_documents_a_number_asserts_it():
    found = next(
        c
        for c in claims("In 2022, Amnesty International documented 11 evictions.").claims
        if c.kind == "quantity"
    )
    assert [a.name for a in found.asserted_by] == ["Amnesty International"]


def test_words_without_a_name_are_their_own_subject():
    text = "The old ferry sank."
    assert subject_name(context(text), Span(0, 13)) == ("old ferry", None)


def test_the_place_of_words_is_the_one_named_nearest():
    text = "In Lima, 40 buses stopped."
    assert place(context(text), Span(9, 11)) == "Lima"
