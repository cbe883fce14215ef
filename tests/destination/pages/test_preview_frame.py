"""The preview of a page is shown in a frame of the CMS, and nowhere else."""

from destination.pages.bootstrap.site import make_pages
from destination.pages.models import HomePage


def test_preview_may_be_framed_by_the_cms_and_stays_strict(client, administrator):
    words = {code: {"title": "Pays d’Aurelle"} for code in ("fr", "en", "ca")}
    make_pages([{"slug": {"fr": "accueil"}, "kind": "home", "parent": None, "words": words}])
    client.force_login(administrator)
    response = client.get(f"/admin/pages/{HomePage.objects.first().pk}/view_draft/")
    policy = response["Content-Security-Policy"]
    assert response.status_code == 200
    assert "frame-ancestors 'self'" in policy and "unsafe-inline" not in policy
    assert response["X-Frame-Options"] == "SAMEORIGIN"
