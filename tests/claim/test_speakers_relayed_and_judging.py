"""Who vouches for a number that is relayed, that goes on after its source, and that somebody only judges or offers."""

import pytest
from reporting_sentences import as_report, numbers

from habeas.claim import claim
from habeas.mark import mark
from habeas.model.report import Block, BlockKind, Report
from habeas.model.span import Span
from habeas.packs import load_pack

SPEAKERS = [
    # an outlet has its news from those it cites; somebody who cites a survey does not
    ("A fire killed 25 inmates on Sunday, local media reported, citing police.", 25, "police (unnamed)"),
    ("Radio Tana reported 25 deaths, citing hospital officials.", 25, "hospital officials (unnamed)"),
    ("Some 25 men had died, the union said, citing a survey.", 25, "union (unnamed)"),
    ("Police corrected a report that 40 men had landed, saying 70 had, the Orsa news agency reported.", 70, "Police (unnamed)"),
    ("The UN refugee agency said 2 men died. Police said 70 men had landed, the Orsa news agency reported.", 70, "Police (unnamed)"),
    # what goes on behind the source is the source's
    ("The jail had 2,000 inmates, according to a ministry website, more than 300 above its limit.", 300, "ministry website (unnamed)"),
    ("The toll has risen to 44, authorities said Thursday (Sept 9), as families rushed to the port.", 44, "authorities (unnamed)"),
    ("Khalid Osman said troops fought rebels on Thursday, killing 30 of them.", 30, "Khalid Osman"),
    ("The ministry said two men had died, bringing the toll to 40.", 40, "ministry (unnamed)"),
    # the parts of a figure are of whoever gave it
    ("The ministry said that 214 men had left. Of that number, 149 were freed while 65 were moved.", 149, "ministry (unnamed)"),
    ("The ministry said that 214 men had left. Of that number, 149 were freed while 65 were moved.", 65, "ministry (unnamed)"),
    ("The ministry said that 214 men had left. The port has 40 berths.", 40, None),
    # what is judged, demanded, considered or offered is told by the report
    ("Campaigners criticized the navy's recent transfer of 14 men.", 14, None),
    ("Unions condemned the dismissal of 40 nurses.", 40, None),
    ("Opposition parties demanded the release of 300 detainees.", 300, None),
    ("Police were considering charges against 12 owners.", 12, None),
    ("The government has offered teachers a 300 euro payment.", 300, None),
    ("The appeal, brought by 12 families, was dismissed by Judge Rab Sinha, who argued that it came late.", 12, None),
    ("Campaigners criticized the navy, saying that 14 men had been moved.", 14, "Campaigners (unnamed)"),
    # who is named behind what is said speaks, whatever its verb
    ("Detainees sleep on 40 mats, said Maria Lopez, a lawyer for the men.", 40, "Maria Lopez"),
    ("The pipes leak in 30 cells, said Maria Lopez.", 30, "Maria Lopez"),
    ("The interior ministry put the toll at nine.", 9, "interior ministry (unnamed)"),
    ("A police official who asked not to be named said that 14 men had died.", 14, "police official (unnamed)"),
    ("A sailor who had fled said that 14 men had died.", 14, "sailor (unnamed)"),
    # an hour is no colon before words
    ("The quake struck at 7:48 a.m., 75 kilometers west of Norvale, the Quake Office said.", 75, "Quake Office"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "speaker"), SPEAKERS)
def test_a_number_has_the_speaker_that_vouches_for_it(text, number, speaker):
    held = numbers(text)[number].asserted_by
    assert (held[-1].name if held else None) == speaker


def headline(text: str) -> Report:
    body = as_report(text)
    return Report(
        body.doc,
        body.sha256,
        body.media_type,
        body.encoding,
        text,
        (Block(Span(0, len(text)), BlockKind.HEADLINE),),
        "en",
    )


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Toll in mine blast rises to 12 – officials", "officials (unnamed)"),
        ("12 migrants still held at port — lawyers", "lawyers (unnamed)"),
        ("Toll in mine blast rises to 12 - police", "police (unnamed)"),
        ("Toll in mine blast rises to 12 – a day of grief", None),
    ],
)
def test_a_headline_names_who_tells_it_behind_a_dash(text, speaker):
    report = headline(text)
    pack = load_pack()
    (one,) = [c for c in claim(report, mark(report, pack), pack).claims if c.value == 12]
    assert (one.asserted_by[-1].name if one.asserted_by else None) == speaker
