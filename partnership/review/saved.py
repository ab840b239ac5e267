"""What people keep of reviews in the records: their texts, and the reviews that were handed out."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from partnership import entries, figures, settings_changes
from partnership.errors import WrongText
from partnership.labels import review as words
from partnership.labels import settings as setting_words
from partnership.periods import Quarter, group_of
from partnership.review.kept import Kept, Text
from partnership.review.model import Edition, Review
from partnership.review.shelf import Shelf
from partnership.review.source import About
from partnership.review.spelled import slide_as_text, slide_from_text

TEXTS, REVIEWS, PROMISES = "review_texts", "reviews", "commitments"
# Kept among the texts, and of no slide: what was ticked, and in which formats it was handed out.
APPENDIX, TICKED, HANDED_OUT, NONE_TICKED = "appendix", "ticked", "handed out", "-"
LISTS, DISPUTES = "list_comparisons", "disputes"
# What of a dispute people say in their own words.
SAID_OF_DISPUTES = ("claim", "outcome")
Values = Mapping[str, str]


def kept_for(
    shelf: Shelf, about: About, agency_id: str, quarter: Quarter, edition: Edition
) -> Kept:
    """All that one side kept for this review. Of promises and disputes, a text that names another
    agency is left out, in both editions: both lie on the table between the two."""
    last = _last(shelf, about, agency_id, quarter, edition)
    written = texts_of(shelf, agency_id, group_of(quarter), edition)
    others = others_of(about, agency_id)
    return Kept(
        texts={key: v for key, v in written.items() if key[0] not in (APPENDIX, HANDED_OUT)},
        promises=tuple(
            dict(v) | ({"text": ""} if entries.names_another(v["text"], others) else {})
            for entry in shelf.since(PROMISES)
            if (v := entry.values)["agency_id"] == agency_id
        ),
        last=last,
        changes=tuple(_changes_since(last)) if last else (),
        lists=tuple(_lists(shelf, agency_id, others)),
        disputes=tuple(_disputes(shelf, agency_id, others)),
    )


def _disputes(shelf: Shelf, agency_id: str, others: Sequence[str]) -> Iterator[Values]:
    """Those that name the agency, or none: then their submission tells whose they are."""
    for entry in shelf.since(DISPUTES):
        v = entry.values
        if v.get("agency_id", "") in ("", agency_id):
            unsaid = (n for n in SAID_OF_DISPUTES if entries.names_another(v.get(n, ""), others))
            yield {**v, **dict.fromkeys(unsaid, "")}


def others_of(about: About, agency_id: str) -> list[str]:
    """Ids and names of the other agencies, as far as the reader knows of them."""
    others = {key: name for key, name in about.agencies.items() if key != agency_id}
    return [*others, *others.values()]


def texts_of(
    shelf: Shelf, agency_id: str, quarter: str, edition: Edition
) -> dict[tuple[str, str], Text]:
    """What this side wrote for the review, by slide and part."""
    wanted = (shelf.side, agency_id, quarter, edition)
    return {
        (v["slide"], v["part"]): Text(v["text"], v["against"], entry.entered_by, entry.entered_at)
        for entry in shelf.kept(TEXTS)
        if _of(v := entry.values) == wanted
    }


def write_text(
    shelf: Shelf, key: Values, text: str, *, against: str, by: str, others: Sequence[str] = ()
) -> None:
    """Keep what was written of a part of a slide; `key` names agency_id, quarter, edition, slide
    and part. Nothing written takes it back to what is composed. Raises WrongText for a text that
    names one of the `others`."""
    own = {"side": shelf.side, **key}
    check_text(text, others)
    if not text.strip():
        shelf.remove(TEXTS, own, by=by)
    else:
        shelf.enter({TEXTS: [{**own, "text": text.strip(), "against": against}]}, by=by)


def check_text(text: str, others: Sequence[str]) -> None:
    """Raises WrongText for a text that names one of the `others`."""
    if entries.names_another(text, others):
        raise WrongText(words.NAMES_ANOTHER, words.NAMES_ANOTHER_HINT)


def ticked(
    shelf: Shelf, agency_id: str, quarter: str, edition: Edition, usual: Sequence[str]
) -> tuple[str, ...]:
    """The slides of the appendix that somebody chose for this review; else the usual ones."""
    chosen = texts_of(shelf, agency_id, quarter, edition).get((APPENDIX, TICKED))
    return tuple(chosen.text.split(";")) if chosen else tuple(usual)


def tick(shelf: Shelf, key: Values, slides: Sequence[str], *, by: str) -> None:
    """Keep which slides of the appendix go into the files; `key` names agency_id, quarter and
    edition."""
    row = {**key, "side": shelf.side, "slide": APPENDIX, "part": TICKED}
    shelf.enter({TEXTS: [{**row, "text": ";".join(slides) or NONE_TICKED}]}, by=by)


def formats_of(
    shelf: Shelf, agency_id: str, quarter: str, edition: Edition
) -> list[tuple[str, Text]]:
    """In which formats this side handed the review out last, when and by whom."""
    written = texts_of(shelf, agency_id, quarter, edition)
    return [(part, text) for (slide, part), text in written.items() if slide == HANDED_OUT]


def save(shelf: Shelf, review: Review, form: str, *, by: str) -> None:
    """Keep that the review was handed out in this format (pptx, pdf, xlsx), and the review as it
    was: numbers and sentences, not the agency's name. Its slides are kept once."""
    of_review = {
        "side": shelf.side, "agency_id": review.agency_id, "quarter": review.quarter,
        "edition": review.edition, "slide": HANDED_OUT, "part": form, "text": review.build,
    }  # fmt: skip
    shelf.enter({TEXTS: [of_review]}, by=by)
    _save_slides(shelf, review, by=by)


def _save_slides(shelf: Shelf, review: Review, *, by: str) -> None:
    before = handed_out(shelf, review.agency_id, review.agency, review.quarter, review.edition)
    if before and _said(before) == _said(review):
        return
    about = {
        "side": shelf.side, "agency_id": review.agency_id, "quarter": review.quarter,
        "edition": review.edition, "tone": review.tone, "as_of": review.as_of.isoformat(),
        "build": review.build, "version": review.version,
    }  # fmt: skip
    rows = [
        {**about, "slide": slide.key, "content": slide_as_text(slide, review.agency)}
        for slide in review.slides
    ]
    shelf.enter({REVIEWS: rows}, by=by)


def handed_out(
    shelf: Shelf, agency_id: str, agency: str, quarter: str, edition: Edition
) -> Review | None:
    """The review of a quarter as this side handed it out last; None where it never did."""
    wanted = (shelf.side, agency_id, quarter, edition)
    rows = [v for entry in shelf.kept(REVIEWS) if _of(v := entry.values) == wanted]
    if not rows:
        return None
    of = rows[-1]
    same = [v for v in rows if (v["build"], v["version"]) == (of["build"], of["version"])]
    slides = tuple(slide_from_text(v["content"], agency) for v in same)
    return Review(
        agency_id=agency_id,
        agency=agency,
        company="",
        quarter=quarter,
        quarter_label=figures.quarter(quarter),
        edition=edition,
        tone="direct" if of["tone"] == "direct" else "neutral",
        as_of=date.fromisoformat(of["as_of"]),
        build=of["build"],
        version=of["version"],
        filters=slides[0].filters,
        confidentiality="",
        slides=slides,
    )


def _lists(shelf: Shelf, agency_id: str, others: Sequence[str]) -> Iterator[dict[str, str]]:
    """The comparisons of the agency's list that this side kept; a file's name that names another
    agency is left out."""
    for entry in shelf.kept(LISTS):
        v = entry.values
        if (v["side"], v["agency_id"]) == (shelf.side, agency_id):
            is_told = not entries.names_another(v["list_name"], others)
            name = v["list_name"] if is_told else ""
            yield {**v, "list_name": name, "compared_on": entry.entered_at[:10]}


def _last(
    shelf: Shelf, about: About, agency_id: str, quarter: Quarter, edition: Edition
) -> Review | None:
    """The review of the quarter before: in this edition or, as both share their figures, in the
    other."""
    both: tuple[Edition, ...] = ("hr", "agency") if edition == "hr" else ("agency", "hr")
    name, agency = group_of(quarter.plus(-1)), about.agencies[agency_id]
    found = (handed_out(shelf, agency_id, agency, name, each) for each in both)
    return next((review for review in found if review), None)


def _of(values: Values) -> tuple[str, str, str, str]:
    return (values["side"], values["agency_id"], values["quarter"], values["edition"])


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
