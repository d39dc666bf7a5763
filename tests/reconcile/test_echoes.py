"""One number in two reports of one story, told in other words."""

import pytest

from habeas.flow import build
from habeas.model.finding import Status

PLACES = "Redhill Harbour Hospital and the Redhill Ferry Company"

PAIRS = [
    ("The Redhill Ferry Company carried 187 islanders to Redhill Harbour Hospital on Monday.",
     "Redhill Harbour Hospital took in 187 islanders whom the Redhill Ferry Company had brought.", True),
    ("Redhill Harbour Hospital has hired 187 nurses, the Redhill Ferry Company heard.",
     "A storm sank 187 crates of the Redhill Ferry Company near Redhill Harbour Hospital.", False),
    ("Envoy Pia Lund was jailed for three days at Redhill Harbour Hospital.",
     "Pia Lund was locked up for three days, the Redhill Ferry Company said.", True),
    ("Redhill Harbour Hospital is closed for a 72-hour strike of its cooks.",
     "The three-day strike at Redhill Harbour Hospital began on Sunday, the Redhill Ferry Company said.", True),
    ("Three cooks left Redhill Harbour Hospital for the Redhill Ferry Company.",
     "The Redhill Ferry Company gave three lifeboats to Redhill Harbour Hospital.", False),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "alike"), PAIRS)
def test_the_same_number_of_the_same_thing_agrees_however_it_is_worded(tmp_path, first, second, alike):
    for name, text in (("a", first), ("b", second)):
        body = f"Published May 2, 2024\n\n{text} People near {PLACES} spoke of little else that week.\n"
        (tmp_path / f"{name}.txt").write_text(body, "utf-8")
    found = [f for f in build([tmp_path]).findings if f.note == "the same number, told in other words"]
    assert bool(found) is alike
    assert all(f.status is Status.AGREE and len(f.reports) == 2 for f in found)


def test_three_parts_of_a_whole_add_up(tmp_path):
    text = "The ferry carried 187 islanders on Monday.\n\nOn board were 131 men, 42 women and 14 children, the crew said.\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert "131 + 42 + 14" in [c.formula for c in build([tmp_path]).checks if c.holds]
