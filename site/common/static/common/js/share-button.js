/* <share-button data-title="…" data-url="…" data-done="Lien copié"><button class="button" hidden>Partager</button></share-button>
   Opens the system's sharing sheet, or copies the link where there is none. */
import { copy, say } from "./live-region.js";

class ShareButton extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button");
    if (!this.button) return;
    this.button.hidden = false;
    this.button.type = "button";
    this.button.addEventListener("click", () => this.share());
  }

  async share() {
    const url = new URL(this.dataset.url || window.location.href, window.location.href).href;
    const title = this.dataset.title || document.title;
    if (navigator.share) {
      try {
        await navigator.share({ title, url });
        return;
      } catch (error) {
        if (error.name === "AbortError") return;
      }
    }
    if (await copy(url)) {
      this.button.textContent = this.dataset.done;
      say(this.dataset.done);
    }
  }
}

customElements.define("share-button", ShareButton);
