"""`/<lang>/portail/phototheque/`: the pictures to look at, to take and to give."""

from django.urls import path

from pro_portal.photos.views import (
    agreements,
    basket,
    consents,
    contributions,
    downloads,
    library,
    moderation,
    partner_keys,
    uploads,
)
from pro_portal.photos.views import rights as keeping

app_name = "photos"
urlpatterns = [
    path("", library.photo_list, name="list"),
    path("<int:pk>/", library.photo, name="photo"),
    path("conditions/", downloads.conditions, name="conditions"),
    path("<int:pk>/prendre/<slug:size>/", downloads.download, name="take"),
    path("cles/", partner_keys.keys, name="keys"),
    path("cles/<int:pk>/fermer/", partner_keys.close, name="key_close"),
    path("panier/", basket.basket, name="basket"),
    path("panier/<int:pk>/", basket.change, name="basket_change"),
    path("panier/zip/", basket.request_bundle, name="bundle_ask"),
    path("lots/<uuid:pk>/", basket.bundle, name="bundle"),
    path("lots/<uuid:pk>/fichier/", basket.bundle_file, name="bundle_file"),
    path("donner/", contributions.give, name="give"),
    path("donner/signer/", contributions.sign_gift, name="sign"),
    path("donner/fichiers/", uploads.states, name="upload_states"),
    path("donner/envois/", uploads.create, name="upload_new"),
    path("donner/envois/<uuid:pk>/", uploads.upload, name="upload"),
    path("donner/envois/<uuid:pk>/retirer/", uploads.remove, name="upload_remove"),
    path("mes-dons/", contributions.gifts, name="gifts"),
    path("mes-dons/<int:pk>/", contributions.gift, name="gift"),
    path("mes-dons/<int:pk>/mots/", contributions.gift_words, name="gift_words"),
    path("mes-dons/<int:pk>/accords/", agreements.attach, name="agreement_add"),
    path("mes-dons/accords/<int:pk>/", agreements.agreement_file, name="agreement_file"),
    path("mes-dons/accords/<int:pk>/retirer/", agreements.remove, name="agreement_remove"),
    path("mes-dons/prises/", contributions.downloads_of_my_photos, name="taken"),
    path("a-accepter/", moderation.queue, name="queue"),
    path("a-accepter/<int:pk>/", moderation.lot, name="lot"),
    path("a-accepter/<int:pk>/annuler/", moderation.undo, name="lot_undo"),
    path("apercus/<int:pk>/", moderation.preview, name="preview"),
    path("droits/", keeping.rights, name="rights"),
    path("droits/<int:pk>/", keeping.photo_rights, name="photo_rights"),
    path("droits/<int:pk>/dispense/finir/", keeping.end_waiver, name="waiver_end"),
    path("droits/accords/", consents.consent_list, name="consents"),
    path("droits/accords/nouveau/", consents.consent_edit, name="consent_new"),
    path("droits/accords/<int:pk>/", consents.consent_edit, name="consent"),
    path("droits/accords/<int:pk>/fichier/", consents.consent_file, name="consent_file"),
    path("droits/accords/<int:pk>/retirer/", consents.withdraw, name="consent_withdraw"),
    path("droits/accords/<int:pk>/retablir/", consents.restore, name="consent_give_back"),
]
