"""`/intranet/`: what concerns a member today, and the bin of all rooms."""

from django.urls import path

from intranet.home import views

app_name = "intranet_home"
urlpatterns = [
    path("", views.home, name="home"),
    path("corbeille/", views.recycle_bin, name="bin"),
    path("corbeille/<slug:code>/<int:pk>/reprendre/", views.take_back, name="take_back"),
]
