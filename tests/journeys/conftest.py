"""A real browser on a real server: `page` for a visitor, `signed_in_page(person)` for the others, with or without JavaScript."""

import os
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.servers.basehttp import ThreadedWSGIServer
from django.test import Client
from django.test.testcases import LiveServerThread
from django.utils import timezone

from common.call_stack import with_room
from tests import moment
from tests.run import BROWSERS

# Playwright runs an event loop in this thread; the tests' own queries are made beside it, never inside.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# As root the sandbox cannot be set up; the others keep the browser from calling out.
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
HERE = Path(__file__).parent
# A busy continuous integration takes its time; a journey that works does not wait for it.
PATIENCE_MS = 20_000


def pytest_collection_modifyitems(items):
    """Each journey has a database of its own, with what the migrations put in it (root page, root collection, workflow)."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.django_db(transaction=True))


class Server(ThreadedWSGIServer):
    """Answers as the web does."""

    def process_request_thread(self, request, client_address):
        with_room(super().process_request_thread, request, client_address)


LiveServerThread.server_class = Server


@pytest.fixture(scope="session")
def browser():
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if not found:
        sentence = "Chromium is missing: install the system package `chromium`."
        pytest.fail(sentence) if os.environ.get("CI") else pytest.skip(sentence)
    from playwright.sync_api import expect, sync_playwright  # only where a browser is there to be driven

    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser, live_server):
    """`open_page(person=None, javascript=True, width=1280)`: a page of a new browser session, signed in as `person`.

    Whatever a page reports as an error (a script that fails, something the policy blocks) fails the test at its end; what
    the journey provokes itself is named in `page.expected`.
    """
    contexts, faults = [], []

    def opened(person=None, *, javascript=True, width=1280, height=900):
        context = browser.new_context(
            base_url=live_server.url, java_script_enabled=javascript, viewport={"width": width, "height": height}, locale="fr-FR"
        )
        contexts.append(context)
        if moment.is_chosen():
            context.clock.set_system_time(timezone.now())
        if person:
            client = Client()
            client.force_login(person)
            cookie = client.cookies[settings.SESSION_COOKIE_NAME]
            context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
        page = context.new_page()
        page.expected = ["/favicon.ico"]  # browsers ask for it when a page is no HTML
        page.set_default_timeout(PATIENCE_MS)
        page.on("pageerror", lambda error: faults.append((page, str(error))))
        page.on(
            "console",
            lambda message: message.type == "error" and faults.append((page, f"{message.text} {message.location['url']}")),
        )
        return page

    yield opened
    for context in contexts:
        context.close()
    unexpected = [text for page, text in faults if not any(words in text for words in page.expected)]
    assert not unexpected


@pytest.fixture
def page(open_page):
    """A visitor's page."""
    return open_page()


@pytest.fixture
def signed_in_page(open_page):
    """`signed_in_page(person)`: the page of someone signed in; the same options as `open_page`."""
    return open_page


def on_a_slow_line(page, milliseconds=900):
    """Every answer comes that much later."""
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": milliseconds, "downloadThroughput": -1, "uploadThroughput": -1},
    )
