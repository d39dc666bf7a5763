"""Matters on which reports take sides in words that exclude each other, as the pack knows them."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.flow import build

HEAD = "{title}\n\nPublished 8 March 2034\n\nMERANDO — {body}\n\nMayor Tilda Kroon of Merando spoke at the Norra Yard.\n"

TABLE = [
    (
        "how a man died is told in two ways",
        "The coroner ruled the death of Ivo Marsh a homicide.",
        "Guards said that Ivo Marsh died by suicide.",
        ["manner of death"],
    ),
    (
        "how a man died is told in other words",
        "Ivo Marsh hanged himself in his cell, the warden said.",
        "Ivo Marsh was beaten to death by guards, his sister said.",
        ["manner of death"],
    ),
    (
        "how a fire began is told in two ways",
        "The fire at Redhill Prison was an accident, the warden said.",
        "The fire at Redhill Prison was arson, police said.",
        ["cause of the fire"],
    ),
    (
        "two men died in two ways",
        "The coroner ruled the death of Ivo Marsh a homicide.",
        "Guards said that Jon Holm died by suicide.",
        [],
    ),
    (
        "a man who is named beside another is not told of",
        "Ivo Marsh, who shared a cell with Jon Holm, died by suicide, guards said.",
        "The coroner ruled the death of Jon Holm a homicide.",
        [],
    ),
    (
        "what was no murder is not thereby a suicide",
        "Ivo Marsh was not murdered, the warden said.",
        "The coroner ruled the death of Ivo Marsh a homicide.",
        [],
    ),
    (
        "who is not guilty is innocent",
        "Ivo Marsh is not guilty, his lawyer said.",
        "Ivo Marsh is innocent, his mother said.",
        [],
    ),
    (
        "whether families left of their own will",
        "The families signed voluntary departure papers, the ministry said.",
        "The families were coerced into signing the papers, their lawyer said.",
        ["free will"],
    ),
    (
        "who refuses to leave by choice is not forced",
        "Half of them refused to return voluntarily.",
        "Others agreed to return voluntarily.",
        [],
    ),
    (
        "whether people are held is denied by one side",
        "The sailors are being held on the quay, their union said.",
        "The minister denied that the sailors are being held.",
        ["held or free"],
    ),
    (
        "the longer word counts",
        "There is no hunger strike, the warden said.",
        "Forty inmates began a hunger strike, their lawyers said.",
        ["hunger strike"],
    ),
    (
        "what keeps people from care is no care",
        "The inmates were denied access to medical care, a nurse said.",
        "The inmates have access to medical care, the ministry said.",
        ["medical care"],
    ),
    (
        "a protest was peaceful in one report and violent in another",
        "The march on the quay was peaceful, a priest said.",
        "The march turned into violent clashes, police said.",
        ["a gathering"],
    ),
    (
        "what could be suffered is not suffered",
        "The men could face torture if they return, a lawyer said.",
        "The men were treated with dignity, the ministry said.",
        [],
    ),
    (
        "whether a removal was lawful",
        "The removal of the sailors is a clear violation of sea law, a lawyer said.",
        "The removal of the sailors was done in accordance with the law, the ministry said.",
        ["lawfulness"],
    ),
    (
        "what somebody is charged with is no word of the act",
        "The sailors are charged with unlawfully bringing in salt.",
        "The removal of the sailors was done in accordance with the law, the ministry said.",
        [],
    ),
    (
        "whether anybody got away",
        "The prisoners fled over the wall, a baker said.",
        "No one escaped, the warden said.",
        ["an escape"],
    ),
    (
        "whether somebody was charged",
        "Ivo Marsh was never charged, his lawyer said.",
        "Ivo Marsh was charged with theft, police said.",
        ["charges"],
    ),
    (
        "whether an arrest was wrong is denied by one side",
        "Ivo Marsh was wrongfully detained on the quay, his sister said.",
        "Ivo Marsh was not wrongfully detained, the ministry said.",
        ["a wrongful arrest"],
    ),
    (
        "whether a deal is secret",
        "The terms of the deal are secret, a senator said.",
        "The deal is hardly a secret, the minister said.",
        ["secrecy"],
    ),
    (
        "violence elsewhere says nothing of a protest",
        "The march on the quay was peaceful, a priest said.",
        "The storm was violent.",
        [],
    ),
]


@pytest.mark.parametrize(("one", "other", "asked"), [t[1:] for t in TABLE], ids=[t[0] for t in TABLE])
def test_disputes(tmp_path: Path, one: str, other: str, asked: list[str]) -> None:
    for number, body in enumerate((one, other)):
        (tmp_path / f"{number}.txt").write_text(HEAD.format(title="The Norra Yard", body=body), "utf-8")
    found = build([tmp_path]).findings
    told = [f for f in found if f.note == "words that exclude each other"]
    assert [f.property for f in told] == asked
    assert all(str(f.status) == "conflict" for f in told)


@pytest.mark.parametrize(
    ("held", "home", "status"), [(8, 8, "conflict"), (8, 20, "superseded"), (20, 8, "conflict")]
)
def test_who_was_held_and_is_sent_home_later_is_overtaken(
    tmp_path: Path, held: int, home: int, status: str
) -> None:
    told = (
        (held, "The sailors remain in custody at the Norra Yard, their union said."),
        (home, "All the sailors have been sent home from the Norra Yard, the ministry said."),
    )
    for number, (day, body) in enumerate(told):
        text = HEAD.format(title="The Norra Yard", body=body).replace("8 March", f"{day} March")
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    found = [f for f in build([tmp_path]).findings if f.property == "still there"]
    assert [str(f.status) for f in found] == [status]
