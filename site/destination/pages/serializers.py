"""A page as schema.org JSON-LD, for search engines."""

from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from common.page_head import social_picture
from common.text import json_in_script


def script_content(graph: list[dict]) -> SafeString:
    return json_in_script({"@context": "https://schema.org", "@graph": graph})


def page_json(page, name: str) -> SafeString:
    page_object = {
        "@type": "WebPage",
        "name": page.title,
        "description": page.description,
        "url": f"{settings.BASE_URL}{page.url_path}",
        "inLanguage": page.locale.language_code,
        "isPartOf": {"@type": "WebSite", "name": name, "url": f"{settings.BASE_URL}/"},
    }
    if page.last_published_at:
        page_object["dateModified"] = page.last_published_at.date().isoformat()
    return script_content([page_object])


def home_json(page, name: str, social_links: list[dict]) -> SafeString:
    """The destination and its site, with the search that a search engine may offer."""
    address = f"{settings.BASE_URL}/{get_language()}/"
    destination = {"@type": "TouristDestination", "name": name, "description": page.description, "url": address}
    if image := social_picture(page.picture):
        destination["image"] = image.url
    if social_links:
        destination["sameAs"] = [link["url"] for link in social_links]
    site = {
        "@type": "WebSite",
        "name": name,
        "url": address,
        "inLanguage": get_language(),
        "potentialAction": {
            "@type": "SearchAction",
            "target": f"{address}search/?q={{words}}",
            "query-input": "required name=words",
        },
    }
    return script_content([destination, site])
