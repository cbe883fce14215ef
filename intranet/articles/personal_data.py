"""Articles, their drafts, who has opened, read and thanked."""

from django.utils.translation import gettext_lazy as _

from common.drafts import forget_discarded_drafts
from common.personal_data import A_YEAR, WITH_ACCOUNT, Basis, Kind, OnErasure, Recipients, Rows, register
from intranet.articles.models import ArticleDraft


@register
class Articles(Kind):
    key = "articles"
    title = _("Articles de l’intranet")
    categories = _(
        "Ce que la personne a écrit pour ses collègues ; qui s’occupe d’un article à la place de son auteur, demande ou suit une "
        "lecture, a supprimé un article"
    )
    purpose = _("Garder ce que l’on sait, pour tous ceux à qui c’est destiné.")
    legal_basis = Basis.PUBLIC_TASK
    recipients = Recipients.MEMBERS
    term = WITH_ACCOUNT
    ends_by = "accounts"
    on_erasure = OnErasure.BLANK
    erasure = _("L’article reste, sans le nom de son auteur.")
    rows = (
        Rows(
            "articles.Article",
            account=("author",),
            facts={"title": "", "summary": "", "body": "", "first_published_at": _("publié le")},
            at="created_at",
        ),
        Rows("articles.Article", account=("keeper",), facts={"title": ""}, at="created_at"),
        Rows("articles.Article", account=("deleted_by",), at="deleted_at"),
        Rows("articles.MustRead", account=("set_by", "keeper"), facts={"article": _("article")}, at="set_at"),
    )


@register
class ArticleDrafts(Kind):
    key = "article_drafts"
    title = _("Brouillons d’articles")
    categories = _("Ce qui a été tapé dans le formulaire")
    purpose = _("Ne rien perdre de ce qui est tapé.")
    legal_basis = Basis.CONTRACT
    recipients = Recipients.NOBODY
    term = _("Jeté : trente jours. Publié : un an. En cours : tant que le compte existe.")
    correction = "articles:list"
    rows = (
        Rows(
            "articles.ArticleDraft",
            account=("author",),
            personal={"fields": _("texte")},
            facts={"title": _("titre"), "sent_at": _("publié le")},
            at="created_at",
        ),
    )

    def expire(self, now):
        return ArticleDraft.objects.filter(sent_at__lt=now - A_YEAR).delete()[0] + forget_discarded_drafts(ArticleDraft, now)


@register
class ArticleReadings(Kind):
    key = "article_readings"
    title = _("Lecture des articles")
    categories = _("Quand la personne a ouvert un article, dit l’avoir lu, remercié son auteur")
    purpose = _("Ne pas proposer deux fois la même lecture ; savoir qui a lu ce qu’il faut avoir lu.")
    legal_basis = Basis.LEGITIMATE_INTEREST
    recipients = Recipients.OFFICE
    term = WITH_ACCOUNT
    ends_by = "accounts"
    rows = (
        Rows(
            "articles.ArticleReading",
            account=("person",),
            facts={"article": _("article"), "opened_at": "", "read_at": "", "thanked_at": ""},
            at="opened_at",
        ),
    )
