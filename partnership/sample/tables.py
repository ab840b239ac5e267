"""A block's rows → the export, with ids that go on from the blocks before."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from partnership.sample import exchanges, interviews, meetings, process, stays, terms
from partnership.sample.attendance import attendee_rows
from partnership.sample.block import Block
from partnership.sample.characters import Agency
from partnership.sample.clock import NONE, Ints
from partnership.sample.demand import CANCELLED
from partnership.sample.draws import Streams
from partnership.sample.holds import hold_rows
from partnership.sample.people import candidate_rows
from partnership.sample.persons import Persons
from partnership.sample.search_tables import brief_rows, opening_rows, search_rows
from partnership.sample.writing import Export

# What a dispute about a hire is about, before anybody has looked at the contract.
CLAIMED_FEE_PERCENT = 22


@dataclass
class Numbers:
    """How many rows of each table have an id already."""

    used: dict[str, int] = field(default_factory=dict)

    def ids(self, table: str, count: int) -> Ints:
        """The next `count` ids."""
        before = self.used.get(table, 0)
        self.used[table] = before + count
        return np.arange(before + 1, before + count + 1)


@dataclass
class Tables:
    """Appends blocks and meetings to an export."""

    export: Export
    agencies: list[Agency]
    numbers: Numbers = field(default_factory=Numbers)

    def write(self, streams: Streams, block: Block) -> None:
        """Appends everything of a block."""
        people_before = self.numbers.used.get("submissions", 0)
        search = self.numbers.ids("searches", len(block.found))
        submission = self.numbers.ids("submissions", len(block.rows))
        opening = self.numbers.ids("openings", len(block.demand.seats))
        add = self.export.add
        add("searches", search_rows(streams("search rows"), block, search))
        add("holds", hold_rows(streams("holds"), block.demand.waves, search))
        add("openings", opening_rows(block, search, opening, submission))
        add("briefs", brief_rows(block, search))
        self._write_candidates(streams, block, people_before)
        self._write_way(streams, block, search, submission)
        self._write_offers(streams, block, submission)
        self._write_exchanges(streams, block, search, submission)
        kickoffs = meetings.kickoff_meetings(streams("kickoffs"), block.briefed, block.site)
        self.write_meetings(streams, kickoffs, search)

    def write_meetings(self, streams: Streams, met: pd.DataFrame, search: Ints) -> None:
        """Appends meetings and who came; `search` are the ids of the searches they name."""
        meeting = self.numbers.ids("meetings", len(met))
        named = np.append(search, NONE)[met["search"]]
        told = meetings.meeting_rows(met).assign(meeting_id=meeting, search_id=named)
        self.export.add("meetings", told)
        came = attendee_rows(streams("attendees"), self.agencies, met)
        self.export.add("meeting_attendees", came.assign(meeting_id=meeting[came["meeting"]]))

    def _write_candidates(self, streams: Streams, block: Block, people_before: int) -> None:
        who = Persons(streams("people"), block.row_site, people_before)
        records = candidate_rows(streams("records"), self.agencies, block.rows, who)
        candidate = self.numbers.ids("candidates", len(records))
        block.rows["candidate"] = candidate[block.rows["candidate"]]
        self.export.add("candidates", records.assign(candidate_id=candidate))

    def _write_way(self, streams: Streams, block: Block, search: Ints, submission: Ints) -> None:
        rows, zone = block.rows, block.row_site
        is_cancelled = block.waves_with(CANCELLED)[rows["wave"]]
        told = process.submission_rows(streams("submission rows"), rows, is_cancelled)
        told = told.assign(submission_id=submission, search_id=search[rows["search"]], zone=zone)
        self.export.add("submissions", told.assign(candidate_id=rows["candidate"]))
        stages = process.stage_rows(streams("stages"), rows)
        self._add_about("stage_events", stages, block, submission)
        department = block.found["department"].to_numpy()[rows["search"]]
        held = interviews.interview_rows(streams("interviews"), rows, department)
        held["interview_id"] = self.numbers.ids("interviews", len(held))
        self._add_about("interviews", held, block, submission)

    def _write_offers(self, streams: Streams, block: Block, submission: Ints) -> None:
        told = terms.offer_rows(streams("offer rows"), block.offers)
        told["offer_id"] = self.numbers.ids("offers", len(told))
        self._add_about("offers", told, block, submission)
        placed = stays.placement_rows(streams("placement rows"), self.agencies, block.accepted)
        placed["placement_id"] = self.numbers.ids("placements", len(placed))
        self._add_about("placements", placed, block, submission)

    def _write_exchanges(
        self, streams: Streams, block: Block, search: Ints, submission: Ints
    ) -> None:
        opened, closed = block.found["opened"].to_numpy(), block.first_closed
        asked = exchanges.request_rows(streams("requests"), self.agencies, block.briefed, closed)
        asked["request_id"] = self.numbers.ids("requests", len(asked))
        changed = exchanges.brief_change_rows(streams("changes"), opened, closed)
        for table, told in (("requests", asked), ("brief_changes", changed)):
            which = told["search"]
            self.export.add(table, told.assign(search_id=search[which], zone=block.site[which]))
        fees = np.full(len(block.rows), NONE)
        fees[block.offers["submission"]] = block.offers["offered"] * CLAIMED_FEE_PERCENT // 100
        raised = exchanges.dispute_rows(streams("disputes"), block.rows, fees, block.row_site)
        raised["dispute_id"] = self.numbers.ids("disputes", len(raised))
        self._add_about("disputes", raised, block, submission)

    def _add_about(self, table: str, told: pd.DataFrame, block: Block, submission: Ints) -> None:
        """Appends rows about submissions, so far named by row number."""
        which = told["submission"]
        zone = block.row_site[which]
        self.export.add(table, told.assign(submission_id=submission[which], zone=zone))
