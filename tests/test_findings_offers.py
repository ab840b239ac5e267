"""What the Offers screen says of hand-made rows."""

from typing import Any

import pandas as pd
import pytest

from partnership.findings import offers
from partnership.findings.cards import Measured


def measured(rows: pd.DataFrame, before: pd.DataFrame | None = None) -> Measured:
    """What a card is made of where no quarter and no target is."""
    return Measured(rows, pd.DataFrame(), before, None)


def outcome(accepted: int, declined: int = 0, **more: Any) -> dict[str, Any]:
    """A row of offer_outcomes with its `answered`."""
    row = {"group": None, "extended": accepted + declined, "accepted": accepted, "expired": 0}
    row |= {"declined": declined, "rescinded": 0, "pending": 0, "reneged": 0, "started": accepted}
    row |= {"acceptance_rate": None, "acceptance_low": None, "acceptance_high": None}
    return row | {"answered": accepted + declined, "net_acceptance_rate": None} | more


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (outcome(20, 8, reneged=2), "20 of 28 answered offers were accepted; 2 of those"),
        (outcome(20, 8), "20 of 28 answered offers were accepted; nobody who accepted"),
        (outcome(20, 8, reneged=None), "20 of 28 answered offers were accepted."),
        (outcome(1, 8), "1 of 9 answered offers was accepted"),
        (outcome(2, 1), "2 of 3 answered offers accepted: too few for a share."),
        (outcome(1, 0), "The only answered offer was accepted: too few"),
        (outcome(0, 1), "The only answered offer was not accepted: too few"),
        (outcome(0, 0, extended=4, pending=4), "No offer of this period has been answered yet."),
    ],
)
def test_the_finding_fits_the_number_of_offers(row: dict[str, Any], said: str) -> None:
    assert offers.finding(pd.DataFrame([row])).startswith(said)


def test_no_offers_make_no_finding_and_cards_without_cases() -> None:
    nothing = pd.DataFrame()
    cards = offers.cards(measured(nothing), measured(nothing), None)
    assert offers.finding(nothing) == ""
    assert [card.value for card in cards] == ["–", "–", "–", "–", "0"]
    assert {card.basis for card in cards[:4]} == {"no cases"}


def test_starts_that_no_file_holds_cannot_be_seen() -> None:
    starts = {"started": None, "decided": None, "reneged": None, "start_due": None}
    starts |= {"net_acceptance_rate": None, "net_acceptance_low": None, "net_acceptance_high": None}
    rows = pd.DataFrame([outcome(20, 8)])
    cards = offers.cards(measured(rows), measured(pd.DataFrame([starts])), None)
    assert cards[2].basis == "can't be seen from these files"


def test_the_table_puts_the_most_offers_first_and_knows_who_started_of_how_many() -> None:
    groups = pd.DataFrame(
        [outcome(1, 0, group="q", label="Quay"), outcome(20, 8, group="h", label="Harbour")]
    )
    starts = pd.DataFrame(
        {
            "group": ["h", "q"],
            "decided": [25, 1],
            "started": [18, 0],
            "net_acceptance_rate": [0.72, 0],
        }
    )
    groups.attrs["by"] = "agency"
    table = offers.group_table(groups, starts)
    assert list(table["label"]) == ["Harbour", "Quay"] and table.attrs["by"] == "agency"
    assert table.loc[:, ["started", "decided"]].to_numpy().tolist() == [[18, 25], [0, 1]]


def test_offers_without_an_agency_keep_their_starts() -> None:
    groups = pd.DataFrame([outcome(9, 1, group=None, label="not through an agency")])
    starts = pd.DataFrame(
        [{"group": None, "decided": 10, "started": 8, "net_acceptance_rate": 0.8}]
    )
    assert list(offers.group_table(groups, starts)["started"]) == [8]


def test_reasons_are_worded_and_know_of_how_many() -> None:
    rows = pd.DataFrame({"reason": ["pay", "unknown"], "offers": [3, 1], "share": [0.75, 0.25]})
    shown = offers.reasons(rows)
    assert list(shown["label"]) == ["pay", "not given"] and list(shown["declined"]) == [4, 4]
    assert offers.reasons_note(rows).startswith("4 declined offers")
    assert offers.reasons_note(rows.head(0)) == ""
