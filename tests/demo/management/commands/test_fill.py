from io import StringIO

import pytest
from django.core.management import call_command

from accounts.models import User
from common.models import DocumentPage, SharedDocument
from demo.bench_data.members import first_member, most_discussed
from destination.agenda.models import Event
from destination.pages.models import EditorialPage
from destination.places.models import Place
from intranet.articles.models import Article
from intranet.comments.models import MemberComment
from pro_portal.photos.models import Photo
from pro_portal.watch.models import WatchItem


@pytest.mark.django_db
def test_fill_makes_as_many_as_it_is_asked_for():
    answer = StringIO()
    call_command("fill", pages=60, places=5, events=7, photos=4, items=3, stdout=answer)
    counts = [things.count() for things in (EditorialPage.objects.live(), Place.objects, Event.objects, Photo.objects)]
    assert counts == [60, 5, 7, 4]
    assert sorted(WatchItem.objects.values_list("state", flat=True)) == ["inbox"] * 3 + ["published"] * 3
    assert answer.getvalue().startswith("60 pages\n5 places\n7 events, ")
    assert answer.getvalue().endswith(" dates\n4 photos\n3 articles, as many to sort\n")


@pytest.mark.django_db
def test_fill_makes_members_and_what_they_say():
    call_command("fill", people=31, articles=12, comments=9, documents=7, stdout=StringIO())
    article = most_discussed()
    assert User.objects.filter(email__endswith="@essai.example", profile__isnull=False).count() == 31
    assert (Article.objects.current().count(), MemberComment.objects.of(article).count()) == (12, 9)
    assert (SharedDocument.objects.shared().count(), DocumentPage.objects.count() >= 7) == (7, True)
    assert {group.slug for group in first_member().work_groups.all()} == {"essai-0"}
