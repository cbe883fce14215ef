/* Which device reads, for entries that only one of them can open: `.only-on--android`, `.only-on--apple`, and `.not-on--…`. */
const agent = navigator.userAgent;
const isApple = /iPhone|iPad|iPod|Macintosh/.test(agent);
document.documentElement.dataset.device = /Android/.test(agent) ? "android" : isApple ? "apple" : "other";

/* A details element used as a menu: Escape and a click elsewhere close it, focus returns to its summary. */
class DisclosureMenu extends HTMLElement {
  connectedCallback() {
    this.details = this.querySelector("details");
    if (!this.details) return;
    this.outside = (event) => {
      if (!this.contains(event.target)) this.details.open = false;
    };
    this.addEventListener("keydown", (event) => this.leave(event));
    this.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !this.contains(event.relatedTarget)) this.details.open = false;
    });
    document.addEventListener("click", this.outside);
    this.details.addEventListener("toggle", () => this.keepInSight());
  }

  /* On a narrow screen what opens to one side of a button in the middle would leave it. */
  keepInSight() {
    const panel = this.details.querySelector(".menu__panel");
    if (!panel || !this.details.open) return;
    panel.style.translate = "";
    const { left, right } = panel.getBoundingClientRect();
    const beyond = Math.max(0, right - document.documentElement.clientWidth + 8) || Math.min(0, left - 8);
    if (beyond) panel.style.translate = `${-beyond}px`;
  }

  disconnectedCallback() {
    document.removeEventListener("click", this.outside);
  }

  leave(event) {
    if (event.key !== "Escape" || !this.details.open) return;
    this.details.open = false;
    this.details.querySelector("summary").focus();
  }
}

customElements.define("disclosure-menu", DisclosureMenu);
