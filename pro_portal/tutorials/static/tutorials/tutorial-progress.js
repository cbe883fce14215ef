/* <tutorial-progress data-slug data-sentence data-finished [data-account]>: the ticks of a tutorial's steps.
   With an account each tick is sent; without, it stays in this browser. Without JavaScript a button sends the form. */
import { say } from "../common/js/live-region.js";
import { keep, sentence, stepsOf } from "./progress-store.js";

class TutorialProgress extends HTMLElement {
  connectedCallback() {
    this.form = document.getElementById("progress");
    this.boxes = [...this.querySelectorAll('input[name="fait"]')];
    if (!this.form || !this.boxes.length) return;
    this.form.querySelector("[data-save]").hidden = true;
    if (!this.isAccount) this.recall();
    this.boxes.forEach((box) => box.addEventListener("change", () => this.changed(box)));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.boxes.forEach((box) => {
        box.checked = true;
      });
      this.changed();
    });
    this.show();
  }

  get isAccount() {
    return "account" in this.dataset;
  }

  get done() {
    return this.boxes.filter((box) => box.checked).map((box) => Number(box.value));
  }

  /* What the page says (a cookie of the time without JavaScript) and what this browser kept. */
  recall() {
    const kept = stepsOf(this.dataset.slug);
    this.boxes.forEach((box) => {
      box.checked ||= kept.includes(Number(box.value));
    });
    if (this.done.length) keep(this.dataset.slug, this.done, this.boxes.length);
  }

  async changed(box) {
    this.show();
    const finished = this.done.length === this.boxes.length;
    say(finished ? this.dataset.finished : this.words);
    if (!this.isAccount) {
      keep(this.dataset.slug, this.done, this.boxes.length);
    } else if (!(await this.send()) && box) {
      box.checked = !box.checked;
      this.show();
    }
  }

  async send() {
    try {
      const answer = await fetch(this.form.action, {
        method: "POST",
        body: new FormData(this.form),
        headers: { "X-Requested-With": "fetch" },
      });
      return answer.ok && !answer.redirected;
    } catch {
      return false;
    }
  }

  get words() {
    return sentence(this.dataset.sentence, this.done.length, this.boxes.length);
  }

  show() {
    this.querySelector("[data-count]").textContent = this.words;
    this.querySelector("progress").value = this.done.length;
    const finished = this.done.length === this.boxes.length;
    this.querySelector("[data-end]").hidden = !finished;
    this.form.querySelector("[data-all]").hidden = finished;
    for (const box of this.boxes) box.closest(".tutorial-step").classList.toggle("is-done", box.checked);
  }
}

customElements.define("tutorial-progress", TutorialProgress);
