"""Words of the Likely owner screen and of the dossier it prints."""

TITLE = "Likely owner"
CASE, CASES = "candidate", "candidates"
FINDING = "{cases} came from more than one agency for the same search; under another rule another agency would own {differ} of them."
FINDING_EDITION = "{cases} that {agency} sent for a search came from another agency too. On this screen, and in the dossier below, no other agency is named."
FINDING_NONE = "No candidate came from more than one agency for the same search."
RULE = "{whose} rule: {basis} owns the candidate for {scope}, for the days agreed with the agency; sending again {resets}; {application}."
WHOSE, WHOSE_AGENCY = "Our", "The company's"
BASIS = {
    "first_submission": "the first agency to send them",
    "consent_first": "the first agency with the candidate's consent on record, else the first to send them,",
    "explicit": "only the agency that a settled dispute names",
}
SCOPE = {"search": "that search", "company": "every search of the company"}
RESETS = {"no": "does not start the days again", "yes": "starts the owner's days again"}
APPLICATION = {
    "yes": "nobody owns somebody who had applied, was referred or was employed before",
    "no": "an own application before changes nothing",
}
DECIDES = "This is a likely owner under our rule; the contract and the candidate's consent decide."
DECIDES_AGENCY = "This is a likely owner under the company's rule; the contract and the candidate's consent decide."
SETTING = "Set under Settings on Data."

SEVERAL = "Sent by several agencies"
SEVERAL_EXPLAINED = "Candidates who came from more than one agency for the same search, at least once after another submission that makes it redundant."
TIES = "Need a decision"
TIES_BASIS = "sent within one minute of each other"
TIES_EXPLAINED = (
    "Two agencies' claims began within one minute. No rule settles that, so nobody is named."
)
UNOWNED = "Owned by nobody"
UNOWNED_BASIS = "we had them, or had said no"
UNOWNED_EXPLAINED = "Under the rule that is set no agency owns them: they were here before, came after a no, or the days of the first one were over."
DIFFER = "Rules disagree"
DIFFER_BASIS = "of {cases}"
DIFFER_EXPLAINED = "At least one of the rules that can be set names another agency than ours does. A rule that names nobody is not counted."
FEES = "Hires with a fee at stake"
FEES_EXPLAINED = "Hires whose candidate came from more than one agency, and their fees. Amounts of different currencies are never added."
NO_FEES = "no fee on record"

PICK = "Candidate and search"
CHOICE = "{title}, {search_id}: {name}, {agencies}{fee}"
CHOICE_EDITION = "{title}, {search_id}: {record}"
NAMED = "{name} ({record})"
RECORD = "record {record}"
AGENCIES_MANY = "{count} agencies"
OWN_FILE = "own use"
TIMELINE = "Who sent the candidate when"
TIMELINE_NOTE = "A bar: the days agreed with the agency. Times are UTC."
TIMELINE_NOTE_AGENCY = "A bar: the days agreed with {agency}. What others did is told in whole weeks; its mark stands in the middle of one."
OUR_SIDE, OUR_SIDE_AGENCY = "ourselves", "the company"
AXIS = "Day"
WINDOW = "days agreed with the agency"
MARKS = {
    "sent": "sent",
    "applied": "known to us",
    "consent": "consent of the candidate",
    "rejected": "answer: no",
    "withdrawn": "withdrawn",
    "hired": "hired",
    "disputed": "dispute raised",
    "settled": "dispute settled",
}
MARKS_AGENCY = MARKS | {"applied": "known to the company"}
# The marks of the chart, as signs beside its caption.
SIGNS = {
    "sent": "●",
    "applied": "■",
    "consent": "○",
    "rejected": "✖",
    "withdrawn": "✚",
    "hired": "★",
    "disputed": "▲",
    "settled": "▼",
}
TIMELINE_COLUMNS = ("when", "who", "event", "protected_until", "event_fee")

EDITION = "Dossier for"
OURS = "our own use"
FOR_AGENCY = "{agency}"
ALL_CASES = "All of them"
CASE_COLUMNS = (
    "title", "search_id", "candidate_id", "owner_agency_id", "why", "owned_until", "needs_decision", "rules_differ", "fee", "agency_ids",
)  # fmt: skip
LIST_NOTE = "Needs a decision first, then those with a fee at stake, then those whose owner depends most on the rule."

WHY = {
    "first": "first to send the person",
    "consent": "first with consent",
    "written": "a settled dispute names it",
    "tie": "two within one minute",
    "known_before": "known here before",
    "nobody": "after a no, or days over",
    "nothing_written": "nothing written",
    "unseen": "can't be seen from these files",
}

# The dossier
DOSSIER_PDF = "Dossier (PDF)"
PAGE = "{number} of {pages}"
SHEET_TITLE = "Who brought the candidate"
SUBTITLE = "{title}, {search_id} · figures as of {day}{sample}"
SAMPLE = " · invented sample"
EDITION_OURS = "Edition for our own use: holds names, not to be passed on."
EDITION_AGENCY = "Edition for {agency}: other agencies are not named."
FOOT_OURS = "Confidential: for the company alone. It names the candidate and every agency."
FOOT_AGENCY = "Confidential: for {agency} and the company only."
CANDIDATE = "Candidate"
CANDIDATE_OURS = "{name} ({records})"
CANDIDATE_AGENCY = "your record {records}"
ANOTHER = "another agency"
ANOTHER_OF = "another agency ({number})"
ANSWER, ANSWER_AGENCY = "Likely owner under our rule", "Likely owner under the company's rule"
UNTIL = ", until {day}"
BECAUSE = {
    "first": "{owner}, first to send the candidate{until}",
    "consent": "{owner}, first with the candidate's consent on record{until}",
    "written": "{owner}, named when the dispute was settled",
    "tie": "needs a decision: two agencies came within one minute",
    "known_before": "nobody: the candidate was known here before",
    "nobody": "nobody: no agency's days are running, or it came after a no",
    "nothing_written": "nobody: nothing is written",
    "unseen": "can't be seen from these files",
}
# That two came within a minute would tell one of them when the other came.
BECAUSE_AGENCY = BECAUSE | {
    "tie": "not told by the rule: it needs a decision",
    "known_before": "nobody: the company knew the candidate before",
}
IN_FORCE = "The rule"
HAPPENED = "What happened"
HAPPENED_COLUMNS = ("When (UTC)", "Who", "What")
HAPPENED_AGENCY = "What others did is told in whole weeks: “yours” is the day on which you first sent the candidate."
WEEK, WEEKS = "week", "weeks"
BEFORE_YOURS, AFTER_YOURS = "within {weeks} before yours", "within {weeks} after yours"
NO_DAY = "not told"
EVENTS = {
    "sent": "sent the candidate{elsewhere}; days agreed until {until}",
    "sent_open": "sent the candidate{elsewhere}",
    "applied": "the candidate was here: {channel}{elsewhere}",
    "consent": "candidate's consent on record{elsewhere}",
    "rejected": "answer to this submission: no{elsewhere}",
    "withdrawn": "submission withdrawn{elsewhere}",
    "hired": "hired{fee}{elsewhere}",
    "disputed": "dispute raised about this submission{fee}",
    "settled": "dispute settled{said}",
}
EVENTS_AGENCY = EVENTS | {"applied": "the company knew the candidate: {channel}{elsewhere}"}
ANOTHER_SEARCH = "another search"
ELSEWHERE_UNNAMED = ", for another search"
ELSEWHERE = ", for another search ({search})"
FEE_OF = ", fee {fee}"
SAID = ": {said}"
# How a dispute ended, by what such an outcome begins with: for an agency, whose dispute it was.
OUTCOMES = {
    "claim upheld": "your claim was upheld",
    "claim withdrawn": "the claim was withdrawn",
    "fee shared": "the fee is shared",
    "first submission stands": "the first submission stands",
}
IN_FAVOUR = "in favour of "
OUTCOME_OWN = "in your favour"
OUTCOME_OTHER = "not in your favour"
OUTCOME_UNTOLD = "in words of its own, not repeated here"
CHANNELS = {
    "direct": "own application",
    "referral": "referral",
    "internal": "works here",
    "sourced": "found by us",
}
CHANNELS_AGENCY = CHANNELS | {
    "internal": "employed there",
    "sourced": "found by the company itself",
}
KINDS = {
    "resubmitted": " (sent before by the same agency)",
    "collision": " (another agency owned the candidate)",
    "known_here": " (the candidate was known here)",
    "post_reject": " (after a no)",
}
KINDS_AGENCY = KINDS | {"known_here": " (the company knew the candidate)"}
STAKE = "Fee at stake"
STAKE_HIRE = "Fee of the hire: {fee}"
STAKE_DISPUTE = "In dispute: {fee}"
STAKE_NONE = "No fee is on record for this candidate."
STAKE_HIDDEN = "No fee of your own is on record for this candidate."
EVERY_RULE = "The same case under every rule"
DISAGREE = "{count} of {rules} rules name another agency than ours (marked ≠)."
DISAGREE_AGENCY = "{count} of {rules} rules name another agency than the company's rule (marked ≠)."
AGREE = "No rule of the {rules} names another agency than ours."
AGREE_AGENCY = "None of the {rules} rules names another agency than the company's rule."
NAME_NOBODY = " {count} of them name nobody."
RULE_COLUMNS = (
    "Owns",
    "For",
    "Sending again starts the days",
    "Own application first",
    "Likely owner",
    "Until",
    "",
)
BASIS_SHORT = {
    "first_submission": "first to send",
    "consent_first": "first with consent",
    "explicit": "as settled",
}
SCOPE_SHORT = {"search": "search", "company": "company"}
YES_NO = {"yes": "yes", "no": "no"}
# In an agency's edition, what would tell a rival's moment reads as any other that names nobody.
TIE_AGENCY = "nobody"
OWNER_SHORT = {
    "tie": "needs a decision",
    "known_before": "nobody (known before)",
    "nobody": "nobody",
    "nothing_written": "nobody (not written)",
    "unseen": "can't be seen",
}
OURS_MARK, OURS_MARK_AGENCY, DIFFERS_MARK = "our rule", "in force", "≠"
