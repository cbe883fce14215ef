from wagtail.snippets.models import register_snippet

from destination.places.viewsets import PlaceViewSet

register_snippet(PlaceViewSet)
