"""The words for what people type: what a field expects, what an entry is called."""

# What an import rule expects, to be read after the field's name: "Due: a day such as …".
EXPECTED = {
    "missing": "must be filled in",
    "not_a_day": "a day such as 2026-09-30",
    "not_an_instant": "a day such as 2026-09-30, with a time (14:30) where it is known",
    "not_a_count": "a whole number",
    "not_a_rating": "a whole number from 1 to 5",
    "not_a_number": "a number such as 0.85 or 12500",
    "not_a_fraction": "a number from 0 to 1, or a percentage",
    "not_true_or_false": "yes or no",
    "unknown_zone": "a time zone such as Europe/Berlin",
    "unknown_word": "one of: {words}",
    "unknown_id": "one that is known; this one is in none of the files",
    "no_such_column": "there is no such column here",
    "no_such_table": "nothing of this kind can be typed",
    "too_long": "at most {most} characters",
    "heading": "each column needs one of these headings, once: {headings}",
    "too_wide": "there are {most} columns, and this row has a value beyond them",
    "too_many": "at most {most} rows at a time",
    "no_share": "a share such as 85 % or 0.85",
    "corrected_since": "somebody has corrected this since; get a new template",
    "twice": "this number stands in two rows; leave it empty in the new one",
    "other_records": "this template is not of what is kept here; get a new one",
    "no_such_entry": "no record has this number; leave it empty for a new one",
    "no_such_record": "the id of a record that is kept; leave it empty for a new one",
    "no_such_side": "sides that were there, such as: {sides}",
    "not_text": "plain text, without control characters",
}
WRONG = "Row {row}, {column}: {expected}."
WRONG_ALONE = "{column}: {expected}."
AND_MORE = " {count} more do not fit either."
SAY_WHICH = "Nothing was saved. Say which it is."
CORRECT_IT = "Nothing was saved. Correct it and save again."

TABLES = {
    "meetings": "Meetings",
    "meeting_attendees": "Who was at the meetings",
    "targets": "Targets",
    "commitments": "Promises",
    "roles": "Who does what",
    "requests": "Questions to agencies",
    "brief_changes": "Changes of a brief",
    "disputes": "Disputes",
    "pulse": "Survey answers",
    "verdicts": "Verdicts on who is who",
    "erasures": "Removed people",
    "reply_ticks": "Answered since",
    "kickoff_sheets": "Kickoff sheets",
    "review_texts": "Texts of reviews",
    "reviews": "Reviews handed out",
}

# Headings of typed columns where a screen's tables have no word for them, or mean another thing.
FIELDS = {
    "starts_at": "Day and time",
    "erasure_id": "Removal",
    "salt": "Key's salt",
    "search_id": "Search",
    "meeting_id": "Meeting",
    "attendees": "Who was there",
    "submission_id": "Submission",
    "party": "Side",
    "attended": "Was there",
    "email": "E-mail",
    "metric": "Measure",
    "floor": "Floor",
    "target": "Target",
    "agreed_on": "Agreed on",
    "agreed_by": "Agreed by",
    "commitment_id": "Promise ID",
    "owner": "Who owns it",
    "made_on": "Promised on",
    "due_on": "Due on",
    "closed_on": "Kept on",
    "dropped_on": "Dropped on",
    "text": "Text",
    "task": "Task",
    "request_id": "Question ID",
    "asked_at": "Asked at",
    "answered_at": "Answered at",
    "answered_on": "Answered on",
    "changed_at": "Changed at",
    "field": "What changed",
    "dispute_id": "Dispute ID",
    "raised_by": "Raised by",
    "raised_at": "Raised at",
    "about": "About",
    "fee_at_stake": "Fee at stake",
    "currency": "Currency",
    "settled_at": "Settled at",
    "claim": "What would be right",
    "case_kind": "About which kind of case",
    "case_id": "Case",
    "outcome": "Outcome",
    "response_id": "Answer ID",
    "asked_on": "Asked on",
    "respondent": "Who answered",
    "item": "About",
    "score": "Score, 1 to 5",
    "candidate_id_a": "One record",
    "candidate_id_b": "The other record",
    "verdict": "Verdict",
    "judged_on": "Judged on",
    "judged_by": "Judged by",
    "held_on": "Day of the kickoff",
    "must_haves": "Must-haves",
    "pay_from": "Pay from",
    "pay_to": "Pay to",
    "target_fill_on": "To be filled by",
    "hr_reply_days": "HR answers within, working days",
    "agency_reply_days": "Agency answers within, working days",
    "market_facts": "The job market",
    "quarter": "Quarter",
    "side": "Whose",
    "edition": "Edition",
    "slide": "Slide",
    "part": "Part of the slide",
    "against": "What was composed then",
    "tone": "Wording",
    "as_of": "Figures as of",
    "build": "Version of the figures",
    "version": "Program",
    "content": "What it said",
}

# Words of the export's vocabulary that read differently on screen.
WORDS = {
    "check_in": "check-in",
    "quarterly_review": "quarterly review",
    "no_show": "nobody came",
    "hr": "HR",
    "business_leader": "business leader",
    "offer_letter": "offer letter",
    "pre_start_contact": "contact before the start",
    "must_have": "must-haves",
    "same": "one person",
    "different": "two people",
    "unsure": "can't be told",
}

NUMBER = "No. (leave empty in a new row)"
# Headings of a template where a form says less.
GRID_FIELDS = {
    "meeting_id": "Meeting ID",
    "floor": "Floor or limit",
    "target": "Target",
    "topics": "Topics",
}

# What an agency is told of what is not its to type.
HR = "HR"
NOT_ITS_OWN = "this is not for an agency to type"
NOT_ITS_OWN_NEXT = "Ask HR to type it, or mark what is wrong as wrong."
NOT_YOURS = "HR has typed this already, and only HR changes it"
NOT_YOURS_NEXT = "Tell HR, or mark the row as wrong."
