"""`/portail/`: the professionals' front page."""

from django.urls import path

from pro_portal.home import views

app_name = "portal_home"
urlpatterns = [path("", views.home, name="home")]
