"""What the metrics of whose day it was mean, in words."""

from partnership.labels.definition import Definition

STEPS = (
    "Each calendar day from the opening of a seat to its end, or to the day of the figures, belongs to one side, by what is "
    "being waited for at the end of that day. The first of these that is so decides:\n"
    "1. the search is on hold: *on hold*\n"
    "2. somebody has accepted, and the seat is not closed yet or they went back on it later: *candidate*\n"
    "3. an offer is out: *candidate*\n"
    "4. the last interview said yes, and neither an offer nor another interview has come: *HR*\n"
    "5. an interview was held and has no feedback yet: *business leader*\n"
    "6. an interview is arranged and its day has not come: *business leader*, whose diary has the days\n"
    "7. HR said yes and nobody has been invited, or an interview fell through and no other is arranged: *HR*\n"
    "8. an agency's profile has no answer: *HR*\n"
    "9. somebody is in process, but whose turn it is isn't on file: *can't be seen*\n"
    "10. the search was closed although this seat is open: *HR*\n"
    "11. the search was given to an agency and nobody is in process: *agency*\n"
    "12. it was given to no agency yet, or taken back from all: *HR*\n\n"
    "So with several candidates the one who has come furthest decides."
)

DEFINITIONS = {
    "open_days_by_side": Definition(
        "Whose clock",
        STEPS
        + " A search with several agencies has one side a day, in each of its partnerships: a day on which another "
        "agency's candidate waits for HR is HR's there too. A partnership has the days from its brief until the brief was "
        "taken back.",
        "every day in the period of every opening (one seat of a search); together they are the age of the opening",
        "redundant submissions, and applications by other ways before HR said yes to them, give nobody the turn; openings "
        "whose dates contradict each other are left out. *Can't be seen* are also days before the first day that the files "
        "cover, days before the first submission where no briefs are on file, and a hold without its first day",
        "calendar days of an opening",
        "each day counted once; an update is refused where they don't add up",
    ),
    "days_to_give_back": Definition(
        "Days to give back",
        "Of a side's days, those on which it had the turn for longer than agreed: [reply days] for the answer to a profile and "
        "for feedback after an interview, 2 working days to the invitation, 5 to the interview, 3 from the last yes to the offer "
        "or another interview, and for an agency 5 without anybody in process, from the brief and anew each time nobody is left. "
        "With several candidates at one step, the one who has waited longest counts.",
        "days in the period on which HR, the agency or the business leader had the turn",
        "days that were late at one step while another candidate was further on, because nobody would have won them; for giving "
        "a search to an agency, and opening it again, nothing is agreed",
        "calendar days of an opening; share of the side's days",
    ),
}
