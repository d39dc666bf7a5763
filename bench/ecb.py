"""The texts of ECB+ (tommasoc80/EventStoryLine, ECB+_LREC2014/ECB+)."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

__all__ = ["sentences_of"]


def sentences_of(checkout: Path) -> Iterator[tuple[Path, list[str]]]:
    """Every text in the order of names: its file and its sentences, the address before those of the second event left out."""
    for path in sorted((checkout / "ECB+_LREC2014" / "ECB+").glob("*/*.xml")):
        held: dict[int, list[str]] = defaultdict(list)
        for token in ET.parse(path).getroot().iter("token"):
            if not (path.name.endswith("ecbplus.xml") and token.get("sentence") == "0"):
                held[int(token.get("sentence", 0))].append(token.text or "")
        yield path, [re.sub(r" ([.,;:!?%)])", r"\1", " ".join(words)) for words in held.values()]
