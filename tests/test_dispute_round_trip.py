"""What an agency marks as wrong in a pack, sent to HR by e-mail, is counted there beside the
number."""

from contextlib import closing
from pathlib import Path
from shutil import copytree

import pytest
from screen_builds import made_once
from streamlit.testing.v1 import AppTest

from partnership import builds, entries, packs, queries, settings
from partnership.labels import offers as offer_words
from partnership.labels import shell as words
from partnership.published import current
from partnership.readers import Reader

PAGES = Path(__file__).parent.parent / "pages"
OFFERS = offer_words.CASES


def screen(file: str, **asked: str) -> AppTest:
    app = AppTest.from_file(str(PAGES / "shell.py"), default_timeout=60)
    for key, value in asked.items():
        app.query_params[key] = value
    for panel in ("disputed", f"cases {words.OFFERS} {OFFERS}", f"disputed {OFFERS} wrong"):
        app.session_state[panel] = True
    app.session_state["several disputes"] = True
    app.session_state["your name"] = "Ana"
    return app.switch_page(file).run()


def heads(app: AppTest) -> list[str]:
    labels = [block.proto.popover.label for block in app.get("popover")]
    return [label for label in labels if label.endswith("disputed")]


def test_from_the_pack_of_an_agency_to_the_figures_of_hr(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = made_once("two agencies", tmp_path_factory.getbasetemp())
    of_hr, received = tmp_path / "hr", tmp_path / "received"
    copytree(made, of_hr / "builds")
    packs.pack(current(of_hr / "builds"), "A1", tmp_path / "harbour.zip")
    packs.unpack(tmp_path / "harbour.zip", received / "builds")

    monkeypatch.setattr(settings, "BUILDS", received / "builds")
    monkeypatch.setattr(settings, "RECORDS", received / "records")
    app = screen("offers.py", period="All data")
    assert heads(app) == []
    app.button_group(key=f"disputed {OFFERS} about").set_value("date")
    app.text_input(key=f"disputed {OFFERS} claim").input("On 3 May;\tnot 4")
    app.button(key=f"disputed {OFFERS} send").click().run()
    assert heads(app) == ["1 disputed"]
    (lines,) = [code.value for code in app.code if ";" in code.value]

    monkeypatch.setattr(settings, "BUILDS", of_hr / "builds")
    monkeypatch.setattr(settings, "RECORDS", of_hr / "records")
    app = screen("records.py", record="Disputes")
    app.text_area(key="paste disputes 0").set_value(lines).run()
    app.button(key="save all disputes").click().run()
    assert not app.exception
    (kept,) = entries.kept(of_hr / "records", "disputes")
    assert (kept.values["agency_id"], kept.values["case_kind"]) == ("A1", "offer")
    assert kept.values["claim"] == "On 3 May; not 4"

    # Pasted once more, it is the same dispute.
    app.text_area(key="paste disputes 1").set_value(lines).run()
    assert "save all disputes" not in [button.key for button in app.button]

    # After the update it is in the figures, of HR and of that agency alone.
    build = builds.build(
        [made.parent / "export"], builds=of_hr / "builds", records=of_hr / "records"
    )
    assert entries.since(of_hr / "records", "disputes", build) == []
    app = screen("offers.py", period="All data")
    assert heads(app) == ["1 disputed"]
    (shown,) = [frame.value for frame in app.dataframe if "disputed" in frame.value]
    assert sorted(shown["disputed"]) == ["", "▲ a date"]
    for agency, disputes in (("A1", 1), ("A2", 0)):
        with closing(queries.opened(Reader(agency).file_in(build.path))) as connection:
            assert len(queries.metric_rows(connection, "dispute", folder="rows")) == disputes
