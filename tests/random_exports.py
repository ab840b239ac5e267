"""Small nasty canonical exports, each from a seed: ties, time zones, holds, reneges, late rows."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from string import ascii_lowercase
from zoneinfo import ZoneInfo

from export_writing import FIRST, Row, Tables, Writer
from random_oddities import with_oddities

ZONES = ("", "Europe/Berlin", "America/New_York", "Asia/Tokyo", "Pacific/Auckland", "Asia/Kolkata")
COUNTRIES = ("", "DE", "US", "GB", "JP")
REASONS = ("", "pay", "counter-offer", "too slow")
MAY_BE_ABSENT = (
    "clients",
    "openings",
    "briefs",
    "holds",
    "stage_events",
    "interviews",
    "offers",
    "placements",
    "meetings",
    "meeting_attendees",
)


def random_export(seed: int) -> Tables:
    """The canonical tables of one export, every value a text."""
    random = Random(seed)
    return with_oddities(_Export(random).tables(), random)


def unlike_any_other(number: int) -> str:
    """A word for a name: people of whom one is told from the other by more than a digit."""
    return "".join(Random(number).choices(ascii_lowercase, k=8)).capitalize()


class _Export(Writer):
    """What is being written; few days, people and agencies, so that everything collides."""

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self.as_of = FIRST + timedelta(days=random.randint(120, 380))
        self.windows: dict[str, int] = {}

    def tables(self) -> Tables:
        """All tables, those that are dropped at random left out, in any order of rows."""
        self._export()
        self._parties()
        for _ in range(self.random.choice((1, 2, 5, 12, 40))):
            self._search()
        self._candidates()
        for _ in range(self.random.choice((2, 10, 40, 120))):
            self._submission()
        self._bulk_rejections()
        self._reply_details()
        self._openings()
        self._meetings()
        self._drop_tables()
        for rows in self.rows.values():
            self.random.shuffle(rows)
        return self.rows

    def _export(self) -> None:
        covers = FIRST + timedelta(days=40) if self.one_in(4) else None
        self.add(
            "export",
            exported_at=f"{self.as_of}T{self.random.choice(('09:30:00Z', '23:30:00+02:00'))}",
            covers_from=covers,
            selected_by=self.random.choice(("all", "opened")),
        )

    def _parties(self) -> None:
        for number in range(self.random.randint(1, 5)):
            days = self.random.choice(("", "10", "30", "180"))
            self.windows[f"0{number}"] = int(days or 180)
            self.add(
                "agencies",
                agency_id=f"0{number}",
                name=f"Agency {number}",
                ownership_days=days,
                meeting_interval_days=self.random.choice(("", "7", "14", "30")),
            )
        for number in range(self.random.randint(1, 3)):
            self.add("clients", client_id=f"c{number}", name=f"Client {number}")

    def _search(self) -> None:
        number = len(self.rows.get("searches", []))
        opened = self.day()
        status = self.random.choice(("open", "open", "on_hold", "filled", "cancelled"))
        closed = self.day(opened) if status in ("filled", "cancelled") else None
        if closed and self.one_in(12):
            closed = self.random.choice((None, opened - timedelta(days=3), opened))
        search = self.add(
            "searches",
            search_id=f"s{number:02}",
            client_id=self.random.choice(
                ("", "c0", self.random.choice(self.rows["clients"])["client_id"])
            ),
            title="Engineer",
            opened_on=opened,
            status=status,
            closed_on=closed,
            openings=self.random.choice(("", "1", "1", "2", "4")),
            department=self.random.choice(("", "Sales", "Research")),
            role_family=self.random.choice(("", "Field", "Office")),
            location=self.random.choice(("", "Kiel")),
            level=self.random.choice(("junior", "senior")),
            time_zone=self.random.choice(ZONES),
            country=self.random.choice(COUNTRIES),
        )
        self._holds(search, opened)
        for agency in self.rows["agencies"]:
            if self.random.random() < 0.7:
                self._brief(search, agency, opened)

    def _holds(self, search: Row, opened: date) -> None:
        for _ in range(self.random.choice((0, 0, 1, 3))):
            start = self.day(opened - timedelta(days=5), 120)
            until = self.day(start, 60) if self.random.random() < 0.7 else None
            same = [h for h in self.rows.get("holds", []) if h["search_id"] == search["search_id"]]
            if str(start) not in [h["held_from"] for h in same]:
                self.add("holds", search_id=search["search_id"], held_from=start, held_until=until)

    def _brief(self, search: Row, agency: Row, opened: date) -> None:
        briefed = self.day(opened, 60)
        self.add(
            "briefs",
            search_id=search["search_id"],
            agency_id=agency["agency_id"],
            briefed_at=self.at(briefed, search),
            released_at=self.at(self.day(briefed + timedelta(days=1)), search)
            if self.one_in(3)
            else "",
            engagement=self.random.choice(("", "contingent", "exclusive")),
        )

    def _candidates(self) -> None:
        for person in range(self.random.choice((2, 6, 25))):
            for copy in range(self.random.choice((1, 1, 2, 3))):
                slug = self.random.choice(
                    (f"person-{person}", f"Person-{person}/", f"person-{person}?x=1")
                )
                self.add(
                    "candidates",
                    candidate_id=f"k{self.random.randrange(10**6):06}-{person}-{copy}",
                    full_name=f"{unlike_any_other(person)} {unlike_any_other(person + 1000)}",
                    linkedin_url=f"https://www.linkedin.com/in/{slug}",
                )

    def _submission(self) -> None:
        search = self.random.choice(self.rows["searches"][: self.random.choice((3, 99))])
        channel = self.random.choice(
            ("agency",) * 6 + ("direct", "referral", "internal", "sourced")
        )
        agency = (
            self.random.choice(self.rows["agencies"])["agency_id"] if channel == "agency" else ""
        )
        earlier = self.random.choice(self.rows.get("submissions", [{}]))
        candidate = self.random.choice(self.rows["candidates"])["candidate_id"]
        received = self.at(self.day(date.fromisoformat(search["opened_on"]), 200), search)
        if earlier and self.one_in(3):
            search, candidate, received = self._after(earlier)
        self._received(search, candidate, channel, agency, received)

    def _after(self, earlier: Row) -> tuple[Row, str, str]:
        """The same candidate and search: at once, at the window's very end, or just inside."""
        search = self._search_of(earlier)
        window = timedelta(days=self.windows.get(earlier["agency_id"], 180))
        second = timedelta(seconds=1)
        start = earlier["received_at"]
        if earlier["decided_at"] and self.one_in(2):
            start = earlier["decided_at"]
        since = self.local(start, search)
        after = self.random.choice(
            (timedelta(), window, window - second, timedelta(days=2), timedelta(days=9))
        )
        return search, earlier["candidate_id"], (since.astimezone(UTC) + after).isoformat()

    def _search_of(self, submission: Row) -> Row:
        wanted = submission["search_id"]
        return next(row for row in self.rows["searches"] if row["search_id"] == wanted)

    def _received(
        self, search: Row, candidate: str, channel: str, agency: str, received: str
    ) -> None:
        number = len(self.rows.get("submissions", []))
        row = self.add(
            "submissions",
            submission_id=f"b{(number * 37) % 211:03}-{number}",
            search_id=search["search_id"],
            candidate_id=candidate,
            channel=channel,
            agency_id=agency,
            received_at=received,
            decided_at="",
            decision="",
            decided_by="",
            withdrawn_at="",
        )
        since = self.local(received, search).date() + timedelta(days=1)
        if self.one_in(2):
            self._decide(row, search, self.at(self.day(since, 90), search))
        if self.one_in(6):
            row["withdrawn_at"] = self.at(self.day(since, 60), search)

    def _decide(self, row: Row, search: Row, at: str) -> None:
        row["decided_at"] = at
        row["decision"] = self.random.choice(("advanced", "rejected", "rejected"))
        row["decided_by"] = self.random.choice(("hr", "business_leader"))
        if self.one_in(25):
            received = self.local(row["received_at"], search).date()
            row["decided_at"] = self.at(received - timedelta(days=2), search)

    def _bulk_rejections(self) -> None:
        """On some closing days, everyone is rejected within minutes, or nearly so."""
        for search in self.rows["searches"]:
            sent = [r for r in self.rows["submissions"] if r["search_id"] == search["search_id"]]
            if not search["closed_on"] or self.one_in(4):
                continue
            noon = datetime.combine(date.fromisoformat(search["closed_on"]), time(12))
            noon = noon.replace(tzinfo=ZoneInfo(search["time_zone"] or "UTC"))
            step = timedelta(minutes=self.random.choice((0, 1, 5, 6)))
            for number, row in enumerate(sent[: self.random.choice((2, 3, 5))]):
                if self.local(row["received_at"], search) < noon:
                    row["decided_at"] = (noon + number * step).isoformat()
                    row["decision"], row["decided_by"] = "rejected", "hr"

    def _reply_details(self) -> None:
        for row in self.rows["submissions"]:
            search = self._search_of(row)
            received = self.local(row["received_at"], search).date()
            self._stage(row, search, "received", received, "hr")
            day = received
            for stage in ("screen", "shortlist", "interview")[: self.random.choice((0, 0, 1, 3))]:
                day = self.day(day, 30)
                actor = self.random.choice(("hr", "business_leader", "agency", ""))
                self._stage(row, search, stage, day, actor)
            if self.one_in(4):
                self._interview(row, search, self.day(received, 40))
            if self.one_in(4):
                self._offer(row, search, self.day(received, 60))

    def _stage(self, row: Row, search: Row, stage: str, day: date, actor: str) -> None:
        self.add(
            "stage_events",
            submission_id=row["submission_id"],
            stage=stage,
            entered_at=self.at(day, search),
            actor=actor,
        )

    def _interview(self, row: Row, search: Row, day: date) -> None:
        self.add(
            "interviews",
            interview_id=f"i{len(self.rows.get('interviews', []))}",
            submission_id=row["submission_id"],
            scheduled_for=self.at(day, search),
            status=self.random.choice(("held", "held", "scheduled", "cancelled", "no_show")),
        )

    def _offer(self, row: Row, search: Row, day: date) -> None:
        for version in range(self.random.choice((1, 1, 2))):
            outcome = self.random.choice(
                ("accepted",) * 4 + ("declined", "expired", "rescinded", "pending")
            )
            day = day + timedelta(days=version)
            answered = self.day(day, 20)
            offer = self.add(
                "offers",
                offer_id=f"o{self.random.randrange(10**6):06}-{len(self.rows.get('offers', []))}",
                submission_id=row["submission_id"],
                extended_at=self.at(day, search),
                outcome=outcome,
                answered_at="" if outcome == "pending" else self.at(answered, search),
                decline_reason=self.random.choice(REASONS) if outcome == "declined" else "",
                negotiation_led_by=self.random.choice(("", "agency", "hr", "none")),
                starts_on=self.day(answered, 90)
                if outcome == "accepted" and self.one_in(2)
                else "",
            )
        if offer["outcome"] == "accepted":
            self._placement(row, answered)
            if self.one_in(2):
                self._stage(row, search, "hired", answered, "hr")

    def _placement(self, row: Row, accepted: date) -> None:
        fate = self.random.randrange(4)
        started = self.day(accepted, 90) if fate < 2 else None
        reneged = self.day(accepted, 60) if fate == 2 else None
        if fate < 3:
            number = len(self.rows.get("placements", []))
            left = self.day(started, 90) if started and self.one_in(4) else None
            self.add(
                "placements",
                placement_id=f"p{number}",
                submission_id=row["submission_id"],
                started_on=started,
                reneged_on=reneged,
                left_on=left,
            )

    def _openings(self) -> None:
        """Seats as a system would export them: mostly in keeping with the offers, not always."""
        accepted = {
            o["submission_id"] for o in self.rows.get("offers", []) if o["outcome"] == "accepted"
        }
        for search in self.rows["searches"]:
            hires = [
                row["submission_id"]
                for row in self.rows["submissions"]
                if row["search_id"] == search["search_id"] and row["submission_id"] in accepted
            ]
            for seat in range(self.random.choice((1, 1, 2, 3))):
                opened = self.day(date.fromisoformat(search["opened_on"]), 30)
                outcome = self.random.choice(("open", "filled", "filled", "cancelled"))
                closed = self.day(opened, 150) if outcome != "open" else None
                if closed and self.one_in(15):
                    closed = self.random.choice((None, opened - timedelta(days=1), opened))
                by = hires.pop() if outcome == "filled" and hires and not self.one_in(4) else ""
                self.add(
                    "openings",
                    opening_id=f"{search['search_id']}-{seat}",
                    search_id=search["search_id"],
                    opened_on=opened,
                    closed_on=closed,
                    outcome=outcome,
                    filled_by_submission_id=by,
                )

    def _meetings(self) -> None:
        for agency in self.rows["agencies"]:
            for _ in range(self.random.choice((0, 1, 5, 15))):
                self._meeting(agency["agency_id"], None, self.day(), "")
        for brief in self.rows.get("briefs", []):
            if self.one_in(2):
                search = self._search_of(brief)
                briefed = self.local(brief["briefed_at"], search).date()
                self._meeting(brief["agency_id"], search, self.day(briefed, 30), "kickoff")

    def _meeting(self, agency: str, search: Row | None, day: date, kind: str) -> None:
        number = len(self.rows.get("meetings", []))
        self.add(
            "meetings",
            meeting_id=f"m{number}",
            agency_id=agency,
            search_id=search["search_id"] if search else "",
            kind=kind or self.random.choice(("check_in", "quarterly_review", "other")),
            formality=self.random.choice(("", "formal", "informal")),
            starts_at=self.instant(day, search["time_zone"] if search else ""),
            status=self.random.choice(
                ("held", "held", "held", "scheduled", "cancelled", "no_show")
            ),
        )
        for party in ("hr", "agency", "business_leader"):
            if not self.one_in(5):
                attended = self.random.choice(("", "true", "true", "false"))
                self.add(
                    "meeting_attendees", meeting_id=f"m{number}", party=party, attended=attended
                )

    def _drop_tables(self) -> None:
        chance = self.random.choice((0, 0, 0.15, 0.5))
        for name in MAY_BE_ABSENT:
            if name in self.rows and self.random.random() < chance:
                del self.rows[name]
                if name == "clients":
                    for search in self.rows["searches"]:
                        search["client_id"] = ""
