"""What a screen knows of the reader's choice, and the rows it asks for: nothing here draws."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pandas as pd

from partnership import choices, settings, tables, wording
from partnership.choices import Chosen
from partnership.filters import Filters
from partnership.findings.cards import Measured
from partnership.labels import shell as words
from partnership.periods import Quarter, complete_quarters
from partnership.targets import Target, target_of
from partnership.ui import frame, paper, typed
from partnership.ui.source import Facts, Source

# More rows than anyone reads only make a screen slow; the command line gives them all.
MOST_CASES = 2000


@dataclass(kw_only=True)
class ChosenRows:
    """The rows of what the reader chose. `names` gives agency and client ids their names."""

    source: Source
    choice: Chosen
    facts: Facts
    names: frame.Offered

    @property
    def is_hrs(self) -> bool:
        """Whether HR reads, which sees every agency; else the one whose rows these are."""
        return self.source.reader.is_hr

    @property
    def filters(self) -> Filters:
        """What the reader chose."""
        return self.choice.filters

    @property
    def filters_in_words(self) -> str:
        """What the reader chose, as the line under the title says it."""
        return choices.sentence(self.choice, self.names)

    @property
    def period_in_words(self) -> str:
        """The period alone, as the line under the title says it."""
        return choices.period_in_words(self.choice.period)

    def in_words(self, text: str) -> str:
        """A text of ours with the numbers that are settings, as this reader reads it."""
        return self._read(text, frame.plain(self.own_agency))

    def in_plain(self, text: str) -> str:
        """The same for a place where nothing is markup."""
        return self._read(text, self.own_agency)

    def _read(self, text: str, agency: str) -> str:
        return wording.for_reader(wording.with_settings(text, self.facts.rules), agency)

    @property
    def own_agency(self) -> str:
        """The name of the agency that reads; empty where HR does."""
        own = self.source.reader.agency_id
        return "" if own is None else self.names.get("agency", {}).get(own, own)

    @property
    def quarters(self) -> list[Quarter]:
        """The complete quarters of these figures, at most eight, oldest first."""
        first_month = settings.current().fiscal_year_start
        return complete_quarters(self.facts.first_day, self.facts.as_of, first_month=first_month)

    @property
    def is_one_client(self) -> bool:
        """Whether a column "Client" would say the same in every row."""
        return len(self.names.get("client", {})) < 2

    @property
    def whole_time(self) -> Filters:
        """What the reader chose, whatever the period: for what is true on the day of the
        figures."""
        return replace(self.filters, period_start=None, period_end=None)

    @property
    def unseen_by_an_agency(self) -> str:
        """What is said in the place of what an agency's own files can't show; empty in a
        company's figures."""
        return words.UNSEEN_BY_AN_AGENCY if self.facts.is_agencys_own else ""

    @property
    def partner_kind(self) -> str:
        """What a partner is: an agency, or in an agency's own figures a client."""
        return "client" if self.facts.is_agencys_own else "agency"

    @property
    def partner_names(self) -> Mapping[str, str]:
        """The partners by id."""
        return self.names.get(self.partner_kind, {})

    @property
    def partners_chosen(self) -> list[str]:
        """The names of the partners that the filters leave, all of them where none is chosen."""
        filters = self.filters
        ids = filters.clients if self.facts.is_agencys_own else filters.agencies
        return [name for key, name in self.partner_names.items() if ids is None or key in ids]

    def agency_of(self, partner: str | None) -> str | None:
        """The agency of a partnership: the partner itself, or in an agency's own figures the one
        whose they are."""
        if self.facts.is_agencys_own:
            return next(iter(self.names.get("agency", {})), None)
        return partner

    def narrow_to(self, partner: str) -> None:
        """From here on the rows of one partner alone, whatever the filters hold."""
        name = self.partner_names[partner]
        self.choice = choices.of_one(self.choice, self.partner_kind, partner, name)

    def widen_to_all(self) -> None:
        """From here on the rows of all partners, whatever the filters hold."""
        self.choice = choices.of_all(self.choice, self.partner_kind)

    def of_quarter(self, quarter: Quarter) -> Filters:
        """What the reader chose, of one quarter."""
        return choices.within(self.filters, quarter)

    def rows(
        self,
        metric: str,
        *,
        by: str | None = None,
        day: int | None = None,
        filters: Filters | None = None,
        where: Mapping[str, Any] | None = None,
        folder: str = "metrics",
        **more: Any,
    ) -> pd.DataFrame:
        """Rows of a metric for the chosen cases, with a column `label` where it is grouped.

        With `day`, the chosen period is the one in which the cases reached that day. `where`
        keeps the rows whose columns have these values.
        """
        chosen = self.filters if filters is None else filters
        narrowed = chosen if day is None else self._until_now(chosen).reaching_day(day)
        rows = self.source.rows(metric, narrowed, by=by, folder=folder, **more)
        for column, value in (where or {}).items():
            rows = rows[rows[column] == value]
        return tables.labelled(rows, by, self.names)

    def _until_now(self, filters: Filters) -> Filters:
        """The same period, ended on the day of the figures: nothing reached a day after it."""
        end, tomorrow = filters.period_end, self.facts.as_of + timedelta(days=1)
        return replace(filters, period_end=min(end, tomorrow) if end else tomorrow)

    def shows(self, table: str) -> bool:
        """Whether this table came in: without it its figures can't be seen, which is not zero."""
        return table in self.source.present_tables

    def before(self, metric: str, **how: Any) -> pd.DataFrame | None:
        """The rows of the period compared with; None where there is none."""
        filters = choices.before(self.choice)
        return None if filters is None else self.rows(metric, filters=filters, **how)

    def measured(
        self,
        metric: str,
        target: str,
        *,
        is_seen: bool = True,
        quarterly: bool = True,
        prepared: Callable[[pd.DataFrame], pd.DataFrame] = lambda rows: rows,
        **how: Any,
    ) -> Measured:
        """What the card of a metric is made of; `is_seen` says whether its table came in at all.
        Not `quarterly` where a chart beside it has the quarters."""
        before = self.before(metric, **how)
        quarters = self.by_quarter(metric, **how) if quarterly else pd.DataFrame()
        return Measured(
            prepared(self.rows(metric, **how)) if is_seen else None,
            prepared(quarters) if quarterly else quarters,
            None if before is None else prepared(before),
            self.target(f"{metric}.{target}" if "." not in target else target),
        )

    def typed_since(self, table: str, partner: str | None) -> list[Mapping[str, str]]:
        """What was typed of a table after these figures, about one agency; in an agency's own
        figures about whomever."""
        entered = [entry.values for entry in typed.since(self.source, table)]
        if self.facts.is_agencys_own:
            return entered
        return [values for values in entered if values.get("agency_id") == partner]

    def one(self, metric: str, **how: Any) -> dict[str, Any] | None:
        """The first row of a metric, asked as in `rows`; None where there is none."""
        rows = self.rows(metric, **how)
        return None if rows.empty else dict(rows.iloc[0])

    def target(self, metric: str, *, agency: str | None = None) -> Target | None:
        """The agreed target of a share, named like "offer_outcomes.acceptance_rate", with the one
        agency chosen (or named) where it has its own."""
        agencies = self.filters.agencies if agency is None else (agency,)
        return target_of(typed.targets(self.source), metric, agencies)

    def cases(self, name: str, **how: Any) -> pd.DataFrame:
        """The cases behind a number: queries/rows/<name>.sql, asked as in `rows`."""
        most = None if paper.is_paper() else MOST_CASES
        rows = self.rows(name, folder="rows", row_limit=most, **how)
        if most is not None and len(rows) >= most:
            rows.attrs["most"] = most
        return rows

    def by_quarter(self, metric: str, **how: Any) -> pd.DataFrame:
        """The first row of each complete quarter, whatever period is chosen; `label` is the
        quarter. A quarter without cases is a row of gaps."""
        asked = {
            quarter.label: self.rows(metric, filters=choices.within(self.filters, quarter), **how)
            for quarter in self.quarters
        }
        return tables.stacked_by_label(asked or {"": self.rows(metric, **how).head(0)})

    def as_read(self, rows: pd.DataFrame, columns: Sequence[str] | None) -> pd.DataFrame:
        """These columns of the rows as people read them: names for ids, words for codes."""
        kept = rows[[column for column in columns or rows.columns if column in rows]]
        if self.is_one_client or len(self.filters.clients or ()) == 1:
            kept = kept.drop(columns=["client_name", "client_id"], errors="ignore")
        if self.facts.rules.people_shown == "role":  # every row would say the same
            kept = kept.drop(columns=list(tables.PEOPLE), errors="ignore")
        if self.facts.is_agencys_own:
            kept = kept.drop(columns=["agency_name", "agency_id"], errors="ignore")
        kept = kept.rename(columns={"label": rows.attrs.get("by", "label")})
        return tables.presentable(kept, self.names)
