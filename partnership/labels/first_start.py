"""The words of a first start: who looks, and what they do next."""

QUESTION = "This is the sample, an invented company. Who is looking?"
ROLE = "I am here because"
ROLES = {
    "hr": "I lead HR",
    "agency": "I manage an account at an agency",
    "data": "I look after the data",
}
HIDE = "Hide"
FIRST_STEPS = "First steps"

# Role → the screen it opens, and where that is not in the menu, the one in its place.
OPENS = {
    "hr": ("overview.py",),
    "agency": ("my_partnership.py", "partnership_summary.py"),
    "data": ("data.py",),
}
# Role → screen → what is done there.
STEPS = {
    "hr": {
        "overview.py": "See which partnerships need a conversation",
        "partnership_summary.py": "Print one of them on one page",
        "data.py": "Add your own two files",
    },
    "agency": {
        "my_partnership.py": "See where you stand and what waits",
        "partnership_summary.py": "Print one page for the next meeting",
        "records.py": "Log a meeting",
    },
    "data": {
        "data.py": "Add your own two files",
        "records.py": "Type what no system exports",
        "definitions.py": "Read how each number is counted",
    },
}
