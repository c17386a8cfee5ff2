"""Who took part, by role and sex, as far as it may be told; no database."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from network.choices import Sex
from twinnings.choices import DelegationRole
from twinnings.lines import told


def people_told(rows: Iterable[Any]) -> dict[str, Any]:
    """A table of role by sex, and the roles that sources name without a number.

    What is published as few enters no sum: then there is none from which it could be
    computed.
    """
    shown: dict[tuple[str, str], int] = defaultdict(int)
    few: set[tuple[str, str]] = set()
    named = set()
    for row in rows:
        if row.hidden:
            few.add((row.role, row.sex))
        elif row.people is not None:
            shown[row.role, row.sex] += row.people
        else:
            named.add(row.role)
    counted = {*shown, *few}
    sexes = [sex for sex in Sex if any(key[1] == sex for key in counted)]
    roles = [role for role in DelegationRole if any(key[0] == role for key in counted)]
    total = sum(shown.values())
    return {
        "columns": [sex.label for sex in sexes],
        "rows": [
            {
                "label": role.label,
                "values": [_cell(shown, few, (role, sex)) for sex in sexes],
            }
            for role in roles
        ],
        "people": None if few else total or None,
        "has_few": bool(few),
        # Counted without role or sex: a sentence says it better than a table.
        "only_sum": counted == {(DelegationRole.UNKNOWN, Sex.UNKNOWN)},
        "named": [role.label for role in DelegationRole if role in named],
    }


def _cell(
    shown: dict[tuple[str, str], int], few: set[tuple[str, str]], key: Any
) -> int | str | None:
    if key in few:
        return _("fewer than 5") if key not in shown else shown[key]
    return shown.get(key)


def institutions_told(rows: Iterable[Any]) -> list[dict[str, str]]:
    """From which institutions people came, each once, with their role."""
    lines: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows:
        words, language = told(row, "institution")
        if words:
            role = "" if row.role == DelegationRole.UNKNOWN else row.get_role_display()
            lines.setdefault(
                (words, role), {"words": words, "lang": language, "role": str(role)}
            )
    return list(lines.values())
