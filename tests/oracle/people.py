"""Which candidate records are one person, by exact contact keys."""

from collections.abc import Sequence

from oracle.reading import Row

Key = tuple[str, str]


def contact_keys(row: Row) -> set[Key]:
    """The e-mail, telephone number and profile of a record in one spelling each."""
    keys = set()
    if email := (row.get("email") or "").strip().lower():
        mailbox, _, host = email.partition("@")
        mailbox = mailbox.split("+")[0]
        keys.add(
            ("email", f"{mailbox.replace('.', '') if host == 'gmail.com' else mailbox}@{host}")
        )
    if digits := "".join(c for c in row.get("phone") or "" if c.isdigit()):
        keys.add(("phone", digits[-9:]))
    if "/in/" in (profile := (row.get("linkedin_url") or "").strip().lower()):
        keys.add(("profile", profile.split("/in/")[1].split("?")[0].strip("/")))
    return keys


def are_one(a: Row, b: Row) -> bool:
    """One profile, or two keys, or an e-mail or number under the same name."""
    shared = contact_keys(a) & contact_keys(b)
    same_name = (a.get("full_name") or "").lower() == (b.get("full_name") or "").lower()
    return len(shared) > 1 or any(kind == "profile" or same_name for kind, _ in shared)


def persons(candidates: Sequence[Row]) -> dict[str, str]:
    """Candidate id → the smallest candidate id of the same person."""
    person = {row["candidate_id"]: row["candidate_id"] for row in candidates}
    for a in candidates:
        for b in candidates:
            if a["candidate_id"] < b["candidate_id"] and are_one(a, b):
                joined = sorted((person[a["candidate_id"]], person[b["candidate_id"]]))
                person = {c: joined[0] if p == joined[1] else p for c, p in person.items()}
    return person
