/* <copy-button data-text="…" data-done="Copié"><button class="button" hidden>Copier</button></copy-button>
   Copies the text (or that of the field named by data-from) and says so. Without JavaScript the button stays hidden. */
import { copy, say } from "./live-region.js";

const SHOWN_MS = 2500;

class CopyButton extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button");
    if (!this.button) return;
    this.button.hidden = false;
    this.button.type = "button";
    this.button.addEventListener("click", () => this.copy());
  }

  get text() {
    const source = this.dataset.from && document.getElementById(this.dataset.from);
    return source ? (source.value ?? source.textContent).trim() : this.dataset.text;
  }

  async copy() {
    if (!(await copy(this.text))) return;
    say(this.dataset.done);
    this.initial ??= this.button.innerHTML;
    this.button.textContent = this.dataset.done;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.button.innerHTML = this.initial;
    }, SHOWN_MS);
  }
}

customElements.define("copy-button", CopyButton);
