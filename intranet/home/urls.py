"""`/intranet/`: what concerns a member today, the bin of all rooms, and help."""

from django.urls import path

from intranet.home import views

app_name = "intranet_home"
urlpatterns = [
    path("", views.home, name="home"),
    path("aide/", views.help_page, name="help"),
    path("manuel.pdf", views.manual, name="manual"),
    path("manuel-<slug:name>.pdf", views.manual, name="manual_of"),
    path("corbeille/", views.recycle_bin, name="bin"),
    path("corbeille/<slug:code>/<int:pk>/reprendre/", views.take_back, name="take_back"),
]
