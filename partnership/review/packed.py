"""Files of a review: they don't say when they were packed, and only their owner may read them."""

import os
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from partnership.files import OWNER_ONLY_FILE

# The day from which ZIP files can count: every part carries it.
NO_DAY = (1980, 1, 1, 0, 0, 0)


def packed(content: bytes) -> bytes:
    """The same parts in the same order, the same bytes whenever it is done."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as given, ZipFile(target, "w", ZIP_DEFLATED) as made:
        for name in given.namelist():
            entry = ZipInfo(name, NO_DAY)
            entry.compress_type = ZIP_DEFLATED
            made.writestr(entry, given.read(name))
    return target.getvalue()


def put(file: Path, content: bytes) -> None:
    """Write the file in one step, for its owner alone."""
    beside = file.with_name(f".{file.name}.part")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY_FILE)
    with open(handle, "wb") as out:
        out.write(content)
    os.replace(beside, file)
