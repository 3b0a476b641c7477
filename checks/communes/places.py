"""Departments and regions of France, as data. Pure."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Department:
    """A department and the region it belongs to today."""

    name: str
    region: str


@lru_cache(maxsize=1)
def departments() -> dict[str, Department]:
    """By the first two digits of the postcodes (three overseas)."""
    table = tomllib.loads(files("checks.communes").joinpath("places.toml").read_text(encoding="utf-8"))["department"]
    return {code: Department(**row) for code, row in table.items()}


@lru_cache(maxsize=1)
def department_names() -> tuple[str, ...]:
    return tuple(d.name for d in departments().values())


@lru_cache(maxsize=1)
def region_names() -> tuple[str, ...]:
    """The regions of today, then those of before 2016."""
    table = tomllib.loads(files("checks.communes").joinpath("places.toml").read_text(encoding="utf-8"))
    today = dict.fromkeys(d.region for d in departments().values())
    return (*today, *table["former_regions"])


def of_postcode(postcode: str) -> Department | None:
    """The department of a postcode, None when it is not one of France."""
    return departments().get(postcode[:3]) or departments().get(postcode[:2])
