"""Where an address stands, in any table."""

from typing import NamedTuple

from django.apps import apps
from django.db.models import CharField, JSONField, Q, TextField
from django.db.models.functions import Cast

from common.personal_data import whole

MOST = 500  # rows of one table that somebody may look at by hand
FTS = "sqliteftsindexentry"  # Wagtail's second copy of its own index


class Occurrence(NamedTuple):
    """Some rows of one table."""

    table: str  # in words
    count: int
    first: str  # one of them, as it calls itself


def occurrences(email: str) -> list[Occurrence]:
    """The rows that hold this address in whatever column of text or JSON."""
    found = []
    for model in apps.get_models(include_auto_created=True) if email else ():
        if model._meta.proxy or not model._meta.managed or model._meta.model_name == FTS:
            continue
        rows, condition = model._base_manager.all(), Q()
        for field in model._meta.local_concrete_fields:
            if isinstance(field, JSONField):
                rows = rows.annotate(**{f"{field.name}_text": Cast(field.name, TextField())})
                condition |= Q(**{f"{field.name}_text__icontains": email})
            elif isinstance(field, CharField | TextField) and not field.is_relation:
                condition |= Q(**{f"{field.name}__icontains": email})
        if not condition:
            continue
        holding = [row for row in rows.filter(condition)[:MOST] if whole(email).search(" ".join(map(str, vars(row).values())))]
        if holding:
            found.append(Occurrence(str(model._meta.verbose_name_plural), len(holding), str(holding[0])[:120]))
    return found
