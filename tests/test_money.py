"""Money: never added across currencies, converted only at a rate that is named with its day."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from asking import GivenExport

from partnership import money, settings
from partnership.findings import redundant_submissions as findings
from partnership.settings import Rate

ON = date(2026, 9, 30)
FEES = [(18700.0, "EUR"), (10000.0, "USD"), (1300.0, "usd"), (None, "EUR"), (5.0, None)]
RATES = (
    Rate("USD", 0.9, date(2026, 1, 1)),
    Rate("USD", 0.95, date(2026, 6, 30)),
    Rate("USD", 2.0, date(2026, 10, 1)),  # after the day of the figures
)


def test_two_currencies_are_two_sums() -> None:
    found = money.total(FEES, "", RATES, ON)
    assert found.sums == ((Decimal("18700"), "EUR"), (Decimal("11300"), "USD"))
    assert (found.used, found.lacking, found.unknown) == ((), (), 1)
    assert money.in_words(found).replace("\u00a0", " ") == "18,700 EUR · 11,300 USD"


def test_the_newest_rate_that_was_known_converts_and_is_named() -> None:
    found = money.total(FEES, "EUR", RATES, ON)
    assert found.sums == ((Decimal("29435"), "EUR"),)  # 18,700 + 11,300 × 0.95
    said = money.rates_in_words(found, "EUR")
    assert "1 USD = 0.95 EUR, of 30 Jun 2026." in said and "not counted: 1" in said


def test_without_a_rate_an_amount_stays_in_its_currency_and_the_rate_that_lacks_is_named() -> None:
    found = money.total([(1, "CHF"), *FEES], "EUR", RATES, ON)
    assert [name for _, name in found.sums] == ["EUR", "CHF"] and found.lacking == ("CHF",)
    assert "No rate from CHF to EUR" in money.rates_in_words(found, "EUR")


def test_cents_add_up_exactly() -> None:
    found = money.total([(0.1, "EUR")] * 3, "", (), ON)
    assert found.sums == ((Decimal("0.3"), "EUR"),)


def test_the_screen_sums_fees_as_the_settings_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "SETTINGS_FILE", tmp_path / "settings.toml")
    rows = pd.DataFrame(FEES, columns=["fee_at_stake", "currency"])
    said = findings.disputes_note(rows, ON).replace("\u00a0", " ")
    assert "Fees at stake: 18,700 EUR · 11,300 USD." in said
    settings.SETTINGS_FILE.write_text(
        'reporting_currency = "EUR"\n[[rates]]\ncurrency = "USD"\nrate = 0.5\non = 2026-01-01\n'
    )
    said = findings.disputes_note(rows, ON).replace("\u00a0", " ")
    assert "Fees at stake: 24,350 EUR. 1 USD = 0.5 EUR, of 1 Jan 2026." in said
    assert list(findings.with_fee(rows)["fee"].str.replace("\u00a0", " "))[:2] == [
        "18,700 EUR",
        "10,000 USD",
    ]
    nothing = rows.assign(fee_at_stake=None)
    assert findings.disputes_note(nothing, ON).endswith("No fee is named in these disputes.")


def test_the_fee_at_stake_is_that_of_a_hire_that_two_agencies_sent(given: GivenExport) -> None:
    sent = [
        {"submission_id": f"{person}{agency}", "search_id": "s", "candidate_id": person}
        | {"agency_id": agency, "received_at": f"2025-01-0{day}T09:00:00Z"}
        for person, agency, day in (("p", "a", 6), ("p", "b", 7), ("q", "a", 6), ("q", "a", 7))
        if (person, day) != ("q", 7)
    ]
    sent.append(sent[-1] | {"submission_id": "qa2", "received_at": "2025-01-08T09:00:00Z"})
    hired = [
        {"submission_id": of, "started_on": "2025-02-03", "fee_amount": fee, "currency": "USD"}
        for of, fee in (("pa", "12000"), ("qa", "9000"))
    ]
    rows = given(submissions=sent, placements=hired).metric("ownership")
    fees = {row["agency_ids"]: (row["fee_at_stake"], row["currency"]) for row in rows}
    assert float(fees["a;b"][0]) == 12000 and fees["a;b"][1] == "USD"
    assert pd.isna(fees["a"][0])  # the same agency twice: nobody else claims the fee
