"""The files around the pages (at the root), and the pages themselves (below `/<lang>/`, the last of the addresses)."""

from django.urls import path, re_path

from destination.pages import sitemaps
from destination.pages.views import pages as views

# To be included with their namespace: `include(file_patterns)`.
file_patterns = (
    [
        path("accent.css", views.accent, name="accent"),
        path("site.webmanifest", views.manifest, name="manifest"),
        path("favicon.ico", views.favicon, name="favicon"),
        path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
        path("sitemap-<slug:part>-<int:number>.xml", sitemaps.sitemap_part, name="sitemap_part"),
    ],
    "pages",
)
# Wagtail finds the address of a page by this name.
urlpatterns = [re_path(r"^((?:[\w\-]+/)*)$", views.serve, name="wagtail_serve")]
