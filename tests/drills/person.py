"""A person at a browser, without one: cookies, the forms' mark, and the patience to try again."""

import http.client
import json
import re
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode(errors="replace")

    @property
    def json(self) -> dict:
        return json.loads(self.body)


@dataclass
class Person:
    """`ask` gives None where no answer came: the person knows nothing, and tries again."""

    port: int
    email: str = ""
    cookies: dict[str, str] = field(default_factory=dict)
    unanswered: int = 0
    faults: list[str] = field(default_factory=list)

    def ask(self, method: str, path: str, body: bytes = b"", headers: dict | None = None, timeout: float = 30) -> Answer | None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            connection.request(method, path, body, {"Cookie": cookies, "Accept-Language": "fr", **(headers or {})})
            response = connection.getresponse()
            content = response.read()
        except (OSError, http.client.HTTPException):
            self.unanswered += 1
            return None
        finally:
            connection.close()
        for name, value in response.getheaders():
            if name.lower() == "set-cookie" and (cookie := re.match(r"([^=]+)=([^;]*)", value)):
                self.cookies[cookie[1]] = cookie[2]
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, content)

    def get(self, path: str, **options) -> Answer | None:
        return self.ask("GET", path, **options)

    def post(self, path: str, fields: dict, **options) -> Answer | None:
        body = urlencode({"csrfmiddlewaretoken": self.cookies.get("csrftoken", ""), **fields}, doseq=True).encode()
        return self.ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"}, **options)

    def insist(self, question, seconds: float = 120) -> Answer:
        """Ask until an answer comes that is no fault of the server's; 5xx is tried again as a person does."""
        end = time.monotonic() + seconds
        while True:
            answer = question()
            if answer is not None and answer.status < 500:
                return answer
            if answer is not None:
                self.faults.append(f"{answer.status}")
            assert time.monotonic() < end, f"{self.email}: {answer and answer.status} for {seconds} s"
            time.sleep(0.2)

    def sign_in(self, password: str = "mot-de-passe-solide") -> "Person":
        self.insist(lambda: self.get("/compte/connexion/"))
        answer = self.insist(lambda: self.post("/compte/connexion/", {"login": self.email, "password": password}))
        assert answer.status == 302, answer.text[:3000]
        return self


def hidden_value(page: str, name: str) -> str:
    """The value of a hidden field."""
    tag = re.search(rf'<input[^>]*name="{name}"[^>]*>', page)[0]
    return re.search(r'value="([^"]*)"', tag)[1]
