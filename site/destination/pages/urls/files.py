"""The files around the pages."""

from django.urls import path

from destination.pages import sitemaps
from destination.pages.views import pages as views

app_name = "pages"
urlpatterns = [
    path("accent.css", views.accent, name="accent"),
    path("site.webmanifest", views.manifest, name="manifest"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
    path("sitemap-<slug:part>-<int:number>.xml", sitemaps.sitemap_part, name="sitemap_part"),
]
