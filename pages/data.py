"""Data: is it right and fresh?"""

from partnership.findings import data as findings
from partnership.labels import data as words
from partnership.labels import removing
from partnership.ui import answered, kept, open_screen, removal, settings_form, updating

NOTES = {
    words.FILES: words.FILES_NOTE,
    words.TYPED: words.TYPED_NOTE,
    words.OVERRULED: words.OVERRULED_NOTE,
    words.EXAMPLES: words.EXAMPLES_NOTE,
    words.LACKING: words.LACKING_NOTE,
    removing.HELD: removing.HELD_NOTE,
}

screen = open_screen(words.TITLE, is_filtered=False)
receipt = updating.receipt_of(screen.source.build)
screen.finding(findings.finding(receipt))

with screen.part():
    updating.draw_update(screen)
with screen.part():
    kept.draw_files(screen.source.build)
with screen.part():
    answered.draw_answers(screen.source.build)
with screen.part():
    settings_form.draw_settings(screen)
with screen.part():
    removal.draw_removal(screen)

for title, rows in findings.report_tables(receipt).items():
    with screen.part():
        screen.table(title, rows, note=NOTES.get(title, ""))
        if title == words.EXAMPLES:
            kept.offer_set_aside(screen.source.build)

with screen.part():
    screen.say(findings.earlier(kept.count(), receipt), title=words.EARLIER)
    kept.draw_earlier(screen.source.build)
screen.close()
