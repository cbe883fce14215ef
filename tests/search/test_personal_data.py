import pytest
from django.utils import timezone

from search.models import Word
from search.personal_data import SearchIndex
from tests.factories import make_event

pytestmark = pytest.mark.django_db


def test_words_that_nothing_holds_any_more_are_forgotten(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        event = make_event(title="Concert de Kerbiriou")
        make_event(title="Concert au port")
    assert Word.objects.filter(word="kerbiriou").exists()
    with django_capture_on_commit_callbacks(execute=True):
        event.delete()
    SearchIndex().expire(timezone.now())
    assert set(Word.objects.values_list("word", flat=True)) >= {"concert", "port"}
    assert not Word.objects.filter(word="kerbiriou").exists()
