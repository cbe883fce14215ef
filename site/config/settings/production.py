"""An installation on the web: everything over https, the secret given by the environment."""

from .base import *  # noqa: F403
from .base import environment, logging_settings

A_YEAR = 365 * 24 * 3600  # seconds

SECRET_KEY = environment.secret_key()
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True
SECURE_SSL_REDIRECT = environment.yes("SSL_REDIRECT", True)
# Browsers that came once come by https alone for so long (HSTS). The other hosts of the domain are the office's to answer for:
# one that still speaks http would be lost to everybody who saw this site, and a preload list is left only after months.
SECURE_HSTS_SECONDS = environment.whole_number("HSTS_SECONDS", A_YEAR, 0, 2 * A_YEAR)
SECURE_HSTS_INCLUDE_SUBDOMAINS = environment.yes("HSTS_INCLUDE_SUBDOMAINS", False)
SECURE_HSTS_PRELOAD = environment.yes("HSTS_PRELOAD", False)
SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W005", "security.W021"]  # each of the three is a choice
if environment.yes("BEHIND_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    # Without it every visitor would share the proxy's address, and one person's wrong tries would delay all.
    ALLAUTH_TRUSTED_PROXY_COUNT = environment.whole_number("PROXY_COUNT", 1, 1, 9)
LOGGING = logging_settings(
    environment.one_of("LOG_FORMAT", "line", ("line", "json")), with_access=environment.yes("ACCESS_LOG", True)
)
