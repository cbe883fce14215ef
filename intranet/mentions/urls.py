"""Under `/intranet/mentions/`."""

from django.urls import path

from intranet.mentions import views

app_name = "mentions"
urlpatterns = [
    path("", views.who, name="who"),
    path("suggestions/", views.suggest, name="suggest"),
]
