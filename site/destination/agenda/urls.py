"""The agenda's addresses, below `/<lang>/`. What people read is translated; what programs read is not."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from destination.agenda.views import event, feeds, listing, sharing

app_name = "agenda"
urlpatterns = [
    path("agenda/", listing.agenda_list, name="list"),
    path(_("agenda/semaine/"), listing.agenda_week, name="week"),
    path(_("agenda/mois/"), listing.agenda_month, name="month"),
    path(_("agenda/carte/"), listing.agenda_map, name="map"),
    path(_("agenda/termines/"), listing.agenda_over, name="over"),
    path("agenda/points.json", listing.points, name="points"),
    path("agenda.ics", feeds.agenda_ics, name="ics"),
    path("agenda.rss", feeds.agenda_rss, name="rss"),
    path("agenda.atom", feeds.agenda_atom, name="atom"),
    path(_("agenda/s-abonner/"), sharing.subscribe, name="subscribe"),
    path("agenda/qr.svg", sharing.subscribe_qr, name="subscribe_qr"),
    path(_("agenda/partager/"), sharing.share, name="share"),
    path("agenda/embed/", sharing.embed, name="embed"),
    path("agenda/<slug:slug>-<int:pk>.ics", feeds.event_ics, name="event_ics"),
    path("agenda/<slug:slug>-<int:pk>/", event.event_page, name="event"),
    path(_("agenda/<slug:slug>-<int:pk>/carte/"), event.event_map, name="event_map"),
    path("agenda/<slug:slug>-<int:pk>/dates/", event.event_dates, name="event_dates"),
    path("agenda/<slug:slug>-<int:pk>/qr.svg", event.event_qr, name="event_qr"),
    path(_("agenda/<slug:slug>-<int:pk>/signaler/"), event.report, name="report"),
]
