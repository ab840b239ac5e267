"""What an agency sees of its redundant submissions: the kind and the days, nothing of a rival."""

from collections.abc import Callable
from pathlib import Path

import pytest
from downloaded import files_offered
from small_export import write_export
from streamlit.testing.v1 import AppTest

from partnership import builds, settings
from partnership.labels import my_partnership as words
from partnership.ui import panels

SHELL = Path(__file__).parent.parent / "pages" / "shell.py"
# In every name and id of the rival, and sorting first: a person is named after the smallest id.
CANARY = "0canary"
Opens = Callable[..., AppTest]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Harbour sent three persons whom a rival had sent before, and had one of them hired."""
    folder = tmp_path_factory.mktemp("canaries")
    candidates, submissions = [], []
    for number in range(6):
        person = {"email": f"ann.zebra{number}@example.com", "linkedin_url": f"x.com/in/a{number}"}
        rival = {"submission_id": f"{CANARY}-u{number}", "candidate_id": f"{CANARY}-c{number}"}
        ours = {"submission_id": f"U{number}", "candidate_id": f"C{number}"}
        name = f"Ann Zebra{number}"
        candidates += [
            person | {"candidate_id": ours["candidate_id"], "full_name": name},
            person | {"candidate_id": rival["candidate_id"], "full_name": f"{name} {CANARY}"},
        ]
        both = {"search_id": "S2", "channel": "agency"}
        received = {"received_at": f"2026-04-{10 + number}T09:00:00Z", "agency_id": "A1"}
        submissions.append(both | ours | received)
        if number < 3:
            before = {"received_at": "2026-04-03T09:00:00Z", "agency_id": f"{CANARY}-a"}
            submissions.append(both | rival | before)
    offer = {"offer_id": f"{CANARY}-o", "submission_id": f"{CANARY}-u0", "outcome": "accepted"}
    export = write_export(
        folder / "export",
        export=[{"exported_at": "2026-07-10T12:00:00Z"}],
        agencies=[
            {"agency_id": "A1", "name": "Harbour"},
            {"agency_id": f"{CANARY}-a", "name": f"{CANARY} People"},
        ],
        candidates=candidates,
        submissions=submissions,
        briefs=[
            {"brief_id": f"B{at}", "search_id": "S2", "agency_id": agency}
            | {"briefed_at": "2026-04-01T09:00:00Z"}
            for at, agency in enumerate(("A1", f"{CANARY}-a"))
        ],
        offers=[
            offer | {"extended_at": "2026-04-20T09:00:00Z", "answered_at": "2026-04-22T09:00:00Z"}
        ],
    )
    builds.build([export], builds=folder / "builds")
    return folder / "builds"


@pytest.fixture
def opens(built: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Opens:
    """`opens("present.py", **{"with": "Harbour"})` is that screen."""
    monkeypatch.setattr(settings, "BUILDS", built)
    monkeypatch.setattr(settings, "RECORDS", tmp_path / "records")

    def opened(file: str, **asked: str) -> AppTest:
        app = AppTest.from_file(str(SHELL), default_timeout=60)
        app.query_params["period"] = "All data"
        for key, value in asked.items():
            app.query_params[key] = value
        return app.switch_page(file).run()

    return opened


def sent_by(app: AppTest) -> str:
    """All that reaches the browser in the main part, but for the lists of what HR may choose."""
    chosen_from = ("selectbox", "multiselect")
    shown = [e for e in app.main if hasattr(e, "proto") and e.type not in chosen_from]
    return "\n".join(str(e.proto) for e in shown)


def test_no_slide_holds_a_byte_of_a_rival(opens: Opens) -> None:
    app, slides = opens("present.py", **{"with": "Harbour"}), 0
    while True:
        assert not app.exception and not app.error
        assert CANARY not in sent_by(app), app.title[0].value
        slides += 1
        (turn,) = [button for button in app.button if button.label == "Next"]
        if turn.disabled:
            break
        app = turn.click().run()
    assert slides > 5


def test_the_summary_that_is_handed_over_holds_no_byte_of_a_rival(opens: Opens) -> None:
    app = opens("partnership_summary.py", partner="Harbour")
    (sheet,) = [e.proto.body for e in app.get("html") if "<article" in e.proto.body]
    assert "3 of 6" in sheet.replace("\N{NO-BREAK SPACE}", " ")
    assert CANARY not in sheet and CANARY not in sent_by(app)


def test_my_partnership_says_the_kind_and_the_days_and_nothing_of_a_rival(opens: Opens) -> None:
    app = opens("my_partnership.py", partner="Harbour")
    for panel in [e for e in app.expander if words.CASES_REDUNDANT in e.label]:
        app.session_state[f"{panels.CASES}My partnership {panel.label}"] = True
    app = app.run()
    tables = [frame.value for frame in app.dataframe if "redundancy_class" in frame.value]
    assert len(tables) == 1
    (shown,) = tables
    said = shown.set_index("submission_id")[["redundancy_class", "days_after_earlier"]]
    assert {name: tuple(row) for name, row in said.iterrows()} == {
        f"U{number}": ("another agency sent them first", 7 + number) for number in range(3)
    }
    assert CANARY not in sent_by(app)


@pytest.fixture
def downloads(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    return files_offered(monkeypatch)


@pytest.mark.parametrize("file", ["my_partnership.py", "both_sides.py"])
def test_no_file_that_an_agencys_screen_offers_holds_a_byte_of_a_rival(
    opens: Opens, downloads: list[bytes], file: str
) -> None:
    app = opens(file, partner="Harbour")
    for panel in app.expander:
        app.session_state[f"{panels.CASES}{app.title[0].value} {panel.label}"] = True
    downloads.clear()
    app = app.run()
    assert not app.exception and not app.error
    assert len(downloads) > 10 and any(b"Harbour" in body for body in downloads)
    assert [body for body in downloads if CANARY.encode() in body] == []


def test_the_edition_for_an_agency_of_the_likely_owner_holds_no_byte_of_a_rival(
    opens: Opens, downloads: list[bytes]
) -> None:
    app = opens("likely_owner.py", edition="Harbour")
    downloads.clear()  # those of the screen that the menu opens at first
    app = app.run()
    assert not app.exception and not app.error
    assert "Edition for Harbour" in sent_by(app)
    cases = "".join(app.selectbox(key="case").options)
    assert "C0" in cases and CANARY not in cases and CANARY not in sent_by(app)
    # The rival sent them on 3 April at nine, a week before.
    for finer in ("3 Apr 2026", "2026-04-03"):
        assert finer not in sent_by(app).replace("\N{NO-BREAK SPACE}", " ")
    assert "within 2 weeks before yours" in sent_by(app)
    assert downloads and [body for body in downloads if CANARY.encode() in body] == []


def test_hr_sees_the_rival_where_an_agency_does_not(opens: Opens) -> None:
    """So the search would find one."""
    assert CANARY in sent_by(opens("redundant_submissions.py"))
    assert CANARY in sent_by(opens("likely_owner.py"))


def test_so_would_the_search_of_the_files(opens: Opens, downloads: list[bytes]) -> None:
    app = opens("likely_owner.py")
    downloads.clear()
    app.run()
    assert any(CANARY.encode() in body for body in downloads)
