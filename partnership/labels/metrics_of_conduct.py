"""What the metrics of working together mean, in words: meetings, roles, promises, the survey."""

from partnership.labels.definition import WILSON, Definition

DEFINITIONS = {
    "meeting_attendance": Definition(
        "Who came to the meetings",
        "Of the meetings at which a party was expected, the share to which at least one of its people came, whoever was sent.",
        "meetings held in the period and those that somebody missed, for each party on their lists",
        "cancelled meetings: no file says when they were cancelled. Where the files list only those who came, it can't be seen",
        "share of meetings",
        WILSON,
    ),
    "market_information": Definition(
        "Word of the local job market",
        "Of the searches given to an agency, the share in which a meeting within 10 working days of the brief spoke of the "
        "market: pay, supply, competitors or notice periods. Beside it, in how many of those the brief was changed on a "
        "later day.",
        "searches whose 10 working days have passed, or whose market was spoken of",
        "searches cancelled before; meetings about no single search. Where no meeting has topics, it can't be seen",
        "share of searches given to an agency",
        WILSON,
    ),
    "promises_kept": Definition(
        "Promises kept",
        "Of the promises whose day has passed, the share that was done by that day. Done later, dropped and still open all "
        "count as not kept.",
        "promises due in the period, by the side that made them",
        "promises that are not due yet, even where they are done",
        "share of promises",
        WILSON,
    ),
    "role_adherence": Definition(
        "Roles respected",
        "Of the things done, the share done by the side whose task it was agreed to be. The files show two tasks: who decided "
        "on a profile, and who led a negotiation.",
        "decisions and negotiations about agencies' candidates in the period, where both the owner and the doer are known",
        "things whose doer the files don't name, counted apart. Where no roles are agreed, there is no figure",
        "share of things done",
        WILSON,
    ),
    "brief_changes": Definition(
        "Briefs changed after the kickoff",
        "Of the searches with a kickoff, the share whose must-haves, pay or location changed on a later day.",
        "searches briefed in the period whose kickoff was held",
        "other changes, and those before or at the kickoff",
        "share of searches",
        WILSON,
    ),
    "pulse": Definition(
        "How the two sides rate each other",
        "The share of answers that are favourable: 4 or 5 of 5. The agency rates HR; HR and the business leader rate the agency.",
        "answers to the survey in the period, by side and question",
        "who was asked and did not answer: no file tells",
        "share of answers",
        WILSON,
    ),
    "goal_alignment": Definition(
        "Agreement on goals",
        "Whether both sides say alike that they agree what success looks like. They do where their answers lie no more than "
        "one point apart. The gap is the agency's answer less HR's; its likely range is that of drawing the searches again.",
        "pairs of answers of HR and an agency about one search, or about none, in one quarter",
        "answers without one of the other side",
        "share of pairs; points of 5",
        WILSON,
    ),
    "rejections_with_reason": Definition(
        "Rejections with a reason",
        "Of the rejections, the share with a reason from which an agency can learn. “Not suitable”, “other” and the like "
        "count as none, and so do rejections in bulk when the search closed.",
        "rejections of agencies' submissions decided in the period",
        "files in which no submission has a reason: then it can't be seen",
        "share of rejections",
        WILSON,
    ),
}
