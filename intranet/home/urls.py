"""`/intranet/`: what concerns a member today."""

from django.urls import path

from intranet.home import views

app_name = "intranet_home"
urlpatterns = [path("", views.home, name="home")]
