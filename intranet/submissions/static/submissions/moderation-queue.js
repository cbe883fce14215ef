/* Deciding from the keyboard: A accepts, R opens the refusal, E corrects. */
import { KeyboardQueue } from "../common/js/keyboard-queue.js";

class ModerationQueue extends KeyboardQueue {
  static region = "queue";
  static opened = ".moderation--open";

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("input", (event) => this.preview(event));
    this.claim();
  }

  command(key) {
    if (key === "r") this.openRefusal();
    else if (key === "a" || key === "e") this.press(key);
    else return false;
    return true;
  }

  openRefusal() {
    const refusal = this.querySelector('[data-key="r"]')?.closest("details");
    if (!refusal) return;
    refusal.open = true;
    refusal.querySelector("select").focus();
  }

  preview(event) {
    const form = event.target.closest("form");
    const reason = form?.querySelector("[data-reason]");
    if (!reason) return;
    const parts = [reason.selectedOptions[0]?.dataset.text, form.querySelector("[data-own-words]").value.trim()];
    const message = parts.filter(Boolean).join("\n\n");
    const shown = form.querySelector("[data-preview]");
    shown.hidden = !message;
    const words = shown.querySelector("[data-preview-words]");
    words.replaceChildren(...message.split("\n").flatMap((line, number) => (number ? [document.createElement("br"), line] : [line])));
  }

  /* “X is on it”, said by opening. */
  claim() {
    const form = this.querySelector("[data-claim]");
    if (!form) return;
    form.hidden = true;
    fetch(form.action, { method: "POST", body: new FormData(form), headers: { "HX-Request": "true" } }).catch(() => {});
  }

  settled() {
    this.claim();
    super.settled();
  }
}

customElements.define("moderation-queue", ModerationQueue);
