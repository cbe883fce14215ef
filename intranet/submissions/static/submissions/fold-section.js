/* On a telephone a section of more details is folded until it is asked for; where something is to correct in it, it stays open. */
const PHONE = window.matchMedia("(max-width: 47.99rem)"); // as in the styles

class FoldSection extends HTMLElement {
  connectedCallback() {
    this.details = this.querySelector("details");
    if (PHONE.matches && this.dataset.keep !== "error") this.details.open = false;
    PHONE.addEventListener("change", () => {
      if (!PHONE.matches) this.details.open = true;
    });
    // A link of the steps or of the list of errors leads inside.
    document.addEventListener("click", (event) => this.follow(event.target.closest('a[href^="#"]')));
    this.follow(window.location);
  }

  follow(link) {
    const target = link?.hash && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target && (this.contains(target) || target.contains(this))) this.details.open = true;
  }
}

customElements.define("fold-section", FoldSection);
