"""A review made by hand, with every kind of chart and every part a slide may have."""

from datetime import date

from partnership.review.model import Chart, Figure, Review, Series, Slide, Table

QUARTERS = ("2025 Q4", "2026 Q1", "2026 Q2", "2026 Q3")
START, END = date(2026, 7, 1), date(2026, 10, 1)
DEFINITION = (
    "Of the openings that reached day 60 in the quarter, the share filled by this agency or "
    "otherwise by then. Openings on hold and cancelled ones are left out; open ones count as open."
)


def slide(key: str, headline: str, **more: object) -> Slide:
    """A slide of which a test names only what it is about."""
    given: dict[str, object] = {
        "topic": "Time to fill",
        "message": "",
        "chart": None,
        "table": None,
        "points": (),
        "basis": "39 of 84 openings",
        "definition": DEFINITION,
        "filters": "Northgate, 1 Jul 2026 to 30 Sep 2026, all departments",
        "source": "Time to fill",
    }
    return Slide(key=key, headline=headline, **given | more)  # type: ignore[arg-type]


def figure(metric: str, column: str, value: float) -> Figure:
    """One number of the quarter."""
    return Figure(metric, column, value, START, END)


FILLED = Chart(
    "column",
    QUARTERS,
    (
        Series("Northgate", (0.41, 0.44, 0.52, 0.47), "focus"),
        Series("The year before", (0.38, 0.4, None, 0.45), "before"),
    ),
    "0%",
    "Openings filled by day 60, % of those that reached it",
    "Share filled by day 60 rose from 41 % to 47 % within the year",
    target=0.6,
)
ANSWERS = Chart(
    "bar",
    (
        "We answer a submission within 2 working days",
        "We give feedback after interviews",
        "Agency answers our questions",
        "First candidate within 5 working days",
    ),
    (
        Series("HR", (0.38, 0.61, None, None), "hr"),
        Series("Northgate", (None, None, 0.9, 0.72), "agency"),
    ),
    "0%",
    "Answers in time, % of those due",
    "HR answered 38 % of submissions in time; Northgate 90 % of questions",
    target=0.8,
)
WHOSE_CLOCK = Chart(
    "stacked",
    QUARTERS,
    (
        Series("HR", (320, 410, 380, 455), "hr"),
        Series("Business leader", (210, 190, 240, 301), "hr"),
        Series("Northgate", (180, 170, 150, 149), "agency"),
        Series("Candidates", (90, 84, 71, 12), "other"),
    ),
    "0",
    "Open days, in days",
    "Most of the 917 open days of the quarter waited on HR or the business leader",
)
DAYS = Chart(
    "line",
    QUARTERS,
    (
        Series("Northgate", (4.5, 3.9, 5.2, 6.1), "focus"),
        Series("All agencies", (4.1, 4.0, 4.2, 4.4), "other"),
    ),
    "0.0",
    "Working days until the first candidate, middle value",
    "Working days until the first candidate rose from 4.5 to 6.1",
    target=5.0,
)
PROMISES = Table(
    ("Promise", "Whose", "Due", "As presented", "As known now", "State"),
    (
        (
            "Answer each submission within 2 working days",
            "HR",
            "31 Aug 2026",
            "52 %",
            "38 %",
            "late: two weeks of holidays were not covered",
        ),
        (
            "Send candidates with consent on record only",
            "Northgate",
            "15 Jul 2026",
            "97 %",
            "97 %",
            "kept",
        ),
        (
            "Kickoff with the business leader for every new search",
            "both",
            "30 Sep 2026",
            "7 of 9",
            "8 of 9",
            "one still open, because the search was opened on 29 Sep 2026",
        ),
        ("Drop the weekly status sheet", "HR", "1 Aug 2026", "–", "–", "dropped"),
    ),
    right=(3, 4),
)
SEARCHES = Table(
    ("Search", "Open for", "Likely filled within 30 days", "Needs"),
    tuple(
        (
            f"Senior engineer, platform {n}, Rotterdam",
            f"{20 + 7 * n} days",
            f"{61 - 2 * n} %",
            "feedback on three candidates of last week",
        )
        for n in range(1, 27)
    ),
    right=(1, 2),
)

SLIDES = (
    slide(
        "decisions",
        "Three decisions would give back most of the time that openings lose",
        topic="Decisions asked for",
        message="Proposed from the three worst lines of the quarter; change them as you need.",
        points=(
            "HR names a deputy for each hiring manager who answers submissions during leave, from 12 Oct 2026",
            "Northgate sends no more than five candidates for one search before the first answer",
            "Both hold the kickoff with the business leader within five working days of every new search",
        ),
        comment="Agreed with Northgate on the phone on 6 Oct; the second one is still being discussed with the business side.",
    ),
    slide("promises", "One of four promises was kept in full, one is late, one was dropped", topic="Last quarter's promises",
          message="Figures as presented in July beside those known now.", table=PROMISES),
    slide(
        "both_sides",
        "HR answered 38 % of submissions in time, Northgate 90 % of questions",
        topic="Both sides",
        message="Both sides are measured by the same rule: what was due in the quarter, and answered by then.",
        chart=ANSWERS,
        points=("205 of 540 submissions were answered within 2 working days", "18 of 20 questions were answered within 1 working day"),
        figures=(figure("hr_replies", "in_time_rate", 0.38), figure("agency_replies", "in_time_rate", 0.9)),
    ),
    slide("time_to_fill", "47 % of openings were filled by day 60, six points more than a year ago and within what chance may do",
          chart=FILLED, message="The likely range is 37–58 %; the target of 60 % lies outside it.",
          figures=(figure("time_to_fill", "filled_rate", 0.47),)),
    slide("clock", "Four of five open days waited on the client", topic="Whose clock", chart=WHOSE_CLOCK,
          table=Table(("Side", "Days", "Share"), (("HR", "455", "50 %"), ("Business leader", "301", "33 %"), ("Northgate", "149", "16 %"), ("Candidates", "12", "1 %")), right=(1, 2))),
    slide("first", "The first candidate comes after 6.1 working days", topic="Reply times", chart=DAYS, basis="31 searches",
          source="Reply times", points=("Agreed are 5 working days",)),
    slide("next", "Twenty-six searches go into the next quarter, half of them with an even chance", topic="Next quarter",
          table=SEARCHES, points=("Northgate needs answers on 21 submissions", "HR needs salary ranges from the market by 15 Oct 2026"), basis="26 open searches", source="Time to fill"),
    slide("redundant", "Too few submissions to say more about redundancy", topic="Redundant submissions",
          message="2 of 4 submissions were redundant; a share needs five.", basis="4 submissions", is_short=True, in_appendix=True),
)  # fmt: skip

REVIEW = Review(
    agency_id="AG-01",
    agency="Northgate",
    company="Example Company",
    quarter="2026Q3",
    quarter_label="2026 Q3 (1 Jul – 30 Sep 2026)",
    edition="hr",
    tone="neutral",
    as_of=date(2026, 9, 30),
    build="2026-09-30-1a2b3c4d",
    version="0.1.0",
    filters="Northgate, all departments, four quarters to 30 Sep 2026",
    confidentiality="Confidential: for the two parties of the partnership only.",
    slides=SLIDES,
)
