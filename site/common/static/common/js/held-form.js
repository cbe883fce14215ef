/* <held-form data-words="…"><form>…</form></held-form>: a form is sent once the server has answered. Where it is away, what was typed
   stays in the page, which says so, instead of the browser's own page of errors. */
import { suggestNothing } from "./no-suggestions.js";

const PATIENCE_MS = 10000;

class HeldForm extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.form.addEventListener("submit", (event) => this.send(event));
    suggestNothing(this.form);
  }

  send(event) {
    if (this.reached || this.asking) {
      if (this.asking) event.preventDefault();
      return;
    }
    event.preventDefault();
    this.ask(event.submitter);
  }

  async ask(pressed) {
    this.asking = true;
    this.reached = await this.isReached();
    this.asking = false;
    this.say(this.reached ? "" : this.dataset.words);
    if (!this.reached) return;
    this.form.requestSubmit(pressed);
    this.reached = false;
  }

  async isReached() {
    try {
      const answer = await fetch(window.location.href, { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) });
      return answer.status < 500;
    } catch {
      return false;
    }
  }

  say(words) {
    if (!this.words) {
      this.words = document.createElement("p");
      this.words.className = "notice notice--warning";
      this.words.setAttribute("role", "alert");
      this.append(this.words);
    }
    this.words.textContent = words;
    this.words.hidden = !words;
  }
}

customElements.define("held-form", HeldForm);
