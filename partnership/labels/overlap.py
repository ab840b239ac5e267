"""Words of the section on agencies that send the same people, of Redundant submissions."""

from partnership.labels.definition import WILSON, Definition

TITLE = "People whom several agencies bring"
SENTENCE = "Of {persons} whom agencies sent in this period, {unique} came through one agency and nobody else{share}."
SHARE = " ({share})"
PERSON, PERSONS = "person", "people"
UNSEEN = (
    "Whether two agencies sent the same person can't be seen from these files: no record of a candidate has an e-mail address, "
    "a phone number or a profile link."
)
NONE_SENT = "No agency sent anybody in this period."
ONE_AGENCY = "Two agencies or more are needed to compare whom they send."
MATRIX = "People whom both agencies sent"
MATRIX_NOTE = "A cell is the number of people whom both sent in this period, for whatever search; grey, how many each sent in all."
MATRIX_MORE = (
    "Shown are the {shown} of {agencies} agencies that share most; the download has every pair."
)
REACH = "People nobody else brought, by agency"
REACH_NOTE = "Of the people each agency sent, those whom no other agency ever sent and who never came another way. The line is the likely range."
REACH_AXIS = "Nobody else brought, % of people sent"
OUTCOMES = "What became of them"
OUTCOMES_NOTE = "Of the people agencies sent, by whether anybody else brought them too. Where two lines overlap widely, the difference could be chance."
OUTCOMES_AXIS = "% of people"
UNIQUE, SHARED = "nobody else brought them", "others brought them too"
STEPS = {"interviewed": "interviewed", "offered": "offered", "hired": "hired"}
SAID = "{unique} · {shared}"
GROUP = "{name}: {persons}"
BY_AGENCY = "What became of them, by agency"
BY_AGENCY_NOTE = "Through that agency's own submissions; somebody hired through another agency is not hired here."

PAIR_COLUMNS = (
    "agency_id_a", "agency_id_b", "shared_persons", "shared_on_search", "persons_a", "persons_b",
    "shared_share", "shared_share_of",
)  # fmt: skip
REACH_COLUMNS = ("label", "persons", "unique_rate", "unique_rate_of", "unique_low", "unique_high")
OUTCOME_COLUMNS = ("step_reached", "unique_of", "unique_range", "shared_of", "shared_range")
AGENCY_COLUMNS = (
    "label",
    "brought_by",
    "reached_persons",
    "interviewed_said",
    "offered_said",
    "hired_said",
)

HEADINGS = {
    "persons": "People sent",
    "persons_a": "People of the first",
    "persons_b": "People of the other",
    "shared_persons": "People of both",
    "shared_on_search": "Of them for the same search",
    "smaller_persons": "People of the smaller",
    "shared_share": "Share of the smaller",
    "unique_persons": "Nobody else brought",
    "unique_rate": "Nobody else brought, share",
    "unique_low": "likely from",
    "unique_high": "likely to",
    "step_reached": "Got as far as",
    "unique_of": "Nobody else brought them",
    "unique_range": "Likely range of these",
    "shared_of": "Others brought them too",
    "shared_range": "Likely range of those",
    "brought_by": "Brought by",
    "reached_persons": "People",
    "interviewed_said": "Interviewed",
    "offered_said": "Offered",
    "hired_said": "Hired",
}
OF = {"shared_share": "of people", "unique_rate": "of people sent"}

DEFINITIONS = {
    "agency_overlap": Definition(
        "People of two agencies",
        "For two agencies: the people whom both sent in the period, those of them whom both sent for the same search, and the "
        "share of the smaller agency's people that they are.",
        "every two agencies that both sent somebody in the period",
        "pairs of records that nobody has judged yet: until then they are two people",
        "people",
    ),
    "unique_reach": Definition(
        "People nobody else brought",
        "Of the people an agency sent in the period, those whom no other agency ever sent and who never came another way "
        "(applied, were referred, moved within the company, were found by us), for whatever search; and how many of these, and of "
        "the others, were interviewed, got an offer and were hired through that agency's submissions.",
        "each person once; all agencies together, each person once too",
        "people who were hired, but went back on it, are not counted as hired; pairs of records that nobody has judged yet count as two people",
        "share of the people sent",
        WILSON,
    ),
}
