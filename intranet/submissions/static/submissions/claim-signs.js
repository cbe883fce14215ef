/* <claim-signs data-address="…">{% csrf_token %}</claim-signs>: who corrects a proposal says every minute that they are on it, as
   the queue does while a proposal is open there, so that a browser that is killed holds it for no more than two and a half. */
export const SIGN_MS = 60000; // what a browser allows a page in the background
export const AWAY_MS = 600000; // who has touched nothing for that long has left the page open

class ClaimSigns extends HTMLElement {
  connectedCallback() {
    this.acted = Date.now();
    for (const name of ["input", "keydown", "pointerdown"]) document.addEventListener(name, () => (this.acted = Date.now()));
    window.setInterval(() => Date.now() - this.acted < AWAY_MS && this.tell(), SIGN_MS);
    this.tell();
  }

  tell() {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", this.querySelector("input").value);
    body.append("alive", "1");
    fetch(this.dataset.address, { method: "POST", body, headers: { "HX-Request": "true" }, keepalive: true }).catch(() => {});
  }
}

customElements.define("claim-signs", ClaimSigns);
