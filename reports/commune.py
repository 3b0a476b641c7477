"""Commune: the facts of the header, as found on the site, told by the official table, or given by whoever asks. Pure."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from checks.communes.table import table
from reports.phrases import clean


class Commune(BaseModel):
    """All optional: what is not known is not said. `population` counts inhabitants, `site` is the address shown, `epci` the
    grouping as a sentence names it, `country` one that is not France. `sources`: field → site, table or given.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = ""
    insee: str = ""
    postcode: str = ""
    department: str = ""
    region: str = ""
    country: str = ""
    population: int | None = None
    mayor: str = ""
    site: str = ""
    epci: str = ""
    epci_siren: str = ""
    sources: dict[str, str] = Field(default_factory=dict)

    @classmethod
    def found(cls, facts: Mapping[str, Any]) -> "Commune":
        """What the `identity` finding's facts tell; other facts, and those of a wrong type, are passed over."""
        told: dict[str, Any] = {}
        for name, field in cls.model_fields.items():
            value = facts.get(name)
            if field.annotation is str and isinstance(value, str):
                told[name] = clean(value, 80)
            elif name == "population" and isinstance(value, int) and value > 0:
                told[name] = value
        told = {name: value for name, value in told.items() if value}
        table = {name.strip() for name in str(facts.get("from_table", "")).split(",")}
        return cls(**told, sources={name: "table" if name in table else "site" for name in told})

    @classmethod
    def coded(cls, insee: str) -> "Commune":
        """What the official table tells of an INSEE code; nothing when it knows none such."""
        rows = table()
        town = rows.town(insee.upper()) if insee else None
        if town is None:
            return cls()
        department, region = rows.of_department(town.department)
        group = rows.grouping(town.epci)
        facts = {"name": town.name, "department": department, "region": region, "population": town.population}
        facts |= {"epci": group.title, "epci_siren": group.siren} if group else {}
        return cls.found(facts | {"from_table": ",".join(facts)})

    def with_given(self, given: "Commune") -> "Commune":
        """What was given wins over what was found; a given INSEE code brings what the table knows of it, and is of France."""
        known = Commune.coded(given.insee)
        told = {k: v for k, v in given.model_dump(exclude={"sources"}).items() if v not in (None, "")}
        coded = {k: v for k, v in known.model_dump(exclude={"sources"}).items() if v not in (None, "")}
        sources = self.sources | known.sources | dict.fromkeys(told, "given")
        abroad = {"country": ""} if coded else {}
        return self.model_copy(update=abroad | coded | told | {"sources": sources})
