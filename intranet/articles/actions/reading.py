"""What readers do with an article: open it, say that they have read it, thank its author; and what is asked of them."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from intranet.articles.models import Article, ArticleReading, MustRead
from intranet.articles.notifications import ArticleThanked, MustReadAsked, MustReadReminder
from notifications.actions import notify, withdraw


def note_opened(article: Article, person, reading: ArticleReading | None = None) -> ArticleReading:
    """The mark of this reader, opened now; `reading` is the one that was read with the article, where there was one."""
    now = timezone.now()
    reading = reading or ArticleReading.objects.filter(article=article, person=person).first()
    if reading is None:
        try:
            with transaction.atomic():
                return ArticleReading.objects.create(article=article, person=person, opened_at=now)
        except IntegrityError:  # two tabs at once
            reading = ArticleReading.objects.get(article=article, person=person)
    if reading.opened_at < (article.last_published_at or now) or now - reading.opened_at > timedelta(minutes=1):
        reading.opened_at = now
        reading.save(update_fields=["opened_at"])
    return reading


def note_read(article: Article, person) -> None:
    """« J’ai lu »: the first time counts."""
    note_opened(article, person)
    ArticleReading.objects.filter(article=article, person=person, read_at=None).update(read_at=timezone.now())


@transaction.atomic
def set_thanks(article: Article, person, thanked: bool) -> None:
    """Thank for it, or no longer; once more changes nothing."""
    reading = note_opened(article, person)
    if (reading.thanked_at is not None) == thanked:
        return
    reading.thanked_at = timezone.now() if thanked else None
    reading.save(update_fields=["thanked_at"])
    notification = ArticleThanked(article, actor=person, person=person.pk)
    if reading.thanked_at:
        notify(notification)
    else:
        withdraw(notification)


# ---- must-reads -------------------------------------------------------------------------------------------------------
@transaction.atomic
def ask_to_read(article: Article, person, until, groups) -> MustRead:
    """Make it a must-read, or change until when and for whom; who is asked is told the first time."""
    must_read, is_new = MustRead.objects.update_or_create(
        article=article, defaults={"until": until}, create_defaults={"until": until, "set_by": person}
    )
    must_read.groups.set(groups)
    if is_new:
        notify(MustReadAsked(article, actor=person))
    return must_read


def ask_no_more(article: Article) -> None:
    """What was read stays noted."""
    MustRead.objects.filter(article=article).delete()


@transaction.atomic
def remind(must_read: MustRead, person) -> bool:
    """One reminder, to those alone who have not read; False where it went before."""
    claimed = MustRead.objects.filter(pk=must_read.pk, reminded_at=None).update(reminded_at=timezone.now())
    if claimed:
        notify(MustReadReminder(must_read.article, actor=person))
    return bool(claimed)
