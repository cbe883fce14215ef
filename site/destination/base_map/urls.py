from django.urls import path

from destination.base_map import views

app_name = "base_map"
urlpatterns = [
    path("<slug:version>/<int:zoom>/<int:column>/<int:row>.svg", views.tile, name="tile"),
    path("<slug:version>/<slug:language>/<int:zoom>/<int:column>-<int:row>.svg", views.picture, name="picture"),
]
