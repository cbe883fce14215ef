"""Articles as the form makes them, the form itself, and a tab of a browser on a draft."""

import uuid

from django.urls import reverse

from intranet.articles.models import Article, ArticleToken


def make_article(
    author, title="Accueillir une classe", body="<p>Un seul interlocuteur.</p>", groups=(), themes=(), **fields
) -> Article:
    """A published article for members, or for `groups`."""
    fields.setdefault("audience", "group" if groups else "members")
    fields.setdefault("organisation", author.organisation)
    article = Article(title=title, body=body, author=author, live=False, **fields)
    article.audience_groups = list(groups)
    article.themes = list(themes)
    article.save()
    article.save_revision(user=author, clean=False).publish(user=author, skip_permission_checks=True)
    return Article.objects.get(pk=article.pk)


def article_form(**changes) -> dict:
    """A form that can be sent; `_` in a name stands for itself, `body_format` for the editor's `body-format`."""
    fields = {
        "title": "Accueillir une classe",
        "summary": "Ce qui a marché.",
        "body": "<p>Un seul interlocuteur.</p>",
        "body-format": "html",
        "audience": "members",
        "changeable_by": "author",
        "deletable_by": "author",
        "comments_open": "on",
        "language": "fr",
    }
    return fields | {name.replace("body_format", "body-format"): value for name, value in changes.items()}


class ArticleTab:
    """One tab of a browser on one draft."""

    def __init__(self, client, person, key=None, article=None, version=0):
        self.client, self.key = client, key or uuid.uuid4()
        self.ticket = str(ArticleToken(self.key, person.pk, article.pk if article else None))
        self.tab, self.version = uuid.uuid4().hex, version

    @property
    def url(self) -> str:
        return reverse("articles:draft", args=[self.key])

    def post(self, action: str, fields: dict, **extra):
        carried = {"ticket": self.ticket, "tab": self.tab, "version": str(self.version), "action": action}
        return self.client.post(self.url, fields | carried, **extra)
