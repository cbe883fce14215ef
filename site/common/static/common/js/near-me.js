/* <near-me data-url="…" data-failed="…"><button hidden>…</button><p hidden>…</p></near-me>
   Asks the browser for the position, rounds it to about a kilometre, and opens the address with it as `near`.
   Where there are several buttons, each has a data-url of its own. */
import { say } from "./live-region.js";

class NearMe extends HTMLElement {
  connectedCallback() {
    if (!navigator.geolocation) return;
    for (const hidden of this.querySelectorAll("[hidden]")) hidden.hidden = false;
    for (const button of this.querySelectorAll("button")) button.addEventListener("click", () => this.ask(button));
  }

  ask(button) {
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.open(coords, button.dataset.url ?? this.dataset.url),
      () => this.fail(button),
      { maximumAge: 600000, timeout: 15000 },
    );
  }

  open({ latitude, longitude }, address) {
    const url = new URL(address, window.location.href);
    url.searchParams.set("near", `${latitude.toFixed(2)},${longitude.toFixed(2)}`);
    window.location.assign(url);
  }

  fail(button) {
    button.disabled = false;
    this.querySelector("p").textContent = this.dataset.failed;
    say(this.dataset.failed);
    this.parentElement.querySelector("select[name=near]")?.focus();
  }
}
if (!customElements.get("near-me")) customElements.define("near-me", NearMe);
