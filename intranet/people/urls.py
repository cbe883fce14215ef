"""Under `/intranet/personnes/`. A handle has no hyphen: our own words, which have one, stand in nobody's way."""

from django.urls import path, re_path

from intranet.people import views

HANDLE = r"(?P<handle>[a-z0-9._]{1,60})"

app_name = "people"
urlpatterns = [
    path("", views.directory, name="list"),
    path("mon-profil/", views.my_profile, name="mine"),
    path("premiers-pas/", views.first_steps, name="first_steps"),
    re_path(rf"^{HANDLE}/$", views.person, name="person"),
    re_path(rf"^{HANDLE}\.vcf$", views.contact_card, name="vcard"),
]
