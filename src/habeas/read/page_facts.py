"""What a page says about its report outside the article's text: JSON-LD, meta tags, marked-up bylines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from habeas.model.report import Fact

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["PageFacts", "marked_byline", "page_facts"]

_ARTICLES = re.compile(
    r"(?:News|Reportage|Analysis|Opinion|Backgrounder|Report|Blog|Scholarly|Tech|Social)?(?:Article|Posting|BlogPosting|LiveBlogPosting|NewsStory|WebPage|Report)\Z"
)
_MOST_JSON = 2_000_000
_DEEPEST = 6
_MOST_MARKS = 12
_META = {
    "headline": (
        "og:title",
        "twitter:title",
        "headline",
        "dc.title",
        "parsely-title",
        "sailthru.title",
        "title",
    ),
    "outlet": (
        "og:site_name",
        "application-name",
        "publisher",
        "dc.publisher",
        "article:publisher",
        "twitter:site",
    ),
    "byline": (
        "author",
        "article:author",
        "byl",
        "dc.creator",
        "parsely-author",
        "sailthru.author",
        "citation_author",
        "article:author_name",
        "og:article:author",
    ),
    "url": ("og:url", "twitter:url"),
}
_BYLINE_MARKS = (
    '(descendant::*/@itemprop[. = "author"] | descendant::*/@rel[. = "author"]'
    ' | descendant::*/@class[contains(., "byline") or contains(., "author")])/..'
)
"""By way of the attributes, as few elements have any of them."""
_BY = re.compile(r"\W*(?:by|por|written by|escrito por)\b[:\s]+", re.IGNORECASE)
_TITLE_PARTS = re.compile(r"\s+[|–—»·-]\s+|\s+::\s+")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Headline, outlet, byline and address as the page states them, None where it does not; `stamp` is the
    `datePublished` of its JSON-LD, "" when there is none."""

    headline: Fact | None
    outlet: Fact | None
    byline: Fact | None
    url: str | None
    stamp: str


def page_facts(tree: HtmlElement, url: str | None = None) -> PageFacts:
    """The facts of a page given its lxml tree."""
    meta = _meta(tree)
    node = _article(tree)
    outlet = _fact(_name(node.get("publisher")), "json-ld") or _meta_fact(meta, "outlet")
    return PageFacts(
        headline=_headline(tree, node, meta, outlet.value if outlet else ""),
        outlet=outlet,
        byline=_byline(node, meta),
        url=url or _canonical(tree, meta),
        stamp=str(node.get("datePublished") or ""),
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The first content of each meta tag, by its folded name."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.lower(), content)
    return found


def _meta_fact(meta: dict[str, str], idea: str) -> Fact | None:
    for name in _META[idea]:
        value = meta.get(name, "")
        if value and not value.startswith(("http:", "https:", "//")):
            return _fact(value.lstrip("@"), "metadata")
    return None


def _article(tree: HtmlElement) -> dict[str, Any]:
    """The JSON-LD node of the article (the fullest one), {} when there is none."""
    best: dict[str, Any] = {}
    for script in tree.iter("script"):
        if (
            "ld+json" not in (script.get("type") or "").lower()
            or not script.text
            or len(script.text) > _MOST_JSON
        ):
            continue
        for node in _nodes(_parsed(script.text)):
            if (
                _is_article(node)
                and len(node) > len(best)
                and ("headline" in node or "datePublished" in node)
            ):
                best = node
    return best


def _parsed(source: str) -> Any:
    text = source.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart"):
            if isinstance(value.get(key), dict | list):
                yield from _nodes(value[key], depth + 1)
    elif isinstance(value, list):
        for item in value[:200]:
            yield from _nodes(item, depth + 1)


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLES.search(kind)
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _name(value: Any) -> str:
    """The name or names in a JSON-LD value: a string, a node with a name, or a list of them."""
    if isinstance(value, str):
        return "" if value.startswith(("http:", "https:")) else value
    if isinstance(value, dict):
        return _name(value.get("name"))
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(name for name in map(_name, value[:12]) if name))
    return ""


def _fact(value: str, basis: str) -> Fact | None:
    shown = " ".join(unescape(unescape(value)).split()) if value else ""
    return Fact(shown[:300], basis) if shown else None


def _headline(tree: HtmlElement, node: dict[str, Any], meta: dict[str, str], outlet: str) -> Fact | None:
    """The page's one first-level heading where there is one, else JSON-LD, else a meta tag or the title."""
    titles = [" ".join(element.text_content().split()) for element in list(tree.iter("h1"))[:8]]
    titles = [title for title in titles if 8 <= len(title) <= 300 and title != outlet]
    stated = _fact(_name(node.get("headline")), "json-ld") or _meta_fact(meta, "headline")
    if len(titles) == 1 and (stated is None or _alike(titles[0], stated.value)):
        return Fact(titles[0], "metadata")
    if stated is not None:
        same = next((title for title in titles if _alike(title, stated.value)), None)
        return Fact(same, "metadata") if same else Fact(_without_outlet(stated.value, outlet), stated.basis)
    if titles:
        return Fact(titles[0], "metadata")
    title = next((element.text_content() for element in tree.iter("title")), "")
    return _fact(_without_outlet(" ".join(title.split()), outlet), "metadata")


def _alike(one: str, other: str) -> bool:
    a, b = set(re.findall(r"\w+", one.lower())), set(re.findall(r"\w+", other.lower()))
    return len(a & b) >= 0.5 * min(len(a), len(b)) if a and b else False


def _without_outlet(title: str, outlet: str) -> str:
    """ "Court halts flights | The Daily" without its last part, when that part is the site's name or short."""
    parts = _TITLE_PARTS.split(title)
    if len(parts) < 2:
        return title
    last = parts[-1]
    if last.lower() == outlet.lower() or (len(last) < 30 and len(last) < 0.4 * len(title)):
        return title[: title.rfind(last)].rstrip(" |–—»·:-")
    return title


def _byline(node: dict[str, Any], meta: dict[str, str]) -> Fact | None:
    stated = _fact(_name(node.get("author")), "json-ld") or _meta_fact(meta, "byline")
    if stated is not None:
        return Fact(_BY.sub("", stated.value, count=1) or stated.value, stated.basis)
    return None


def marked_byline(tree: HtmlElement) -> Fact | None:
    """The first name that the page's markup calls an author; dearer than the rest, so it is asked last."""
    for element in tree.xpath(_BYLINE_MARKS)[:_MOST_MARKS]:
        words = element.get("content") or " ".join(element.text_content().split())
        shown = _BY.sub("", words, count=1)
        if 3 < len(shown) < 60 and shown[0].isupper() and (shown != words or " " in shown):
            return Fact(shown, "metadata")
    return None


def _canonical(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and element.get("href"):
            base = meta.get("og:url", "")
            address = (
                urljoin(base, element.get("href").strip())
                if base.startswith("http")
                else element.get("href").strip()
            )
            if address.startswith("http"):
                return str(address)
    return next((meta[name] for name in _META["url"] if meta.get(name, "").startswith("http")), None)
