"""Errors of the API, as JSON with a sentence for people."""

from django.http import JsonResponse


class ApiError(Exception):
    """`code` is for programs and does not change, `message` for people, in their language."""

    def __init__(self, status: int, code: str, message: str, **headers: str):
        super().__init__(message)
        self.status, self.code, self.message, self.headers = status, code, str(message), headers

    def response(self) -> JsonResponse:
        content = {"error": {"code": self.code, "message": self.message}}
        return JsonResponse(content, status=self.status, headers=self.headers, json_dumps_params={"ensure_ascii": False})
