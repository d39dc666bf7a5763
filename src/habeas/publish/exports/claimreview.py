"""schema.org: the reports as NewsArticle and each finding as ClaimReview, without a verdict.

A ClaimReview usually rates a claim true or false. This one says only how many independent origins give which
answer: the rating has words and no number. https://schema.org/ClaimReview
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from habeas.model.claim import Claim
from habeas.model.finding import Answer, Finding
from habeas.model.marks import EntityType
from habeas.model.report import Report
from habeas.publish.catalogue import Catalogue, anchor
from habeas.publish.standing import LEGEND, standing
from habeas.publish.values import Json
from habeas.publish.wording import count, voice

__all__ = ["claim_reviews"]

Bodies = Mapping[str, EntityType]
"""What the dossier knows each name to be."""


def claim_reviews(catalogue: Catalogue) -> Json:
    """One JSON-LD graph: the articles, then the reviews of all findings with more than one claim."""
    articles = [_article(report, catalogue) for report in catalogue.dossier.reports]
    bodies = {entity.name: entity.type for entity in catalogue.dossier.entities}
    reviews = [
        _review(finding, catalogue, bodies) for finding in catalogue.findings if len(finding.claims) > 1
    ]
    return {"@context": "https://schema.org", "@graph": articles + reviews}


def _article(report: Report, catalogue: Catalogue) -> Json:
    facts = {
        "headline": report.headline,
        "datePublished": report.published,
        "author": report.byline,
        "publisher": report.outlet,
    }
    article: dict[str, Json] = {
        "@type": "NewsArticle",
        "@id": f"report/{catalogue.slugs[report.doc]}.html",
        "identifier": f"sha256:{report.sha256}",
        "inLanguage": report.language,
    }
    for key, fact in facts.items():
        if fact is None:
            continue
        named = {"author": "Person", "publisher": "NewsMediaOrganization"}.get(key)
        value = " ".join(fact.value.split())
        article[key] = {"@type": named, "name": value} if named else value
    return article | ({"url": report.url} if report.url else {})


def _review(finding: Finding, catalogue: Catalogue, bodies: Bodies) -> Json:
    legend = LEGEND[standing(finding)]
    origins = count(len(finding.origins), "independent origin")
    where = f"{catalogue.finding_pages[finding.id]}#{anchor('finding', finding.id)}"
    return {
        "@type": "ClaimReview",
        "@id": where,
        "url": where,
        "name": finding.question,
        "claimReviewed": "; ".join(
            f"{finding.subject}: {finding.property}: {a.value}" for a in finding.answers
        ),
        "author": {"@type": "Organization", "name": "habeas (machine reading)"},
        "reviewRating": {"@type": "Rating", "alternateName": f"{legend.label}: {origins}"},
        "reviewBody": finding.note or legend.meaning,
        "itemReviewed": [_claim(finding, answer, catalogue, bodies) for answer in finding.answers],
    }


def _claim(finding: Finding, answer: Answer, catalogue: Catalogue, bodies: Bodies) -> Json:
    claims = [catalogue.claims[c] for c in answer.claims if c in catalogue.claims]
    return {
        "@type": "Claim",
        "text": f"{finding.subject}: {finding.property}: {answer.value}",
        "appearance": [_appearance(claim, catalogue) for claim in claims],
        "author": list(_speakers(claims, bodies)),
    }


def _appearance(claim: Claim, catalogue: Catalogue) -> Json:
    return {"@type": "CreativeWork", "@id": catalogue.words_href(claim), "text": claim.quote}


def _speakers(claims: list[Claim], bodies: Bodies) -> Iterator[Json]:
    """Everyone on whose word the answer stands, as a person or a body where the dossier knows which of the two."""
    for words, name in {voice(claim): _last(claim) for claim in claims if voice(claim)}.items():
        kind = bodies.get(name)
        known = {"@type": "Person" if kind is EntityType.PERSON else "Organization"} if kind else {}
        yield {**known, "name": words}


def _last(claim: Claim) -> str:
    """Who first said it, as far as the report tells."""
    return claim.asserted_by[-1].name if claim.asserted_by else claim.via or ""
