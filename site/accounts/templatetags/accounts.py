"""Names of roles in templates."""

from django import template

from accounts.permissions import ROLE_NAMES

register = template.Library()


@register.filter
def role_names(roles) -> str:
    """« Modération, Rédaction »; empty without a role."""
    return ", ".join(str(ROLE_NAMES[role]) for role in roles if role in ROLE_NAMES)
