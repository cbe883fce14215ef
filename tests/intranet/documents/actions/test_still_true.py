from datetime import date

import pytest
import time_machine

from intranet.documents.actions.still_true import remind_owners
from notifications.models import Notice
from tests.factories.shared_documents import make_shared_document

pytestmark = pytest.mark.django_db


def test_who_looks_after_it_is_asked_on_the_day_and_again_after_a_month(member, group_member):
    make_shared_document(member, review_on=date(2026, 11, 29), keeper=group_member)
    for day, number in (("2026-11-28", 0), ("2026-11-29", 1), ("2026-12-10", 1), ("2026-12-29", 2)):
        with time_machine.travel(f"{day} 07:14"):
            remind_owners()
        assert [notice.person for notice in Notice.objects.filter(code="document_to_check")] == [group_member] * number
