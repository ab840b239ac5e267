"""What the metrics of waiting mean, in words: who waits for whom, and who was lost meanwhile."""

from partnership.labels.definition import SURVIVAL, WILSON, Definition

DEFINITIONS = {
    "feedback_latency": Definition(
        "HR answers within [reply days]",
        "From the receipt of a submission to the first decision on it. What is still waiting counts: after "
        "[reply days] it is late, answered or not. A receipt after [cut-off] counts from the next working day.",
        "submissions by agencies received in the period, redundant ones too",
        "those whose [reply days] have not passed, and people who withdrew before",
        "working days: weekdays without the public holidays of the site",
        SURVIVAL,
    ),
    "feedback_curve": Definition(
        "Answered by day",
        "For each working day after the receipt, the share of submissions still waiting for an answer.",
        "submissions by agencies received in the period",
        "",
        "share of submissions",
        SURVIVAL,
    ),
    "interview_feedback": Definition(
        "Feedback after an interview",
        "Working days from the end of an interview to its feedback; where none is on file, to the next invitation, an offer "
        "or a decision. *In time* is within [reply days]. What is still waiting counts: after [reply days] it is late.",
        "interviews held with agencies' candidates, a panel as one",
        "cancelled interviews and those nobody came to; who withdrew, was hired or lost the search before [reply days] had passed "
        "is not judged",
        "working days; share of interviews",
        SURVIVAL,
    ),
    "interview_scheduling": Definition(
        "From the yes to the interview",
        "Two steps: from HR's yes to a profile to the invitation (in time: 2 working days), and from the invitation to the "
        "interview (in time: 5). An interview that was moved keeps the date of the first invitation. A day still to come "
        "counts as waiting.",
        "the first interview of every agency candidate whom HR wanted to meet",
        "interviews without the date of the invitation, or invited before the yes; who left, was hired or lost the search "
        "before the limit is not judged",
        "working days; share of candidates",
        SURVIVAL,
    ),
    "offer_turnaround": Definition(
        "From the final yes to the offer",
        "Working days from the last interview feedback to the first offer. Without an offer, the last feedback counts where "
        "it says yes and no interview was arranged after it. *In time* is within 3 working days.",
        "agency candidates with a final yes in the period; those still without an offer count as waiting",
        "offers without feedback before them",
        "working days; share of candidates",
        SURVIVAL,
    ),
    "first_candidate": Definition(
        "Days to the first candidate",
        "Working days from the brief to the agency's first candidate that counts: not redundant, and not turned down at "
        "first sight. *In time* is within 5 working days.",
        "every search given to an agency in the period; what is still waiting counts as waiting",
        "searches whose brief is not in the files, and candidates sent before the brief; a search that closed within the 5 "
        "days is not judged",
        "working days; share of searches given to an agency",
        SURVIVAL,
    ),
    "request_replies": Definition(
        "The agency answers questions",
        "Working days from HR's question to the agency's answer. *In time* is within one working day. Questions still open "
        "count as waiting; one about a search that closed is followed until then.",
        "questions put to an agency in the period",
        "questions whose day has not passed yet, and answers dated before their question",
        "working days; share of questions",
        SURVIVAL,
    ),
    "silent_submissions": Definition(
        "No answer within 30 days",
        "Of the submissions that are 30 days old or older, the share without an answer by the 30th day. An answer after it "
        "does not undo the silence.",
        "submissions by agencies received in the period, once 30 days old",
        "people who withdrew by the 30th day, and those rejected in bulk by then when the search closed",
        "share of agency submissions; calendar days",
        WILSON,
    ),
    "lost_while_waiting": Definition(
        "Candidates lost while HR was late",
        "Of the agencies' candidates past the first look, the share who left for another job, or because it took too long, "
        "while HR owed them an invitation, feedback or an offer for longer than agreed.",
        "agency submissions received in the period that HR said yes to or interviewed",
        "people lost before an answer to their profile, counted apart. These are the same events as in the reply times: shown, "
        "never scored",
        "share of candidates",
        WILSON,
    ),
    "lost_by_step": Definition(
        "Lost while waiting, and on whom",
        "Candidates of agencies who left for another job, or because it took too long, by what was pending on that day and who "
        "owned it. Feedback after an interview is the business leader's, the day of an interview both sides'; every other step "
        "belongs to whom it was agreed on under *who does what*, without that to HR. Of several steps the one that was most "
        "over its days counts.",
        "agency submissions received in the period whose withdrawal has such a reason",
        "people who left for other reasons or without one",
        "candidates; working days",
    ),
    "price_of_silence": Definition(
        "The price of silence",
        "Withdrawals per 100 working days of waiting for the answer to a profile, the invitation, the feedback or the offer: on "
        "days within what was agreed for that wait, and on days beyond. The second over the first says how many times as often; "
        "its likely range is exact. A connection, not a cause: who waits long may differ in other ways.",
        "every working day an agency's candidate waited for HR or the business leader, of submissions received in the period",
        "days after the candidacy ended",
        "withdrawals per 100 working days, whatever their reason",
        "the share of withdrawals that came late, by the exact binomial range (Clopper and Pearson 1934)",
    ),
}
