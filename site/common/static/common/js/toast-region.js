/* Lets a toast be closed (button or Escape). A message alone also goes by itself; one that offers to undo waits for the reader. */
const SHOWN_MS = 12000;

class ToastRegion extends HTMLElement {
  connectedCallback() {
    const close = this.querySelector(".toast__close");
    if (close) {
      close.hidden = false;
      close.addEventListener("click", () => this.replaceChildren());
    }
    this.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.replaceChildren();
    });
    if (this.querySelector("form")) return;
    this.timer = window.setTimeout(() => this.replaceChildren(), SHOWN_MS);
  }

  disconnectedCallback() {
    window.clearTimeout(this.timer);
  }
}

customElements.define("toast-region", ToastRegion);
