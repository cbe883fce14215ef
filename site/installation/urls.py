from django.urls import path

from installation.views import base_map, checklist, setup, steps

app_name = "installation"
urlpatterns = [
    path("aspect/", steps.look, name="look"),
    path("communes/", steps.communes, name="communes"),
    path("communes/choix/", steps.choose_communes, name="choose_communes"),
    path("fond-de-carte/", base_map.base_map, name="base_map"),
    path("office/", steps.office, name="office"),
    path("courriel/", steps.mail, name="mail"),
    path("premiers-pas/", checklist.checklist, name="checklist"),
    path("premiers-pas/ranger/", checklist.put_away, name="put_away"),
    path("premiers-pas/pages/<slug:name>/", checklist.make_page, name="make_page"),
    path("premiers-pas/menus/", checklist.make_menus, name="make_menus"),
    path("<str:token>/", setup.setup, name="setup"),
]
