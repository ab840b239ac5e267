"""Who is who: is one person behind two records? People say so, and it holds for ever."""

from partnership.filters import EVERYTHING
from partnership.findings import who_is_who as findings
from partnership.labels import who_is_who as words
from partnership.ui import judged, judging, open_screen

screen = open_screen(
    words.TITLE, metrics=("linkage_quality", "redundant_submissions"), is_filtered=False
)

at = judging.of_screen(screen)
queue = screen.switch("queue", words.QUEUES, label=words.QUEUE)

screen.finding(findings.finding(at.pairs, at.verdicts))
screen.say(words.QUEUE_INTRO[queue])
quality = screen.one("linkage_quality", filters=EVERYTHING)
screen.say(findings.cut_off(at.pairs, (quality or {}).get("undecided", 0)))
with screen.part():
    at.draw(queue)

with screen.part():
    redundant = screen.one("redundant_submissions", filters=EVERYTHING)
    screen.cards(findings.cards(at.pairs, at.verdicts, redundant))
with screen.part():
    judged.draw(at)
with screen.part():
    screen.say(findings.quality_note(quality), title=words.QUALITY)
    at.offer_to_check()
    screen.cards(findings.quality_cards(quality))

screen.for_analysts(lambda: judged.draw_weights(at, at.now(queue)))
screen.close()
