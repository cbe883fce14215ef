/* <action-bar data-beside=".selector">: steps aside while the actions that it repeats are in view. Without JavaScript it stays. */
class ActionBar extends HTMLElement {
  connectedCallback() {
    const actions = document.querySelector(this.dataset.beside);
    if (!actions || !window.IntersectionObserver) return;
    this.observer = new IntersectionObserver(([entry]) => {
      if (!this.contains(document.activeElement)) this.classList.toggle("is-aside", entry.isIntersecting);
    });
    this.observer.observe(actions);
  }

  disconnectedCallback() {
    this.observer?.disconnect();
  }
}
if (!customElements.get("action-bar")) customElements.define("action-bar", ActionBar);
