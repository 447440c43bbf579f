"""Fields that an office declares for its own plans, beside those of the classes of elements."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from checker.model.spec import FieldSpec


class OwnFields(Struct, frozen=True, eq=False):
    """By kind of element, the fields that one workspace adds to those of the kind."""

    by_kind: Mapping[str, tuple[FieldSpec, ...]] = field(default_factory=dict)

    def of(self, kind: str) -> tuple[FieldSpec, ...]:
        """Those of a kind."""
        return self.by_kind.get(kind, ())


NO_OWN_FIELDS = OwnFields()
