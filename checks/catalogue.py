"""The catalogue: every check, built in or brought by another distribution. A clash or a broken plugin is refused at start."""

import pkgutil
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property, lru_cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points

import checks.features
from checks.check import BadCheck, Check
from checks.edition import edition
from checks.matcher import Matcher

GROUP = "arobase.checks"


class BadPlugin(BadCheck):
    """A plugin that cannot be loaded, or whose check ids clash: names the distribution and what is wrong."""


class Catalogue:
    """All checks by id, in a fixed order, and their compiled matcher."""

    def __init__(self, found: Iterable[Check]) -> None:
        self.checks: dict[str, Check] = {}
        names: dict[str, Check] = {}
        for one in found:
            self.checks[one.id] = one
            for name in (one.id, *one.formerly):
                other = names.setdefault(name, one)
                if other is not one:
                    raise BadPlugin(f"check {name!r} is declared twice: by {other.origin} and by {one.origin}")
        self.matcher = Matcher(self.checks.values())

    @cached_property
    def digest(self) -> str:
        """Changes whenever a rule does, so that « the site changed » and « our rule changed » are never confused."""
        return edition(self.checks.values())


def built_in() -> list[Check]:
    """The checks of `checks.features`: each module holds one, named as the module."""
    found = []
    for module in sorted(m.name for m in pkgutil.iter_modules(checks.features.__path__)):
        one = getattr(import_module(f"checks.features.{module}"), module, None)
        if not isinstance(one, Check) or one.id != module:
            raise BadCheck(f"checks/features/{module}.py must hold a check named {module!r}")
        found.append(one)
    return found


def of_plugin(point: EntryPoint) -> list[Check]:
    """The checks that a plugin's module holds; raises BadPlugin when it cannot be loaded or holds none."""
    origin = point.dist.name if point.dist else point.value
    try:
        module = point.load()
    except Exception as error:
        raise BadPlugin(f"plugin {point.name!r} of {origin} cannot be loaded: {error!r}") from error
    found = [replace(v, origin=origin) for _, v in sorted(vars(module).items()) if isinstance(v, Check)]
    if not found:
        raise BadPlugin(f"plugin {point.name!r} of {origin} holds no check: {point.value} was expected to have one")
    return found


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The catalogue of this installation. Raises BadCheck or BadPlugin."""
    brought = [c for p in sorted(entry_points(group=GROUP), key=lambda p: p.name) for c in of_plugin(p)]
    return Catalogue([*built_in(), *brought])
