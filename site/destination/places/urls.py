"""The addresses of places, below `/<lang>/`, in the reader's language."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from destination.places import views

app_name = "places"
place_patterns = [
    path("", views.place_list, name="list"),
    path("points.json", views.points, name="points"),
    path("<slug:slug>-<int:pk>/", views.place_page, name="place"),
    path(_("<slug:slug>-<int:pk>/carte/"), views.place_map, name="place_map"),
    path("<slug:slug>-<int:pk>.vcf", views.place_card, name="vcard"),
]
urlpatterns = [
    path(_("lieux/"), include(place_patterns)),
    path(_("communes/"), views.commune_list, name="communes"),
    path(_("communes/<slug:slug>/"), views.commune_page, name="commune"),
    path(_("communes/<slug:slug>/carte/"), views.commune_map, name="commune_map"),
]
