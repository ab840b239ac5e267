"""The options of `metric` that say which cases it is about."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from cyclopts import Parameter

from partnership.commands.usage import WrongUse
from partnership.filters import Filters

Several = list[str] | None


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class Narrowing:
    """A period and chosen values; without them, the whole build."""

    from_: Annotated[
        date | None, Parameter("--from", help="First day of the period; else the beginning.")
    ] = None
    to: Annotated[
        date | None, Parameter(help="The day after the last one of the period; else the end.")
    ] = None
    agency: Annotated[Several, Parameter(help="Only this agency (its id); repeatable.")] = None
    client: Annotated[Several, Parameter(help="Only this client (its id); repeatable.")] = None
    department: Annotated[Several, Parameter(help="Only this department; repeatable.")] = None
    location: Annotated[Several, Parameter(help="Only this location; repeatable.")] = None
    role_family: Annotated[Several, Parameter(help="Only this role family; repeatable.")] = None

    @property
    def filters(self) -> Filters:
        """The same, as the metrics take it. Raises WrongUse where it ends before it begins."""
        if self.from_ and self.to and self.from_ > self.to:
            raise WrongUse(f"--from {self.from_} is after --to {self.to}.")
        chosen = (self.client, self.agency, self.department, self.location, self.role_family)
        return Filters(self.from_, self.to, *(tuple(words) if words else None for words in chosen))


EVERYTHING_THERE_IS = Narrowing()
