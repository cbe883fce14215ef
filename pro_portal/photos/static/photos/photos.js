// The grid: arrows move from picture to picture; the basket fills without leaving the page.
import { say } from "../common/js/live-region.js";

class PhotoGrid extends HTMLElement {
  connectedCallback() {
    this.addEventListener("keydown", (event) => this.move(event));
    this.addEventListener("submit", (event) => this.keep(event));
  }

  move(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || !event.target.matches(".photo-grid__link")) return;
    const links = [...this.querySelectorAll(".photo-grid__link")];
    const next = links[links.indexOf(event.target) + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }

  async keep(event) {
    const form = event.target;
    if (!form.matches("[data-keep]")) return;
    event.preventDefault();
    const button = form.querySelector("button");
    button.disabled = true;
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.status);
      const { count, words } = await answer.json();
      const field = form.elements.namedItem("keep");
      button.setAttribute("aria-pressed", String(field.value === "1"));
      field.value = field.value === "1" ? "0" : "1";
      for (const badge of document.querySelectorAll("[data-basket-count]")) {
        badge.textContent = count;
        badge.hidden = count === 0;
      }
      say(words);
    } catch {
      form.submit(); // the page says what is wrong
    } finally {
      button.disabled = false;
      button.focus();
    }
  }
}

customElements.define("photo-grid", PhotoGrid);
