"""What went wrong, said in JSON and in plain words."""

from django.http import JsonResponse


class Problem(Exception):
    """`code` is for programs and does not change, `message` for people, in their language."""

    def __init__(self, status: int, code: str, message: str, **headers: str):
        super().__init__(message)
        self.status, self.code, self.message, self.headers = status, code, str(message), headers

    def response(self) -> JsonResponse:
        written = {"error": {"code": self.code, "message": self.message}}
        return JsonResponse(written, status=self.status, headers=self.headers, json_dumps_params={"ensure_ascii": False})
