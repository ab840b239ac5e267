"""An agency runs the dashboard on its own two files: from files to figures to every screen."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from asked_metrics import runs_of
from downloaded import files_offered
from small_export import write_table
from streamlit.testing.v1 import AppTest

from partnership import builds, entries, settings
from partnership.errors import NeedsAnswer
from partnership.filters import Filters
from partnership.queries import metric_rows, opened
from partnership.readers import HR
from partnership.settings import Settings
from partnership.ui import panels

HERE = Path(__file__).parent
CASE = HERE / "cases" / "agencys_own"
PAGES = HERE.parent / "pages"
# Without meetings or starts in the files their screens are not in the menu; the others
# are for a company.
NOT_IN_MENU = {"meetings.py", "hires.py", "present.py", "what_works.py", "who_is_who.py"}
NOT_IN_MENU |= {"likely_owner.py", "quarterly_review.py"}
SCREENS = sorted({file.name for file in PAGES.glob("*.py")} - {"shell.py", *NOT_IN_MENU})
OWN = Settings(owner="agency", agency_name="Northgate")
AS_OF = date(2026, 6, 30)
FENNHOLT, MARLOW = Filters(clients=("Fennholt",)), Filters(clients=("Marlow",))

Rows = list[dict[str, Any]]
Asked = Callable[..., Rows]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The builds of the agency's two files; nothing was asked."""
    folder = tmp_path_factory.mktemp("own") / "builds"
    builds.build([CASE], builds=folder, settings=OWN, as_of=AS_OF)
    return folder


@pytest.fixture(scope="module")
def asked(built: Path) -> Iterator[Asked]:
    """`asked("fill_counts", FENNHOLT)` are the rows of that metric for that client."""
    with closing(opened(HR.file_in(builds.current(built).path))) as connection:
        yield lambda name, filters, **how: rows_of(connection, name, filters, **how)


def rows_of(connection: duckdb.DuckDBPyConnection, name: str, filters: Filters, **how: Any) -> Rows:
    rows = metric_rows(connection, name, filters, **how)
    return rows.astype(object).where(rows.notna(), None).to_dict("records")


def test_every_row_counts_and_the_partners_are_the_clients(built: Path, asked: Asked) -> None:
    files = builds.current(built).receipt["files"]
    assert [(file["accepted"], file["set_aside"]) for file in files] == [(9, 0), (7, 0)]
    offered = asked("filter_choices", Filters(), folder="screens")
    assert [(row["kind"], row["label"]) for row in offered] == [
        ("agency", "Northgate"),
        ("client", "Fennholt"),
        ("client", "Marlow"),
    ]


def test_a_fill_is_one_by_the_agency_and_who_else_filled_is_unknown(asked: Asked) -> None:
    # Engineer, Analyst and Buyer of Fennholt reached day 60; the first was filled on day 46.
    day_60 = asked("fill_counts", FENNHOLT)[1]
    assert (day_60["within_days"], day_60["reached"], day_60["filled"]) == (60, 3, 1)
    assert (day_60["filled_by_agency"], day_60["filled_otherwise"], day_60["cancelled"]) == (
        1,
        None,
        None,
    )
    # The Controller of Marlow is called filled, on day 77, but nobody of ours was hired for it.
    (row,) = asked("time_to_fill", MARLOW)
    assert (row["openings"], row["filled"], row["open"], row["cancelled"]) == (4, 0, 3, None)
    assert (row["median_days"], row["rmst90_days"]) == (None, None)
    curve = asked("time_to_fill_curve", FENNHOLT)
    assert {row["filled_otherwise"] for row in curve} | {row["cancelled"] for row in curve} == {
        None
    }
    assert asked("fill_rate", Filters())[0]["cancelled"] is None


def test_of_redundant_submissions_only_those_sent_twice_are_known(asked: Asked) -> None:
    (row,) = asked("redundant_submissions", FENNHOLT)
    assert (row["submissions"], row["resubmitted"]) == (6, 1)
    unseen = "redundant redundancy_rate known_here collision post_reject known_elsewhere".split()
    assert [row[name] for name in unseen] == [None] * 6
    assert asked("funnel", FENNHOLT)[0]["redundant"] is None
    assert {row["owner_agency_id"] for row in asked("ownership", Filters())} == {None}
    assert asked("collision_pairs", Filters()) == []
    (twice,) = asked("resubmissions", FENNHOLT)
    assert (twice["resubmitted"], twice["submissions"]) == (1, 6)


def test_screening_is_the_agencys_work_and_what_comes_after_is_the_clients_answer(
    asked: Asked,
) -> None:
    # Ann and Dee met the client after 4 and 5 working days, Bob and Cid were refused after 5 and 2.
    (row,) = asked("feedback_latency", FENNHOLT)
    assert (row["answered"], row["waiting"], row["on_time"], row["evaluable"]) == (4, 2, 1, 6)


def test_what_waits_for_whom(asked: Asked) -> None:
    waiting = {(row["side"], row["kind"]): row for row in asked("waiting_now", FENNHOLT)}
    assert set(waiting) == {("client", "profile")}
    assert (
        waiting["client", "profile"]["waiting"],
        waiting["client", "profile"]["longest_days"],
    ) == (
        2,
        72,
    )
    marlow = asked("waiting_now", MARLOW)
    found = [
        (row["kind"], row["waiting"], row["longest_days"], row["on_ended_searches"])
        for row in marlow
    ]
    # The search on hold waits for nobody; the search that was lost is counted apart.
    assert found == [("profile", 1, 1, 1), ("brief", 1, 11, 0), ("offer", 1, 2, 0)]


def test_whose_clock_knows_no_interviews_and_no_hold(asked: Asked) -> None:
    # HR: profiles waited from 12 to 20 January, 9 to 11 February, 9 to 16 March, since 25 June.
    # After a day of an interview nobody can say whose turn it is: 20 January to 10 February and
    # from 16 March to 25 June.
    (row,) = asked("open_days_by_side", FENNHOLT)
    sides = ("hr", "agency", "candidate", "unknown", "business_leader", "hold")
    assert [row[f"{side}_days"] for side in sides] == [22, 79, 10, 122, None, None]
    assert row["days"] == 22 + 79 + 10 + 122


def test_every_search_in_the_file_was_given_to_the_agency(asked: Asked) -> None:
    searches = asked("open_search", Filters(), folder="rows")
    assert [(row["search_id"], row["sent"]) for row in searches] == [
        ("J3", 3),
        ("J5", 2),
        ("J7", 0),
        ("J6", 0),
    ]
    assert not any(row["is_assumed"] for row in searches)


def test_the_same_files_of_a_company_ask_which_sources_are_agencies(tmp_path: Path) -> None:
    with pytest.raises(NeedsAnswer, match="which of these 3 sources are agencies"):
        builds.build([CASE], builds=tmp_path / "builds", settings=Settings(), as_of=AS_OF)


@pytest.mark.parametrize("header", ["Client", "Company", "Account name", "Customer", "Kunde"])
def test_the_client_is_known_by_how_agencies_call_it(tmp_path: Path, header: str) -> None:
    jobs = [{"Mandate ID": "J1", "Job title": "Engineer", "Date opened": "2026-01-05"}]
    people = [{"Candidate": "Ann Zebra", "Mandate": "J1", "Sent to client": "2026-01-12"}]
    write_table(
        tmp_path / "searches.csv", [job | {header: "Fen", "Job status": "Open"} for job in jobs]
    )
    write_table(tmp_path / "candidates.csv", people)
    made = builds.build([tmp_path], builds=tmp_path / "builds", settings=OWN, as_of=AS_OF)
    with closing(opened(HR.file_in(made.path))) as connection:
        named = rows_of(connection, "filter_choices", Filters(), folder="screens")
    assert ("client", "Fen") in [(row["kind"], row["label"]) for row in named]


# --- screens --------------------------------------------------------------------------------


@pytest.fixture
def screen(built: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., AppTest]:
    """`screen("offers.py", partner="Marlow")` is that screen of the agency's figures."""
    monkeypatch.setattr(settings, "BUILDS", built)
    monkeypatch.setattr(settings, "RECORDS", tmp_path / "records")

    def open_screen(file: str, **asked: str) -> AppTest:
        app = AppTest.from_file(str(PAGES / "shell.py"), default_timeout=60)
        app.query_params["period"] = "All data"
        for key, value in asked.items():
            app.query_params[key] = value
        if file == "overview.py":
            return app.run()
        app.switch_page(file).run()
        return app.switch_page(file)  # which fails where the menu has no such screen

    return open_screen


def words_of(app: AppTest) -> str:
    elements = (*app.markdown, *app.caption, *app.info, *app.subheader)
    return "\n".join(str(element.value) for element in elements).replace("\\", "")


def cards_of(app: AppTest) -> dict[str, str]:
    return {metric.label: str(metric.value).replace("\u00a0", " ") for metric in app.metric}


@pytest.mark.parametrize("file", SCREENS)
def test_every_screen_opens(
    screen: Callable[..., AppTest], file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = runs_of(monkeypatch)
    app = screen(file)
    assert not app.exception and not app.error
    assert len(app.title) == 1
    # What is asked for in an agency's own files alone.
    if file == "my_partnership.py":
        assert "resubmissions" in runs[-1].asked & runs[-1].explained


@pytest.mark.parametrize("file", sorted(NOT_IN_MENU))
def test_a_screen_that_is_not_for_these_files_is_not_in_the_menu(
    screen: Callable[..., AppTest], file: str
) -> None:
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        screen(file)


def test_the_summary_leaves_out_what_the_files_cant_show(screen: Callable[..., AppTest]) -> None:
    app = screen("partnership_summary.py", partner="Fennholt")
    (sheet,) = [e.proto.body for e in app.get("html") if "<article" in e.proto.body]
    assert (
        "accepted" in sheet
        and "started" not in sheet
        and "Buyer: 120\N{NO-BREAK SPACE}days" in sheet
    )
    assert "HR" not in sheet


def test_my_partnership_is_with_the_client_that_is_chosen(screen: Callable[..., AppTest]) -> None:
    app = screen("my_partnership.py", partner="Marlow")
    assert app.selectbox(key="partner").options == ["Fennholt", "Marlow"]
    said = words_of(app)
    assert (
        "1 profile waits for Marlow, for 1 working day; 1 search without a candidate "
        "and 1 offer to a candidate wait for us, the longest for 11 working days." in said
    )
    assert cards_of(app) == {
        "By us by day 60": "0 of 2",
        "Sent twice by us": "0 of 3",
        "Client in time": "0 of 2",
        "Offers accepted": "–",
    }
    assert "Meetings can't be seen from these files." in said
    assert "Promises can't be seen from these files." in said


@pytest.mark.parametrize("file", ["my_partnership.py", "both_sides.py"])
def test_what_is_taken_along_to_one_client_holds_no_byte_of_another(
    screen: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    found = files_offered(monkeypatch)
    app = screen(file, partner="Fennholt")
    for panel in app.expander:
        app.session_state[f"{panels.CASES}{app.title[0].value} {panel.label}"] = True
    found.clear()  # those of the screen that the menu opens at first
    app = app.run()
    assert not app.exception and not app.error
    assert any(b"Fennholt" in body for body in found)
    assert [body for body in found if b"Marlow" in body or b"Controller" in body] == []
    partners = {"selectbox", "multiselect"}
    drawn = [str(e.proto) for e in app.main if hasattr(e, "proto") and e.type not in partners]
    assert "Marlow" not in "".join(drawn) and "Controller" not in "".join(drawn)


def test_redundant_submissions_show_no_zero_for_what_is_not_seen(
    screen: Callable[..., AppTest],
) -> None:
    app = screen("redundant_submissions.py")
    cards = cards_of(app)
    unseen = ("Redundant", "Sent after a no", "Other agency first", "Known to HR here")
    assert {cards[label] for label in unseen} == {"–"}
    assert cards["Sent twice"] == "1"
    assert "other kinds can't be seen from these files" in words_of(app)


def test_time_to_fill_speaks_of_the_agencys_own_fills(screen: Callable[..., AppTest]) -> None:
    app = screen("time_to_fill.py")
    assert "Of 5 openings that reached day 60, we filled 1 by then" in words_of(app)
    cards = cards_of(app)
    assert cards["By us by day 60"] == "20 %"
    assert cards["Half filled after"] == "–"


def test_both_sides_name_the_client_and_what_is_not_seen(screen: Callable[..., AppTest]) -> None:
    app = screen("both_sides.py", partner="Fennholt")
    assert list(cards_of(app))[:2] == ["Fennholt keeps", "We keep"]
    (lines,) = [frame.value for frame in app.dataframe if "owed_by" in frame.value]
    states = lines.set_index("line")["line_state"]
    assert states["Sent twice, late or after a no ↓"] == "can't be seen from these files"
    assert "others_of" not in lines and set(lines["owed_by"]) == {"Fennholt", "we", "both"}


def test_overview_has_a_row_for_each_client(screen: Callable[..., AppTest]) -> None:
    app = screen("overview.py")
    assert "Of 2 partnerships" in words_of(app)
    assert cards_of(app)["Redundant"] == "–"
    assert "No submission was redundant" not in words_of(app)
    table = next(frame.value for frame in app.dataframe if "state" in frame.value)
    assert list(table["client_name"]) == ["Fennholt", "Marlow"]


def test_what_was_typed_since_shows_at_once(screen: Callable[..., AppTest], tmp_path: Path) -> None:
    promise = {"agency_id": "own", "owner": "agency", "text": "send a market note"}
    days = {"made_on": "2026-06-30", "due_on": "2026-07-10"}
    entries.enter(tmp_path / "records", {"commitments": [promise | days]}, by="Ann")
    app = screen("my_partnership.py", partner="Fennholt")
    shown = next(frame.value for frame in app.dataframe if "promise" in frame.value)
    assert list(shown["promise"]) == ["send a market note"]
    assert list(shown["promised_by"]) == ["us"]
    assert list(shown["entered"]) == ["entered after these figures"]
