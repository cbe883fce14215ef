"""Who may write, change, delete and pin articles, and ask that they be read.

Reading is the rule of audiences alone: professionals read what is for them here too. The narrower rule wins everywhere: what
somebody may not see they may not change either, editor or not. For others a page does not exist: a refusal is a 404.
"""

from django.db.models import prefetch_related_objects
from django.http import Http404

from common.access import Audience, can_see
from common.responsibility import is_allowed
from intranet.articles.models import Article
from intranet.articles.models.articles import ArticleQuerySet

EDIT_ANY = ArticleQuerySet.edit_any


def is_editor(user) -> bool:
    """Whether they correct, pin and archive whatever article they may see."""
    return user.has_perm(EDIT_ANY)


def may_change(user, article: Article) -> bool:
    return is_allowed(user, article, article.changeable_by, EDIT_ANY)


def may_delete(user, article: Article) -> bool:
    return is_allowed(user, article, article.deletable_by, EDIT_ANY)


def may_pin(user, article: Article) -> bool:
    return is_editor(user) and article.live and can_see(user, article)


def may_ask_to_read(user, article: Article) -> bool:
    """Whether they may make it a must-read: an editor any; who is responsible for it what is for their groups or their office, so
    that nobody obliges the whole network."""
    if not article.live or not user.is_member or not can_see(user, article):
        return False
    return is_editor(user) or article.responsible_id == user.pk and article.audience in (Audience.GROUP, Audience.PRIVATE)


def _follows_reading_up(user, article: Article) -> bool:
    """Whether they asked that it be read, or took that over from who asked."""
    must_read = getattr(article, "must_read", None)
    return must_read is not None and must_read.responsible_id == user.pk and user.is_member and can_see(user, article)


def may_stop_asking(user, article: Article) -> bool:
    """Whether they may end a must-read: who may ask for it, and who did."""
    return may_ask_to_read(user, article) or _follows_reading_up(user, article)


def may_see_readers(user, article: Article) -> bool:
    """Who has read it, and who has not: the proof of who is responsible for it or for its reading, of the editors and of the
    director (administrator)."""
    if not user.is_member or not can_see(user, article):
        return False
    return is_editor(user) or article.responsible_id == user.pk or _follows_reading_up(user, article)


def may_thank(user, article: Article) -> bool:
    """Everybody thanks for what others wrote and look after."""
    return article.responsible_id is not None and user.pk not in (article.author_id, article.keeper_id)


def may_open_readers(user, article: Article) -> bool:
    """The page of who has read: where it is asked, or by who may ask it."""
    return may_ask_to_read(user, article) or hasattr(article, "must_read") and may_see_readers(user, article)


def visible_article(user, pk: int) -> Article:
    """The article if this person may see it, else 404."""
    article = Article.objects.visible_to(user).with_page(user).filter(pk=pk).first()
    if article is None:
        raise Http404
    relations = ["documents__audience_groups"] * article.has_documents
    relations += ["audience_groups"] * (article.audience == Audience.GROUP)
    prefetch_related_objects([article], *relations)
    return article


def allowed_article(user, pk: int, test) -> Article:
    """The article if `test(user, article)` lets this person act on it, else 404."""
    article = visible_article(user, pk)
    if not test(user, article):
        raise Http404
    return article
