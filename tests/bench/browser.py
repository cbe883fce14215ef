"""What a visitor's phone feels, in Chromium: largest picture or text (LCP), shifts (CLS), blocked time (TBT) and weight, the median
of three cold loads, on a telephone four times slower than this machine behind 150 ms and 1.6 Mbit/s.

Not part of `make bench`: it wants a quiet machine and a server of its own. Start the demo (`make run`), then

    python tests/bench/browser.py http://127.0.0.1:8000

With the folder of the renditions behind it, it deletes them (the site draws them again) and says instead in how many seconds
PICTURES new pictures are shown on a page of the photo library, and what the slowest of other pages took meanwhile:

    python tests/bench/browser.py http://127.0.0.1:8000 var/media/images

Lighthouse, where it is installed, marks more; these are the figures that its performance mark is made of.
"""

import shutil
import sys
import threading
import time
import urllib.request
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

LOADS = 3
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1_638_400 / 8, "uploadThroughput": 768_000 / 8}
# Google's thresholds for « good » are 2.5 s, 0.1 and 0.2 s; ours are nearer.
MOST_LCP_WITH_PICTURE, MOST_LCP = 1.6, 1.3  # seconds
OBSERVE = """
window.seen = {lcp: 0, element: "", cls: 0, tbt: 0};
new PerformanceObserver((list) => { for (const entry of list.getEntries()) {
  seen.lcp = entry.startTime; seen.element = entry.element ? entry.element.tagName : ""; } })
  .observe({type: "largest-contentful-paint", buffered: true});
new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.cls += entry.value; })
  .observe({type: "layout-shift", buffered: true});
new PerformanceObserver((list) => { for (const entry of list.getEntries()) seen.tbt += Math.max(0, entry.duration - 50); })
  .observe({type: "longtask", buffered: true});
"""
PAGES = {
    "home": "/fr/",
    "agenda": "/fr/agenda/",
    "month": "/fr/agenda/mois/",
    "event": ("/fr/agenda/", "main .rows h3 a"),
    "places": "/fr/lieux/",
    "place": ("/fr/lieux/", "main .card__link"),
    "page": ("/fr/", "main .editorial a"),
    "search": "/fr/search/?q=plage",
    "portal": "/fr/portail/",
    "photo library": "/fr/portail/phototheque/",
}
PICTURES, PICTURE_WIDTH, MOST_COLD = 12, 480, 2.0  # pictures, pixels, seconds
# A page of fourteen, on a tall screen of three columns on which a picture of PICTURE_WIDTH is the one that fits.
COLD_PAGE, COLD_SCREEN, COLD_SCALE = "/fr/portail/phototheque/?people=with", {"width": 1280, "height": 2400}, 1.25
OTHER_PAGE = "/fr/agenda/"
# Of the first pictures in the page: the width in the address of each that is drawn; a tile in its place is answered with 202.
DRAWN = """(count) => [...document.querySelectorAll("main img")].filter((image) => image.currentSrc.includes("/images/"))
  .slice(0, count).map((image) => {
    const status = performance.getEntriesByName(image.currentSrc).at(-1)?.responseStatus;
    return image.complete && image.naturalWidth && status === 200 ? Number(image.currentSrc.match(/w(\\d+)/)[1]) : 0;
  })"""


def load(browser: Browser, address: str) -> dict:
    """One cold load: seconds, shifts and kilobytes."""
    page = browser.new_page(viewport={"width": 360, "height": 740}, device_scale_factor=2, is_mobile=True, has_touch=True)
    protocol = page.context.new_cdp_session(page)
    protocol.send("Network.enable")
    protocol.send("Network.emulateNetworkConditions", SLOW_4G)
    protocol.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    weights: list[int] = []
    protocol.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    page.add_init_script(OBSERVE)
    page.goto(address, wait_until="networkidle", timeout=60_000)
    seen = page.evaluate("seen")
    page.close()
    return {
        "lcp": seen["lcp"] / 1000, "cls": seen["cls"], "tbt": seen["tbt"] / 1000, "weight": sum(weights) / 1000,
        "element": seen["element"],
    }  # fmt: skip


def address_of(browser: Browser, base: str, target: str | tuple[str, str]) -> str:
    """The address itself, or that of the first link found by a selector on a page."""
    if isinstance(target, str):
        return base + target
    page = browser.new_page()
    page.goto(base + target[0])
    address = page.locator(target[1]).first.get_attribute("href")
    page.close()
    return base + address


def show_cold(browser: Browser, base: str, folder: Path) -> dict:
    """Seconds until PICTURES that nobody drew yet are shown, their widths, and the seconds of the slowest other page meanwhile.
    The first load, before, makes the process warm, not the pictures."""
    page = browser.new_page(viewport=COLD_SCREEN, device_scale_factor=COLD_SCALE)
    page.goto(base + COLD_PAGE, wait_until="networkidle")
    page.close()
    for rendition in folder.iterdir():
        rendition.unlink()
    waits: list[float] = []
    done = threading.Event()
    other = threading.Thread(target=_read_other_pages, args=(base, waits, done))
    page = browser.new_page(viewport=COLD_SCREEN, device_scale_factor=COLD_SCALE)
    began = time.monotonic()
    other.start()
    page.goto(base + COLD_PAGE, wait_until="commit")
    widths: list[int] = []
    while time.monotonic() - began < 60 and not (len(widths) == PICTURES and all(widths)):
        page.wait_for_timeout(50)
        widths = page.evaluate(DRAWN, PICTURES)
    took = time.monotonic() - began
    done.set()
    other.join()
    page.close()
    return {"seconds": took, "widths": widths, "slowest": max(waits)}


def _read_other_pages(base: str, waits: list[float], done: threading.Event) -> None:
    while not done.is_set():
        began = time.monotonic()
        urllib.request.urlopen(base + OTHER_PAGE, timeout=60).read()  # noqa: S310  the address of the demo
        waits.append(time.monotonic() - began)
        done.wait(0.3)  # as three visitors would, not as a test of strength


def main_cold(base: str, folder: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for _load in range(LOADS):
            answer = show_cold(browser, base, folder)
            widths = ", ".join(f"{answer['widths'].count(width)} of {width} px" for width in sorted(set(answer["widths"])))
            mark = "" if answer["seconds"] <= MOST_COLD else f"  over {MOST_COLD} s"
            print(f"{widths} shown in {answer['seconds']:.2f} s; slowest other page {answer['slowest']:.2f} s{mark}")
        browser.close()


def chromium() -> str | None:
    return shutil.which("chromium-headless-shell") or shutil.which("chromium")


def main(base: str) -> None:
    print(f"{'page':15} {'LCP s':>6} {'what':>5} {'CLS':>6} {'TBT s':>6} {'kB':>6}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for name, target in PAGES.items():
            address = address_of(browser, base, target)
            loads = [load(browser, address) for _load in range(LOADS)]
            middle = {key: median(one[key] for one in loads) for key in ("lcp", "cls", "tbt", "weight")}
            element = loads[-1]["element"]
            most = MOST_LCP_WITH_PICTURE if element == "IMG" else MOST_LCP
            mark = "" if middle["lcp"] <= most else f"  over {most} s"
            figures = f"{middle['lcp']:6.2f} {element:>5} {middle['cls']:6.3f} {middle['tbt']:6.2f} {middle['weight']:6.0f}"
            print(f"{name:15} {figures}{mark}")
        browser.close()


if __name__ == "__main__":
    address = sys.argv[1].rstrip("/") if len(sys.argv) > 1 else "http://127.0.0.1:8000"
    if len(sys.argv) > 2:
        main_cold(address, Path(sys.argv[2]))
    else:
        main(address)
