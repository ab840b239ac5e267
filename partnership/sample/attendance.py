"""The table `meeting_attendees`: who was expected, and who came."""

import numpy as np
import pandas as pd

from partnership.sample.agencies import domain
from partnership.sample.characters import Agency
from partnership.sample.company import CLIENT_DOMAIN
from partnership.sample.draws import chance, words
from partnership.sample.meetings import HELD, KICKOFF
from partnership.sample.moments import AGENCY, HR, LEADER, PARTIES

ABSENT_SHARE = 0.02


def attendee_rows(
    rng: np.random.Generator, agencies: list[Agency], meetings: pd.DataFrame
) -> pd.DataFrame:
    """The table, by `meeting`, a row number. The leader is expected at kickoffs and reviews."""
    is_held, leader = meetings["status"].to_numpy() == HELD, meetings["leader"].to_numpy()
    everybody = np.arange(len(meetings))
    expected = [(HR, everybody), (AGENCY, everybody), (LEADER, np.flatnonzero(leader >= 0))]
    rows = pd.concat([pd.DataFrame({"meeting": which, "party": side}) for side, which in expected])
    rows = rows.sort_values(["meeting", "party"], ignore_index=True)
    meeting, party = rows["meeting"].to_numpy(), rows["party"].to_numpy()
    came = is_held[meeting] & ((party != LEADER) | (leader[meeting] == 1))
    can_miss = (meetings["kind"].to_numpy()[meeting] != KICKOFF) & (party != LEADER)
    came &= ~(can_miss & chance(rng, ABSENT_SHARE, len(rows)))
    theirs = np.array([f"team@{domain(agency)}" for agency in agencies], dtype=object)
    ours = np.array([f"{box}@{CLIENT_DOMAIN}" for box in ("hr", "", "lead")], dtype=object)
    agency_mail = theirs[meetings["agency"].to_numpy()[meeting]]
    return pd.DataFrame(
        {
            "meeting": meeting,
            "party": words(party, PARTIES),
            "attended": came,
            "email": np.where(party == AGENCY, agency_mail, ours[party]),
        }
    )
