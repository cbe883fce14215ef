"""The clock's part: whatever its term is over for goes."""

import logging

from django.utils import timezone

from common.personal_data import kinds

logger = logging.getLogger("escale.privacy")


def carry_out_terms(now=None) -> dict[str, int]:
    """Let each kind delete what is older than its term; {key: rows}. One that fails is logged and does not stop the others."""
    now, counts = now or timezone.now(), {}
    for kind in kinds():
        try:
            if count := kind.expire(now):
                counts[kind.key] = count
        except Exception:
            logger.exception("The term of %s could not be carried out", kind.key)
    return counts
