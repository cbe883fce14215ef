/* What the agenda does better with JavaScript: near me, printing, focus kept when results are swapped, live preview. */
import { say } from "../common/js/live-region.js";

/* <near-me data-url="…" data-failed="…"><button hidden>…</button><p hidden>…</p></near-me>
   Asks the browser for the position, rounds it to about a kilometre, and opens the address with it. */
class NearMe extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    if (!button || !navigator.geolocation) return;
    for (const hidden of this.querySelectorAll("[hidden]")) hidden.hidden = false;
    button.addEventListener("click", () => this.ask(button));
  }

  ask(button) {
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.open(coords),
      () => this.fail(button),
      { maximumAge: 600000, timeout: 15000 },
    );
  }

  open({ latitude, longitude }) {
    const url = new URL(this.dataset.url, window.location.href);
    url.searchParams.set("near", `${latitude.toFixed(2)},${longitude.toFixed(2)}`);
    window.location.assign(url);
  }

  fail(button) {
    button.disabled = false;
    this.querySelector("p").textContent = this.dataset.failed;
    say(this.dataset.failed);
  }
}
customElements.define("near-me", NearMe);

/* <print-button><button hidden>…</button></print-button> */
class PrintButton extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
customElements.define("print-button", PrintButton);

/* A chip is replaced by its new self: the focus goes to it, an open panel stays open, the new number is said. */
const words = (link) => link?.textContent.replace(/\d+/g, "").trim();
let focused = "";
let opened = false;

document.addEventListener("htmx:beforeSwap", () => {
  focused = words(document.activeElement?.closest("#agenda a"));
  opened = document.getElementById("agenda-more")?.open ?? false;
});
document.addEventListener("htmx:afterSwap", () => {
  const more = document.getElementById("agenda-more");
  if (more && opened) more.open = true;
  const again = focused && [...document.querySelectorAll("#agenda a")].find((link) => words(link) === focused);
  again?.focus({ preventScroll: true });
  const count = document.getElementById("agenda-count");
  if (count) say(count.textContent.trim());
});

/* The preview follows the colour and the number as they are chosen. */
const look = document.getElementById("look-form");
look?.addEventListener("change", () => look.requestSubmit());
