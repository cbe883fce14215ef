"""Every address. A wing is closed at its root by `SignInMiddleware`; public views say so themselves."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access

from common.views import cms_links, cms_media
from common.views import site as common_views
from destination.pages import urls as pages_urls
from destination.places import views as places_views
from pro_portal.watch import urls as watch_urls

urlpatterns = [
    path("", common_views.front_door, name="front_door"),
    path("health/", include("health.urls")),
    path("robots.txt", common_views.robots, name="robots"),
    path("carte/", include("destination.base_map.urls")),
    path("communes.json", places_views.communes, name="communes"),
    path("admin/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("admin/choose-external-link/", require_admin_access(cms_links.OutsideLinkView.as_view())),
    path("admin/", include(wagtailadmin_urls)),
    re_path(r"^media/(?P<folder>images|original_images)/(?P<name>[^/]+)$", cms_media.thumbnail, name="cms_media"),
    path("compte/mes-donnees/", include("privacy.urls")),
    path("compte/", include("accounts.urls.account")),
    path("", include("notifications.urls")),
    path("intranet/equipe/", include("accounts.urls.team")),
    path("intranet/", include("intranet.home.urls")),
    path("intranet/evenements/", include("intranet.submissions.urls")),
    path("intranet/articles/", include("intranet.articles.urls")),
    path("intranet/documents/", include("intranet.documents.urls")),
    path("intranet/commentaires/", include("intranet.comments.urls")),
    path("intranet/groupes/", include("intranet.groups.urls")),
    path("intranet/mentions/", include("intranet.mentions.urls")),
    path("intranet/personnes/", include("intranet.people.urls")),
    path("installation/", include("installation.urls")),
    path("api/photos/", include("pro_portal.photos.api.urls")),
    path("portail/veille/", include(watch_urls.mail_patterns)),
    # The portal had one address for all languages; mails, bookmarks and other sites still name it.
    re_path(r"^portail/(?P<rest>.*)$", common_views.into_language, name="portal_without_language"),
    path("", include("common.urls")),
    path("", include(pages_urls.file_patterns)),
]
urlpatterns += i18n_patterns(
    path("", include("destination.agenda.urls")),
    path("", include("destination.places.urls")),
    path("search/", include("search.urls")),
    path("portail/", include("pro_portal.home.urls")),
    path("portail/documents/", include("pro_portal.documents.urls")),
    path("portail/phototheque/", include("pro_portal.photos.urls")),
    path("portail/tutoriels/", include("pro_portal.tutorials.urls")),
    path("portail/veille/", include("pro_portal.watch.urls")),
    path("", include(pages_urls)),
)
handler400 = "common.views.site.bad_request"
handler404 = "common.views.site.not_found"
handler500 = "common.views.site.server_error"
