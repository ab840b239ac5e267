"""Candidate records whose truth is known: who is who, and in what the records of one person differ.

Names are common as in life: few of them often, many of them once; so there are people who only
share a name. A twentieth of all people share a phone with their family, and its surname.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random

from partnership.sample.names import GIVEN

# One in so many people has several records.
SEVERAL, FAMILY = 5, 20
NICKNAMES = {"Robert": "Bob", "William": "Bill", "Elizabeth": "Liz", "Margaret": "Peggy",
             "Katherine": "Kate", "Richard": "Dick", "Michael": "Mike", "Thomas": "Tom",
             "Alexander": "Alex", "Susan": "Sue", "Patricia": "Pat", "Daniel": "Dan"}  # fmt: skip
SYLLABLES = """
al an ar ber bo da den der dor el en er fal gar gen har hol in ka kel kov la len lin ma mar mo na
ner or pet ra ren ro sa sen sta ter va ver wal win zo
""".split()
CYRILLIC = str.maketrans(
    dict(zip("abvgdeziklmnoprstufh", "абвгдезиклмнопрстуфх", strict=True))
    | {"A": "А", "B": "Б", "D": "Д", "M": "М", "N": "Н", "K": "К", "S": "С", "V": "В", "P": "П"}
)
FIELDS = ("candidate_id", "person", "difference", "given_name", "family_name", "email", "phone",
          "linkedin_url", "postcode", "city", "date_of_birth")  # fmt: skip


@dataclass
class Record:
    """One candidate record; `difference` is what was done to it."""

    candidate_id: str
    person: int
    given_name: str
    family_name: str
    email: str = ""
    phone: str = ""
    linkedin_url: str = ""
    postcode: str = ""
    city: str = ""
    date_of_birth: str = ""
    difference: str = ""


@dataclass
class People:
    """Records in the order of their people, drawn from one seed."""

    random: Random
    records: list[Record] = field(default_factory=list)
    families: list[Record] = field(default_factory=list)

    def until(self, count: int) -> list[Record]:
        """So many records, in a shuffled order."""
        person = 0
        while len(self.records) < count:
            first = self._person(person)
            self.records.append(first)
            if person % SEVERAL == 0:
                for _ in range(self.random.choice((1, 1, 1, 2, 3))):
                    self.records.append(self._again(first))
            person += 1
        shown = self.records[:count]
        self.random.shuffle(shown)
        return shown

    def _person(self, number: int) -> Record:
        draw = self.random
        given = draw.choice(list(NICKNAMES)) if number % 3 == 0 else draw.choice(GIVEN)
        # Squared, so that the first names of the list are the common ones.
        surname = SURNAMES[int(len(SURNAMES) * draw.random() ** 3)]
        place = f"{draw.randrange(10_000, 99_999)}"
        record = Record(
            candidate_id=self._next_id(),
            person=number,
            given_name=given,
            family_name=surname,
            email=f"{given}.{surname}{number}@{draw.choice(PROVIDERS)}".lower(),
            phone=f"+49 1{draw.randrange(50, 79)} {draw.randrange(10**7, 10**8)}",
            linkedin_url=f"https://linkedin.com/in/p{number}" if draw.random() < 0.5 else "",
            postcode=place if draw.random() < 0.6 else "",
            city=f"Town {place[:3]}" if draw.random() < 0.6 else "",
            date_of_birth=f"{draw.randrange(1958, 2004)}-{draw.randrange(1, 13):02}-"
            f"{draw.randrange(1, 29):02}" if draw.random() < 0.3 else "",
        )  # fmt: skip
        relative = draw.choice(self.families[-200:]) if self.families else record
        if number % FAMILY == 1 and relative.given_name != given:
            record = replace(record, phone=relative.phone, family_name=relative.family_name)
        self.families.append(record)
        return record

    def _again(self, first: Record) -> Record:
        """Another record of the same person, as another agency writes it."""
        draw = self.random
        other = replace(first, candidate_id=self._next_id(), linkedin_url="")
        difference = draw.choice(list(DIFFERENCES))
        return replace(DIFFERENCES[difference](other, draw), difference=difference)

    def _next_id(self) -> str:
        return f"K{len(self.records):07}"


def _typo(word: str, draw: Random) -> str:
    at = draw.randrange(1, max(2, len(word) - 1))
    kind = draw.randrange(3)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
    return word[:at] + draw.choice("aeinrst") + word[at + 1 :]


def _no_mail(record: Record) -> Record:
    """An agency sends no address of the candidate's own, and half of them no number."""
    return replace(record, email="")


DIFFERENCES: dict[str, Callable[[Record, Random], Record]] = {
    "nothing but the agency": lambda one, draw: one,
    "typo in the surname": lambda one, draw: replace(
        _no_mail(one), family_name=_typo(one.family_name, draw)
    ),
    "typo in the first name": lambda one, draw: replace(
        _no_mail(one), given_name=_typo(one.given_name, draw)
    ),
    "short first name": lambda one, draw: replace(
        _no_mail(one), given_name=NICKNAMES.get(one.given_name, one.given_name[:3])
    ),
    "names the other way round": lambda one, draw: replace(
        _no_mail(one), given_name=one.family_name, family_name=one.given_name
    ),
    "the agency's own e-mail": lambda one, draw: replace(
        one, email=f"candidate{draw.randrange(10**6)}@agency{draw.randrange(40)}.example"
    ),
    "a role mailbox": lambda one, draw: replace(one, email="info@agency3.example"),
    "other letters": lambda one, draw: replace(
        _no_mail(one),
        given_name=one.given_name.translate(CYRILLIC),
        family_name=one.family_name.translate(CYRILLIC),
    ),
    "typo in the phone, no e-mail": lambda one, draw: replace(
        _no_mail(one), phone=one.phone[:-1] + str(draw.randrange(10))
    ),
    "no phone, typo in the e-mail": lambda one, draw: replace(
        one, phone="", email=_typo(one.email, draw)
    ),
    "no contact at all": lambda one, draw: replace(_no_mail(one), phone=""),
    "new e-mail and new phone": lambda one, draw: replace(
        one,
        email=f"{one.given_name}{draw.randrange(10**5)}@{draw.choice(PROVIDERS)}".lower(),
        phone=f"+49 1{draw.randrange(50, 79)} {draw.randrange(10**7, 10**8)}",
    ),
}
PROVIDERS = ("mail.example", "post.example", "web.example", "inbox.example")


def _surnames(draw: Random) -> list[str]:
    made = {
        "".join(draw.choices(SYLLABLES, k=draw.choice((2, 2, 3)))).capitalize()
        for _ in range(12_000)
    }
    # A set has another order in every process, and so would the names.
    return sorted(sorted(made), key=lambda name: draw.random())


SURNAMES = _surnames(Random(7))


def people(count: int, seed: int = 1) -> list[Record]:
    """So many records with their truth; the same for the same seed."""
    return People(Random(seed)).until(count)
