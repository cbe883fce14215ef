import pytest

from destination.places.models import PlacePicture
from pro_portal.photos.querysets.usage import used_in
from tests.factories import make_event, make_picture, make_place
from tests.factories.tutorials import make_path, make_tutorial, step

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail_indexes]


def test_everything_that_shows_a_picture_is_listed_once(administrator):
    picture, other = make_picture("Le quai"), make_picture("Le phare")
    make_event("Foire du quai", picture=picture)
    tutorial = make_tutorial(title="De bonnes photos", picture=picture, steps=[step(picture=picture.pk), step(picture=other.pk)])
    make_path("debuter", tutorial, title="Débuter", picture=picture)
    make_tutorial(title="À l’état de projet", picture=picture, live=False)
    found = used_in([picture.pk, other.pk], administrator)
    assert [each.title for each in found[picture.pk]] == ["Foire du quai", "De bonnes photos", "Débuter"]
    assert [each.title for each in found[other.pk]] == ["De bonnes photos"]


def test_number_of_queries_does_not_depend_on_the_pictures(django_assert_num_queries, administrator):
    pictures = [make_picture(f"Photo {number}") for number in range(3)]
    for number, picture in enumerate(pictures):
        make_tutorial(title=f"Fiche {number}", picture=picture)
    used_in([pictures[0].pk], administrator)
    with django_assert_num_queries(8):
        used_in([pictures[0].pk], administrator)
    with django_assert_num_queries(8):
        used_in([each.pk for each in pictures], administrator)


def test_what_is_hidden_from_the_reader_is_not_named(editor, member):
    picture = make_picture("Le quai")
    make_event("Foire du quai", picture=picture)
    make_event("Réunion", picture=picture, audience="private", author=member, organisation=member.organisation)
    hidden = make_place("Le hangar", audience="private", author=member, organisation=member.organisation)
    PlacePicture.objects.create(place=hidden, picture=picture)
    assert [each.title for each in used_in([picture.pk], editor)[picture.pk]] == ["Foire du quai"]
    assert [each.title for each in used_in([picture.pk], member)[picture.pk]] == ["Foire du quai", "Réunion", "Le hangar"]
