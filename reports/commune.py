"""Commune: the facts of the header, as found on the site or given by whoever asks for the audit. Pure."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict


class Commune(BaseModel):
    """All optional: what is not known is not said. `population` counts inhabitants."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = ""
    insee: str = ""
    postcode: str = ""
    department: str = ""
    region: str = ""
    population: int | None = None
    mayor: str = ""

    @classmethod
    def found(cls, facts: Mapping[str, Any]) -> "Commune":
        """What the `identity` finding's facts tell; other facts are passed over."""
        return cls(**{name: facts[name] for name in cls.model_fields if facts.get(name) not in (None, "")})

    def with_given(self, given: "Commune") -> "Commune":
        """What was given wins over what was found."""
        return self.model_copy(update={k: v for k, v in given.model_dump().items() if v not in (None, "")})
