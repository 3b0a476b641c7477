"""Commune: the facts of the header, as found on the site or given by whoever asks for the audit. Pure."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict

from reports.phrases import clean


class Commune(BaseModel):
    """All optional: what is not known is not said. `population` counts inhabitants, `site` is the address shown."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = ""
    insee: str = ""
    postcode: str = ""
    department: str = ""
    region: str = ""
    population: int | None = None
    mayor: str = ""
    site: str = ""

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
        return cls(**told)

    def with_given(self, given: "Commune") -> "Commune":
        """What was given wins over what was found."""
        return self.model_copy(update={k: v for k, v in given.model_dump().items() if v not in (None, "")})
