"""Headlines from shares: no sentence says more than the likely range does."""

from collections.abc import Sequence

from partnership import figures, wording
from partnership.labels import both_sides
from partnership.labels import review as words
from partnership.review.asked import Asked
from partnership.review.shares import Share, Standing

# The worst first.
RANK: tuple[Standing, ...] = ("past", "short", "between", "chance", "no target", "few", "nothing")
# Where nothing is missed, the best first.
BEST: tuple[Standing, ...] = ("at", "chance", "no target", "few", "nothing")
MISSED: tuple[Standing, ...] = ("past", "short", "between", "chance")
HR = "hr"


def headline(asked: Asked, share: Share, side: str = "") -> str:
    """A share and what can be said of it, in this edition's wording; `side` is who owes it."""
    said = judged(asked, share, side)
    return f"{wording.sentence(said)}."


def judged(asked: Asked, share: Share, side: str = "") -> str:
    """The same as a part of a sentence."""
    standing = share.standing
    if standing == "nothing":
        key = "unseen" if share.k is None else "nothing"
        return asked.in_words(words.JUDGED[asked.tone][key].format(name=named(share.name)))
    of = {"said": asked.in_words(said(share)), **agreed_in_words(share)}
    if side == HR and asked.edition == "agency" and is_missed(share):
        maybe = words.MAYBE.get(standing, "")
        return words.OPPORTUNITY[asked.tone].format(**of, maybe=maybe)
    key = "chance met" if standing == "chance" and share.is_met else standing
    if standing == "few" and share.n == 1:
        name = asked.in_words(named(share.name))
        return words.JUDGED[asked.tone]["one"].format(name=name, of=figures.k_of_n(share.k, 1))
    return words.JUDGED[asked.tone][key].format(**of)


def is_missed(share: Share) -> bool:
    """Whether the agreed target was missed in this period, by chance or not."""
    return share.standing in MISSED and not share.is_met


def notable(shares: Sequence[Share]) -> Share:
    """What a headline is about, whoever owes it: the share that misses what was agreed on the
    surest evidence, of several the one farthest beyond; where none misses it, the best one."""
    missed = [share for share in shares if is_missed(share)]
    if missed:
        return min(missed, key=lambda share: (RANK.index(share.standing), share.reached or 0.0))
    return min(shares, key=lambda share: (BEST.index(share.standing), -_weight(share)))


def _weight(share: Share) -> float:
    """How much there is to say of a share that misses nothing: how good it is, else its cases."""
    is_good = share.standing in ("at", "chance")
    return (share.reached if is_good else share.n) or 0.0


def said(share: Share) -> str:
    """HR answered 51 of 100 (51 %) profiles in time; of few cases, no percentage."""
    return words.SAID[share.name].replace("{of}", of(share)) + by_whom(share)


def by_whom(share: Share) -> str:
    """How many of them the agency brought about; empty where nobody else can."""
    if not share.k or share.by_agency is None:
        return ""
    how = {0: "none", share.k: "all"}.get(share.by_agency, "some")
    said = words.BY_WHOM["one" if share.k == 1 else "several"][how]
    return said.replace("{by}", figures.number(share.by_agency))


def by_agency(share: Share) -> str:
    """6 of 21, for a cell; a dash where there is none of it at all."""
    return figures.k_of_n(share.by_agency, share.k) if share.k else figures.DASH


def of(share: Share) -> str:
    """39 of 84 (46 %), "2 of 3", or a dash."""
    if share.k is None or not share.n:
        return figures.DASH
    k_of_n = figures.k_of_n(share.k, share.n)
    if not figures.is_enough(share.n):
        return words.OF.format(k_of_n=k_of_n)
    return words.OF_RATE.format(k_of_n=k_of_n, rate=figures.percent(share.rate))


def rate_of(share: Share) -> str:
    """46 % of 84, "2 of 3", or a dash: for a cell of a table."""
    if share.k is None or not share.n:
        return figures.DASH
    if not figures.is_enough(share.n):
        return figures.k_of_n(share.k, share.n)
    return words.RATE_OF.format(rate=figures.percent(share.rate), n=figures.number(share.n))


def likely(share: Share) -> str:
    """36–57 %; a dash where there are too few cases for a range."""
    if not figures.is_enough(share.n) or share.low is None or share.high is None:
        return figures.DASH
    return words.RANGE.format(low=f"{100 * share.low:.0f}", high=figures.percent(share.high))


def agreed(share: Share) -> str:
    """90 % (floor 60 %); a dash where nothing is agreed."""
    if share.agreed is None:
        return figures.DASH
    form = words.AGREED_UP if share.agreed.is_upward else words.AGREED_DOWN
    return form.format(
        target=figures.percent(share.agreed.target), floor=figures.percent(share.agreed.floor)
    )


def floor_and_target(share: Share) -> str:
    """60 / 90 %, or ≤ 10 / 5 %; a dash where nothing is agreed."""
    if share.agreed is None:
        return figures.DASH
    form = words.TARGET_UP if share.agreed.is_upward else words.TARGET_DOWN
    floor = figures.percent(share.agreed.floor).rstrip(f"{figures.NO_BREAK}%")
    return form.format(floor=floor, target=figures.percent(share.agreed.target))


def owned(name: str, side: str) -> str:
    """The short name of a share with whose it is."""
    sides = {HR: words.HR, "agency": "{agency}"}
    whose = sides.get(side)
    return words.OWNED.format(name=named(name), side=whose) if whose else named(name)


def standing(share: Share) -> str:
    """What can be said of it, in three words."""
    key: str = share.standing
    if key == "past" and share.agreed and not share.agreed.is_upward:
        key = "past limit"
    if key == "nothing" and share.k is None:
        key = "unseen"
    return words.STANDINGS[key]


def named(name: str) -> str:
    """The short name of a share."""
    return words.NAMES.get(name) or both_sides.LINES[name]


def agreed_in_words(share: Share) -> dict[str, str]:
    """Target and floor as a sentence wants them, and on which side of them is worse."""
    if share.agreed is None:
        return {}
    up = share.agreed.is_upward
    floor, target = figures.percent(share.agreed.floor), figures.percent(share.agreed.target)
    return {
        "target": (words.TARGET if up else words.AT_MOST).format(share=target),
        "floor": (words.FLOOR if up else words.LIMIT).format(share=floor),
        "beyond": words.BELOW if up else words.ABOVE,
        "off": (words.SHORT_OF if up else words.OVER).format(share=target),
    }
