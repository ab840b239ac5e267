"""What people keep of reviews in the records: their texts, and the reviews that were handed out."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from partnership import entries, figures, settings_changes
from partnership.labels import settings as setting_words
from partnership.periods import Quarter, group_of
from partnership.published import Build
from partnership.review.kept import Kept, Text
from partnership.review.model import Edition, Review
from partnership.review.spelled import slide_as_text, slide_from_text

TEXTS, REVIEWS, PROMISES = "review_texts", "reviews", "commitments"


def kept_for(
    records: Path, build: Build, agency_id: str, agency: str, quarter: Quarter, edition: Edition
) -> Kept:
    """All that was kept for this review. `records` is the folder that belongs to the build."""
    last = _last(records, agency_id, agency, quarter, edition)
    return Kept(
        texts=texts_of(records, agency_id, group_of(quarter), edition),
        promises=tuple(
            entry.values
            for entry in entries.since(records, PROMISES, build)
            if entry.values["agency_id"] == agency_id
        ),
        last=last,
        changes=tuple(_changes_since(last)) if last else (),
    )


def texts_of(
    records: Path, agency_id: str, quarter: str, edition: Edition
) -> dict[tuple[str, str], Text]:
    """What was written for this review, by slide and part."""
    wanted = (agency_id, quarter, edition)
    return {
        (v["slide"], v["part"]): Text(v["text"], v["against"], entry.entered_by, entry.entered_at)
        for entry in entries.kept(records, TEXTS)
        if ((v := entry.values)["agency_id"], v["quarter"], v["edition"]) == wanted
    }


def write_text(
    records: Path, about: Mapping[str, str], text: str, *, against: str, by: str
) -> None:
    """Keep what was written of a part of a slide; `about` names agency_id, quarter, edition, slide
    and part. Nothing written takes it back to what is composed."""
    if text.strip():
        row = {**about, "text": text.strip(), "against": against}
        entries.enter(records, {TEXTS: [row]}, by=by)
    else:
        entries.remove(records, TEXTS, about, by=by)


def save(records: Path, review: Review, *, by: str, at: datetime | None = None) -> None:
    """Keep the review as it was handed out: numbers and sentences, not the agency's name. Nothing
    is added where it was handed out just so before."""
    before = handed_out(records, review.agency_id, review.agency, review.quarter, review.edition)
    if before and _said(before) == _said(review):
        return
    rows = [
        {
            "agency_id": review.agency_id,
            "quarter": review.quarter,
            "edition": review.edition,
            "slide": slide.key,
            "tone": review.tone,
            "as_of": review.as_of.isoformat(),
            "build": review.build,
            "version": review.version,
            "content": slide_as_text(slide, review.agency),
        }
        for slide in review.slides
    ]
    entries.enter(records, {REVIEWS: rows}, by=by, at=at)


def handed_out(
    records: Path, agency_id: str, agency: str, quarter: str, edition: Edition
) -> Review | None:
    """The review of a quarter as it was handed out last; None where it never was."""
    wanted = (agency_id, quarter, edition)
    rows = [
        v
        for entry in entries.kept(records, REVIEWS)
        if ((v := entry.values)["agency_id"], v["quarter"], v["edition"]) == wanted
    ]
    if not rows:
        return None
    slides = tuple(slide_from_text(v["content"], agency) for v in rows)
    return Review(
        agency_id=agency_id,
        agency=agency,
        company="",
        quarter=quarter,
        quarter_label=figures.quarter(quarter),
        edition=edition,
        tone="direct" if rows[-1]["tone"] == "direct" else "neutral",
        as_of=date.fromisoformat(rows[-1]["as_of"]),
        build=rows[-1]["build"],
        version=rows[-1]["version"],
        filters=slides[0].filters,
        confidentiality="",
        slides=slides,
    )


def _last(
    records: Path, agency_id: str, agency: str, quarter: Quarter, edition: Edition
) -> Review | None:
    """The review of the quarter before: in this edition or, as both share their figures, in the
    other."""
    both: tuple[Edition, ...] = ("hr", "agency") if edition == "hr" else ("agency", "hr")
    name = group_of(quarter.plus(-1))
    found = (handed_out(records, agency_id, agency, name, each) for each in both)
    return next((review for review in found if review), None)


def _said(review: Review) -> list[str]:
    about = f"{review.build} {review.version} {review.tone}"
    return [about, *(slide_as_text(slide, review.agency) for slide in review.slides)]


def _changes_since(last: Review) -> list[str]:
    """The rules changed after the day of the last review's figures."""
    return [
        f"{setting_words.NAMES.get(change.setting, change.setting)}, {change.old} → {change.new}"
        for change in settings_changes.log()
        if change.at[:10] > last.as_of.isoformat()
    ]
