"""The agenda's addresses, below `/<lang>/agenda`. What people read is translated; what programs read is not."""
from django.urls import path
from django.utils.translation import gettext_lazy as _

from destination.agenda.views import event, feeds, listing, sharing

app_name = "agenda"
urlpatterns = [
    path("/", listing.agenda_list, name="list"),
    path(_("/semaine/"), listing.agenda_week, name="week"),
    path(_("/mois/"), listing.agenda_month, name="month"),
    path(_("/carte/"), listing.agenda_map, name="map"),
    path("/points.json", listing.points, name="points"),
    path(".ics", feeds.agenda_ics, name="ics"),
    path(".rss", feeds.agenda_rss, name="rss"),
    path(".atom", feeds.agenda_atom, name="atom"),
    path(_("/s-abonner/"), sharing.subscribe, name="subscribe"),
    path("/qr.svg", sharing.subscribe_qr, name="subscribe_qr"),
    path(_("/partager/"), sharing.share, name="share"),
    path("/embed/", sharing.embed, name="embed"),
    path("/<slug:slug>-<int:pk>.ics", feeds.event_ics, name="event_ics"),
    path("/<slug:slug>-<int:pk>/", event.event_page, name="event"),
    path("/<slug:slug>-<int:pk>/qr.svg", event.event_qr, name="event_qr"),
    path(_("/<slug:slug>-<int:pk>/signaler/"), event.report, name="report"),
]
