"""The kickoff sheet as one page of HTML, filled in or with lines to write on."""

from collections.abc import Mapping, Sequence
from html import escape

from partnership import figures
from partnership.labels import kickoff_sheet as words

# A page holds no more lines of typed text; the rest is set on the last one.
MOST_LINES = {"must_haves": 8, "market_facts": 5}
LINES_TO_WRITE = {"must_haves": 6, "market_facts": 5}
# What short texts leave free is for notes: so many lines, one less for so many characters.
LINES_FOR_NOTES, CHARACTERS_A_LINE = 6, 100
BLANK = ""
NOTHING: Mapping[str, str] = {}
NO_TARGETS: Mapping[str, tuple[str, str]] = {}


def html_of(
    title: str,
    *,
    facts: Mapping[str, str] = NOTHING,
    terms: Mapping[str, str] = NOTHING,
    attendees: Mapping[str, str] = NOTHING,
    roles: Mapping[str, str] = NOTHING,
    targets: Mapping[str, tuple[str, str]] = NO_TARGETS,
    foot: str,
) -> str:
    """The page. What is empty is a line to write on; everything on it is text, whatever was
    typed."""
    lists = {name: _typed(name, terms.get(name, "")) for name in LINES_TO_WRITE}
    return (
        f'<article class="sheet kickoff"><header><h2>{escape(title)}</h2></header>'
        f"{_facts(facts)}"
        f"{_section(words.MUST_HAVES, lists['must_haves'])}"
        f'<div class="blocks">{_section(words.WHO_DOES_WHAT, _tasks(roles))}'
        f"<div>{_section(words.HOW_WE_WORK, _replies(terms))}"
        f"{_section(words.WHAT_WE_AIM_FOR, _targets(targets))}"
        f"{_section(words.WHO_THERE, _attendees(attendees))}</div></div>"
        f"{_section(words.MARKET_FACTS, lists['market_facts'])}{_notes(terms)}"
        f"<footer>{escape(foot)}</footer></article>"
    )


def _section(title: str, inside: str) -> str:
    return f"<section><h3>{escape(title)}</h3>{inside}</section>"


def _facts(facts: Mapping[str, str]) -> str:
    cells = [
        f'<th scope="row">{escape(label)}</th>'
        f'<td class="line">{escape(facts.get(name, BLANK))}</td>'
        for name, label in words.PAPER_FACTS.items()
    ]
    pairs = zip(cells[::2], cells[1::2], strict=True)
    rows = "".join(f"<tr>{left}{right}</tr>" for left, right in pairs)
    return f'<table class="facts"><tbody>{rows}</tbody></table>'


def _typed(name: str, text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        return _lines(LINES_TO_WRITE[name])
    most = MOST_LINES[name]
    shown = [*lines[: most - 1], " · ".join(lines[most - 1 :])]
    items = "".join(f"<li>{escape(line)}</li>" for line in shown if line)
    return f'<ul class="{name}">{items}</ul>'


def _notes(terms: Mapping[str, str]) -> str:
    texts = [terms.get(name, "") for name in LINES_TO_WRITE]
    if not all(texts):
        return BLANK
    free = LINES_FOR_NOTES - sum(map(len, texts)) // CHARACTERS_A_LINE
    return _section(words.NOTES, _lines(free)) if free > 0 else BLANK


def _lines(count: int) -> str:
    return f'<table class="lines"><tbody>{"<tr><td></td></tr>" * count}</tbody></table>'


def _tasks(roles: Mapping[str, str]) -> str:
    heads = "".join(f'<th scope="col">{escape(owner)}</th>' for owner in words.OWNERS.values())
    rows = "".join(
        f'<tr><th scope="row">{escape(task)}</th>{_boxes(roles.get(key, ""))}</tr>'
        for key, task in words.TASKS.items()
    )
    head = f"<thead><tr><th></th>{heads}</tr></thead>"
    return f'<table class="tasks">{head}<tbody>{rows}</tbody></table>'


def _boxes(owner: str) -> str:
    ticks = (words.TICK if party == owner else words.NO_TICK for party in words.OWNERS)
    return "".join(f"<td>{tick}</td>" for tick in ticks)


def _replies(terms: Mapping[str, str]) -> str:
    rows = [
        (label, terms.get(name, ""), words.DAYS if "interval" in name else words.WORKING_DAYS)
        for name, label in words.PAPER_REPLIES.items()
    ]
    return _table(
        "".join(
            f'<tr><th scope="row">{escape(label)}</th><td class="line">{escape(days)}</td>'
            f'<td class="days">{escape(unit)}</td></tr>'
            for label, days, unit in rows
        )
    )


def _targets(targets: Mapping[str, tuple[str, str]]) -> str:
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in words.AIM_COLUMNS)
    rows = "".join(
        f'<tr><th scope="row">{escape(label)}</th>{_shares(targets.get(name, ("", "")))}</tr>'
        for name, label in words.MEASURES.items()
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _shares(pair: Sequence[str]) -> str:
    shown = (figures.percent(float(share)) if share else BLANK for share in pair)
    return "".join(f'<td class="line">{share}</td>' for share in shown)


def _attendees(attendees: Mapping[str, str]) -> str:
    return _table(
        "".join(
            f"<tr><td>{words.TICK if party in attendees else words.NO_TICK}</td>"
            f'<th scope="row">{escape(label)}</th>'
            f'<td class="line name">{escape(attendees.get(party, BLANK))}</td></tr>'
            for party, label in words.PARTIES.items()
        )
    )


def _table(rows: str) -> str:
    return f"<table><tbody>{rows}</tbody></table>"
