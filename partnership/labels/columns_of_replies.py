"""Column headings of reply times: what each side owes, what came late, what waits."""

HEADINGS = {
    "owed": "What is owed",
    "owed_by": "By",
    "half_within": "Half of all",
    "in_time_rate": "In time",
    "in_time": "In time",
    "judged": "Due",
    "ticked": "Answered",
    "waits_on": "Waits on",
    "who_waits": "Who waits",
    "over_days": "Days too long",
    "limit_days": "Agreed, days",
    "wait_outcome": "Now",
    "step": "Waiting for",
    "on_whom": "On whom",
    "candidates": "Left",
    "late": "Of them late",
    "longest_days": "Longest wait, working days",
    "still_waiting": "Still waiting, share",
    "on_time_low": "likely from",
    "on_time_high": "likely to",
}
OF = {"in_time_rate": "of those due"}
WORDS = {
    "profile": "answer to a profile",
    "interview_invite": "invitation after a yes",
    "interview_slot": "the interview itself",
    "interview_feedback": "feedback after an interview",
    "offer_turnaround": "offer after the final yes",
    "offer_answer": "their own answer to the offer",
    "first_candidate": "first candidate",
    "request_reply": "answer to a question",
}
