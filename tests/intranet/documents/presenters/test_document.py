"""What the page of a document says of its pages."""

import pytest

from common.models import DocumentPage
from intranet.documents.presenters.document import runs_in_words

SENTENCE = "La page 3 n’a pas de texte"


def test_pages_that_follow_one_another_are_one_word():
    assert runs_in_words([2, 5, 6, 7, 12]) == "2, 5–7, 12"
    assert runs_in_words(list(range(1, 60, 2))) == "1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, …"


@pytest.mark.django_db
def test_who_may_change_a_pdf_is_told_which_pages_are_not_read(client, shelf):
    DocumentPage.objects.filter(document=shelf.report, number=3).delete()
    for person, is_told in ((shelf.author, True), (shelf.outsider, False)):
        client.force_login(person)
        answer = client.get(shelf.report.get_absolute_url()).content.decode()
        assert (SENTENCE in answer) is is_told
