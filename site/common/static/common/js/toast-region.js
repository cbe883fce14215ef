/* Lets a toast go after a while, never while it is pointed at or focused, and never sooner than one can read it. */
const SHOWN_MS = 12000;

class ToastRegion extends HTMLElement {
  connectedCallback() {
    for (const name of ["pointerenter", "focusin"]) this.addEventListener(name, () => this.hold());
    for (const name of ["pointerleave", "focusout"]) this.addEventListener(name, () => this.release());
    this.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.replaceChildren();
    });
    this.release();
  }

  disconnectedCallback() {
    this.hold();
  }

  hold() {
    window.clearTimeout(this.timer);
  }

  release() {
    this.hold();
    this.timer = window.setTimeout(() => this.replaceChildren(), SHOWN_MS);
  }
}

customElements.define("toast-region", ToastRegion);
