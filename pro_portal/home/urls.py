"""`/<lang>/portail/`: the professionals' front page, and the way in."""

from django.urls import path, re_path

from pro_portal.home import views

app_name = "portal_home"
urlpatterns = [
    path("", views.home, name="home"),
    path("contacts/", views.contacts, name="contacts"),
    re_path(r"^contacts/(?P<handle>[a-z0-9._]{1,60})\.vcf$", views.contact_card, name="contact_card"),
    path("demander-un-compte/", views.ask, name="ask"),
    path("demander-un-compte/merci/", views.request_sent, name="asked"),
    path("demandes/", views.requests, name="requests"),
    path("demandes/<int:pk>/", views.one_request, name="request"),
    path("demandes/<int:pk>/accepter/", views.accept, name="accept"),
    path("demandes/<int:pk>/refuser/", views.refuse, name="refuse"),
]
