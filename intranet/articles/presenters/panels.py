"""Articles on the pages of others: what a person wrote, what is for a group, as far as the reader may see."""

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from common.access import Audience
from common.panels import group_panels, profile_panels
from intranet.articles.facets import latest_ids
from intranet.articles.models import Article

IN_PANEL = 5


def _drawn(request, ids: list[int], title: str, query: str = "", write_query: str | None = None) -> str:
    articles = Article.objects.current().visible_to(request.user).filter(pk__in=ids).only("title", "first_published_at")
    shown = list(articles.order_by("-first_published_at", "-pk")) if ids else []
    if not shown and write_query is None:
        return ""
    context = {
        "articles": shown[:IN_PANEL],
        "title": title,
        "query": query if len(shown) > IN_PANEL else "",
        "write_query": write_query,
    }
    return render_to_string("articles/_panel.html", context, request=request)


@profile_panels.register(20)
def articles_of_person(request, person) -> str:
    return _drawn(request, latest_ids(request.user, IN_PANEL + 1, author=person.pk), _("Ses articles"))


@group_panels.register(20)
def articles_of_group(request, group) -> str:
    links = Article.audience_groups.through.objects.filter(workgroup=group).values_list("article_id", flat=True)
    ids = latest_ids(request.user, IN_PANEL + 1, links, audience=Audience.GROUP)
    writes = request.user.is_member and group.pk in request.user.work_group_ids
    return _drawn(request, ids, _("Articles"), write_query=f"?groupe={group.pk}" if writes else None)
