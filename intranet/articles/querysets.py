"""Which people, which articles: who is asked to read one, what somebody must still read, which must be looked at again."""

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Q

from accounts.models import load_work_groups
from common.access import can_see
from common.models.scans import REFUSED
from common.responsibility import responsible_q
from intranet.articles.models import Article, MustRead


def readers_asked(must_read: MustRead) -> list:
    """The people of whom the reading is asked and who may read, but its author: members, and who is in the groups named."""
    article = must_read.article
    people = get_user_model().objects.filter(is_active=True).exclude(pk=article.author_id)
    people = people.select_related("organisation", "profile")
    groups = [group.pk for group in must_read.groups.all()]
    if groups:
        people = people.filter(work_groups__in=groups).distinct()
    else:
        people = people.filter(Q(is_superuser=True) | Q(organisation__isnull=False))
    people = list(people.order_by("last_name", "first_name", "pk"))
    load_work_groups(people)
    # An administrator sees everything, and is asked as a member alone.
    return [person for person in people if can_see(person, article) and (person.organisation_id or groups)]


def readers_late(must_read: MustRead) -> list:
    """Those of them who have not pressed « J’ai lu »."""
    read = set(must_read.article.readings.exclude(read_at=None).values_list("person_id", flat=True))
    return [person for person in readers_asked(must_read) if person.pk not in read]


def due_for(user):
    """The articles whose day has come, of which this person is asked."""
    return Article.objects.current().due().looked_after_by(user).order_by("review_on", "pk")


def with_held_files_of(user):
    """The articles of this person under which the virus scanner holds a file."""
    return _with_held_files(Article.objects.published().looked_after_by(user))


def with_held_files_for(user):
    """For an editor: those of others that they may see."""
    return _with_held_files(Article.objects.published().visible_to(user).exclude(responsible_q(user)))


def _with_held_files(articles):
    held = Article.documents.through.objects.filter(article=OuterRef("pk"), shareddocument__scan_state__in=REFUSED)
    return articles.filter(Exists(held)).order_by("-first_published_at", "-pk")


def articles_to_hand_over(person):
    """The articles somebody is responsible for, those of a later day and of the archives too."""
    return Article.objects.present().looked_after_by(person)


def must_reads_to_hand_over(person):
    """The readings that somebody asks for and follows up."""
    theirs = Q(keeper=person) | Q(keeper=None, set_by=person)
    return MustRead.objects.filter(theirs, article__deleted_at=None, article__archived_at=None)
