/* Deciding from the keyboard: J and K move, A accepts, R opens the refusal, E corrects, ? helps. The page works without it. */
import { say } from "../common/js/live-region.js";

const WIDE = window.matchMedia("(min-width: 64rem)");

class ModerationQueue extends HTMLElement {
  connectedCallback() {
    document.addEventListener("keydown", (event) => this.onKey(event));
    document.addEventListener("htmx:afterSettle", () => this.settled());
    document.addEventListener("htmx:beforeSwap", (event) => this.check(event));
    this.addEventListener("submit", (event) => this.once(event), true);
    this.addEventListener("input", (event) => this.preview(event));
    document.querySelector("[data-keys-help]")?.addEventListener("click", () => this.help());
    this.openFirst();
    this.claim();
  }

  get lines() {
    return [...this.querySelectorAll("[data-line]")];
  }

  onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || this.isTyping(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    const key = event.key.toLowerCase();
    if (key === "j" || key === "k") this.move(key === "j" ? 1 : -1);
    else if (key === "?") this.help();
    else if (["a", "e", "r"].includes(key)) this.press(key);
    else return;
    event.preventDefault();
  }

  isTyping(target) {
    return target.closest?.("input, textarea, select, [contenteditable]") !== null;
  }

  move(step) {
    const lines = this.lines;
    const now = lines.findIndex((line) => line.hasAttribute("aria-current"));
    const next = lines[now < 0 ? 0 : now + step];
    if (!next) return;
    // At once: whoever types J three times in a row means the third line, before the first has come.
    for (const line of lines) line.removeAttribute("aria-current");
    next.setAttribute("aria-current", "true");
    next.click();
    next.scrollIntoView({ block: "nearest" });
  }

  press(key) {
    const control = this.querySelector(`[data-key="${key}"]`);
    if (!control) return;
    if (key !== "r") {
      control.click();
      return;
    }
    const refusal = control.closest("details");
    refusal.open = true;
    refusal.querySelector("select").focus();
  }

  help() {
    const dialog = document.getElementById("keys");
    if (!dialog.open) dialog.showModal();
  }

  /* A double click must not decide twice: the server would say so, but nothing should flicker. */
  once(event) {
    const form = event.target.closest("[data-once]");
    if (!form) return;
    if (form.dataset.sent) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    form.dataset.sent = "true";
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

  /* A wide screen has room for the first proposal at once. */
  openFirst() {
    if (WIDE.matches && !this.querySelector("[data-line][aria-current]") && !this.querySelector(".moderation--open")) {
      window.setTimeout(() => this.lines[0]?.click());
    }
  }

  /* “X is on it”, said by opening. */
  claim() {
    const form = this.querySelector("[data-claim]");
    if (!form) return;
    form.hidden = true;
    fetch(form.action, { method: "POST", body: new FormData(form), headers: { "HX-Request": "true" } }).catch(() => {});
  }

  /* The session ended, or a page that is not the queue came back: show it whole. */
  check(event) {
    const { xhr } = event.detail;
    if (xhr.status < 500 && !xhr.responseText.includes('id="queue"')) {
      event.detail.shouldSwap = false;
      window.location.reload();
    }
  }

  settled() {
    this.claim();
    const problem = this.querySelector("[data-problem]");
    const title = this.querySelector("[data-detail] h2");
    if (problem) problem.focus();
    else if (title) say(title.textContent);
  }
}

customElements.define("moderation-queue", ModerationQueue);
