"""What is counted of the certificates given."""

from django.db import transaction
from django.db.models import F

from pro_portal.tutorials.models import CertificateCount, TutorialPath


@transaction.atomic
def count_certificate(path: TutorialPath) -> None:
    """One more certificate of this path went to somebody without an account."""
    counted, _is_new = CertificateCount.objects.get_or_create(path=path)
    CertificateCount.objects.filter(pk=counted.pk).update(visitors=F("visitors") + 1)
