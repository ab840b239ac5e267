"""python -m partnership build | metric | review | compare | check | builds | rollback | …"""

import os
import sys
from collections.abc import Sequence

from cyclopts import App, CycloptsError, Parameter

from partnership import __version__
from partnership.commands import building, comparing, erasing, packing, reading, reviewing
from partnership.commands.printing import print_error, print_question
from partnership.commands.usage import DONE, REFUSED, WRONG_USE, WrongUse
from partnership.errors import NeedsAnswer, PartnershipError

app = App(
    name="python -m partnership",
    help="Figures on the partnership between HR and its recruitment agencies, from exported files.",
    version=__version__,
    default_parameter=Parameter(negative=()),
)
for command in (building.build, reading.metric, reading.check, building.sample):
    app.command(command)
for command in (reading.builds, reading.rollback):
    app.command(command)
app.command(reviewing.review)
app.command(comparing.compare)
app.command(packing.pack)
app.command(packing.open_, name="open")
app.command(erasing.erase)


def main(arguments: Sequence[str]) -> int:
    """Run one command; the exit code says whether it was done (0), refused (1) or wrong use (2)."""
    try:
        exit_code = app(
            arguments, exit_on_error=False, print_error=False, result_action="return_value"
        )
    except (CycloptsError, WrongUse) as error:
        print_error(f"Wrong use: {error}", f"`python -m partnership {_asked(arguments)}--help`")
        return WRONG_USE
    except NeedsAnswer as error:
        print_question(error)
        return REFUSED
    except PartnershipError as error:
        print_error(f"{error.title}: {error.message}", error.next_step)
        return REFUSED
    except BrokenPipeError:  # the reader of our output, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return exit_code or DONE


def _asked(arguments: Sequence[str]) -> str:
    """The command that was meant, where it is one, to point at its help."""
    known = arguments[:1] and arguments[0] in app
    return f"{arguments[0]} " if known else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
