/* <tutorial-marks [data-account] [data-sentence]>: shows on each card [data-slug] what this browser knows of it.
   <progress-join>: what was kept here before signing in is sent to the account, then forgotten here. */
import { forget, isDone, load, sentence, stepsOf } from "./progress-store.js";

class TutorialMarks extends HTMLElement {
  connectedCallback() {
    const cards = [...this.querySelectorAll("[data-slug]")];
    if (!("account" in this.dataset)) cards.forEach((card) => this.mark(card));
    const count = this.querySelector("[data-count]");
    if (!count) return;
    const done = cards.filter((card) => !card.querySelector("[data-done]").hidden).length;
    count.textContent = sentence(this.dataset.sentence, done, cards.length);
    this.querySelector("progress").value = done;
  }

  mark(card) {
    const { slug } = card.dataset;
    const done = card.querySelector("[data-done]");
    if (isDone(slug)) done.hidden = false;
    card.querySelector("[data-begun]").hidden = !done.hidden || !stepsOf(slug).length;
  }
}

class ProgressJoin extends HTMLElement {
  async connectedCallback() {
    const kept = load();
    const form = this.querySelector("form");
    if (!form || !Object.keys(kept).length) return;
    const steps = Object.fromEntries(Object.keys(kept).map((slug) => [slug, stepsOf(slug)]));
    form.elements.progression.value = JSON.stringify(steps);
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
      if (!answer.ok || answer.redirected) return;
    } catch {
      return; // the next page tries again
    }
    forget();
    window.location.reload();
  }
}

customElements.define("tutorial-marks", TutorialMarks);
customElements.define("progress-join", ProgressJoin);
