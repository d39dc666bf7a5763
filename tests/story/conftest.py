from __future__ import annotations

from pathlib import Path

import pytest

REPORTS = {
    "a_gazette.txt": """Norvale camp fills as buses keep arriving

NORVALE, 4 May 2031 - The Norvale camp holds about 3,500 people, its director Ilse Brandt said on Sunday.
The camp can hold up to 10,000 people. "Nobody sleeps outside," Brandt told reporters.
""",
    "b_courier.txt": """Monitors count thousands in Norvale

6 May 2031 - The monitoring group Lantern counted 4,200 people in the Norvale camp on Tuesday.
The Norvale camp has a capacity of 10,000 people, a spokesman of the group said at its office in Belgrade.
""",
    "c_observer.html": """<html><head><title>Court bars further buses</title></head><body><article><h1>Court bars further buses</h1>
<p>The upper court in Norvale barred further transfers on 8 May 2031 after a complaint by three families.</p>
<p>The Norvale camp held 4,150 people that day, the ministry said in a statement to reporters.</p></article></body></html>
""",
    "d_feed.jsonl": '{"title": "Camp opens a school", "date": "2031-05-09", "text": "The Norvale camp opened a school on 9 May 2031. Some 300 children attend it, the director Ilse Brandt said."}\n',
}


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of four invented reports."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text)
    return folder
