from wagtail import hooks
from wagtail.snippets.models import register_snippet

from destination.pages.viewsets import ContactMessageViewSet, MenuViewSet

register_snippet(MenuViewSet)


@hooks.register("register_admin_viewset")
def contact_messages():
    return ContactMessageViewSet("contact_messages", url_prefix="messages")
