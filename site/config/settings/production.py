"""An installation on the web: everything over https, the secret given by the environment."""

from .base import *  # noqa: F403
from .base import environment, logging_settings

SECRET_KEY = environment.secret_key()
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True
SECURE_SSL_REDIRECT = environment.yes("SSL_REDIRECT", True)
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
if environment.yes("BEHIND_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    # Without it every visitor would share the proxy's address, and ten wrong tries would close the door to all.
    ALLAUTH_TRUSTED_PROXY_COUNT = environment.whole_number("PROXY_COUNT", 1, 1, 9)
LOGGING = logging_settings(
    environment.one_of("LOG_FORMAT", "line", ("line", "json")), with_access=environment.yes("ACCESS_LOG", True)
)
