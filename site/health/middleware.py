"""Machines are answered before host and https are looked at."""

from health.views.machines import health, live, whole

ANSWERS = {"/health/": health, "/health/live/": live, "/health/all/": whole}


class HealthMiddleware:
    """`/health/` is asked from inside, by plain http and whatever name the asker knows."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        view = ANSWERS.get(request.path_info)
        return view(request) if view else self.get_response(request)
