"""What every noun of a journey is made of: frozen values, cleaned words, ids, dates as exact as they are known."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from talktrack.kit.text import clean

LONGEST_TEXT = 20_000
"""Characters in one field: some ten pages. More is a document, and belongs beside the journey, not in it."""
MOST_RECORDS = 2_000
"""Records of one kind in one journey."""


class Value(BaseModel):
    """A frozen value. Two are equal when their fields are; an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)


def _cleaned(value: object) -> object:
    return clean(value) if isinstance(value, str) else value


Words = Annotated[str, BeforeValidator(_cleaned), Field(max_length=LONGEST_TEXT)]
"""A person's own words, normalised at the border (`kit.text.clean`)."""

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,79}$")]
"""The name by which one record points at another: lower-case letters, digits and hyphens."""


YEARS = range(1000, 9001)
"""Those that a date may lie in. Days are counted from dates, and a calendar has a first and a last one."""
DATE_FORM = r"^(\d{4}(-\d{2}(-\d{2})?)?)?$"
MONTH_FORM = r"^(\d{4}-\d{2})?$"


def _when(value: object) -> object:
    """A day, or the bare number of a year, as text: both are how people write dates in TOML."""
    if type(value) is int and 1000 <= value <= 9999:
        return str(value)
    return value.isoformat() if type(value) is date else value


def _real(value: str) -> str:
    if value and earliest(value).year not in YEARS:
        raise ValueError("no such year")
    return value


When = Annotated[str, BeforeValidator(_when), Field(pattern=DATE_FORM), AfterValidator(_real)]
"""A date as exact as it is known: "2026", "2026-05", "2026-05-14", or "" for unknown. Text order is time order."""

Month = Annotated[str, BeforeValidator(_when), Field(pattern=MONTH_FORM), AfterValidator(_real)]
"""A month as "2027-03", or "" for none."""


def earliest(when: str) -> date:
    """The first day that `when` can mean. Raises ValueError where there is no such day, or nothing is known."""
    year, month, day = (*(int(part) for part in when.split("-")), 1, 1)[:3]
    return date(year, month, day)


def _zone(value: str) -> str:
    try:
        if value:
            ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError("no such time zone; write it as Europe/London") from error
    return value


Zone = Annotated[str, AfterValidator(_zone)]
"""An IANA time zone, such as "Europe/London"; "" for not known."""


def _local(value: datetime) -> datetime:
    if value.tzinfo is not None:
        raise ValueError("a clock on the wall shows no offset")
    if value.year not in YEARS:
        raise ValueError("no such year")
    return value


WallTime = Annotated[datetime, AfterValidator(_local)]
"""A day and a time as the clock on the wall shows it; the time zone stands in a field of its own."""

T = TypeVar("T")

Records = Annotated[tuple[T, ...], Field(max_length=MOST_RECORDS)]
"""A tuple of records of one kind, bounded in number."""
