import pytest
from wagtail.models import Workflow

from intranet.submissions.actions.defaults import ensure_reasons, ensure_workflow
from intranet.submissions.models import CannedReason

pytestmark = pytest.mark.every_database


def test_seeding_twice_changes_nothing(db):
    before = Workflow.objects.count(), CannedReason.objects.count()
    ensure_workflow()
    ensure_reasons()
    assert (Workflow.objects.count(), CannedReason.objects.count()) == before
    assert before[1] == 7


def test_reason_is_given_in_the_three_languages(db):
    for reason in CannedReason.objects.all():
        assert len({reason.text_in(language) for language in ("fr", "en", "ca")}) == 3
