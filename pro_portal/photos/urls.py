"""`/portail/phototheque/`: the pictures to look at, to take and to give."""

from django.urls import path

from pro_portal.photos.views import basket, keys, library, taking

app_name = "photos"
urlpatterns = [
    path("", library.photo_list, name="list"),
    path("<int:pk>/", library.photo, name="photo"),
    path("conditions/", taking.conditions, name="conditions"),
    path("<int:pk>/prendre/<slug:size>/", taking.take, name="take"),
    path("cles/", keys.keys, name="keys"),
    path("cles/<int:pk>/fermer/", keys.close, name="key_close"),
    path("panier/", basket.basket, name="basket"),
    path("panier/<int:pk>/", basket.change, name="basket_change"),
    path("panier/zip/", basket.ask_for_bundle, name="bundle_ask"),
    path("lots/<uuid:pk>/", basket.bundle, name="bundle"),
    path("lots/<uuid:pk>/fichier/", basket.bundle_file, name="bundle_file"),
]
