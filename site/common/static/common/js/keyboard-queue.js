/* A list emptied from the keyboard: J and K move, ? helps; what the other keys do, each room says. The page works without it.

   A key acts only on the thing whose detail stands before the eyes: the line is marked as soon as it is chosen, its detail comes later. A
   decision under way is waited for: a request after it would bring a state from before it, or throw its answer away. */
import { say } from "./live-region.js";

const WIDE = window.matchMedia("(min-width: 64rem)");
const TYPED_IN = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

export class KeyboardQueue extends HTMLElement {
  /* Of the element that every answer of the room holds: another page means that the session ended. */
  static region = "";
  /* What stands in the page while one thing of the list is open. */
  static opened = "";

  connectedCallback() {
    document.addEventListener("keydown", (event) => this.onKey(event));
    document.addEventListener("htmx:afterSettle", () => this.settled());
    document.addEventListener("htmx:beforeSwap", (event) => this.check(event));
    this.addEventListener("htmx:confirm", (event) => this.deciding && event.preventDefault());
    this.addEventListener("htmx:beforeRequest", (event) => this.began(event));
    document.addEventListener("htmx:afterRequest", (event) => this.ended(event));
    for (const name of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
      document.addEventListener(name, () => this.failed());
    }
    this.addEventListener("click", (event) => this.choose(event), true);
    this.addEventListener("submit", (event) => this.once(event), true);
    document.querySelector("[data-keys-help]")?.addEventListener("click", () => this.help());
    this.beginAtItsTop();
    this.openFirst();
  }

  /* What the room does with a key; false where it knows none. */
  command() {
    return false;
  }

  onKey(event) {
    if (document.querySelector("dialog[open]")) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(TYPED_IN)) return;
    const key = event.key.toLowerCase();
    if (key === "j" || key === "k") this.move(key === "j" ? 1 : -1);
    else if (key === "?") this.help();
    else if (!this.isReady || !this.command(key)) return;
    event.preventDefault();
  }

  /* Whether the detail shown is that of the chosen line, with nothing under way. */
  get isReady() {
    const detail = this.querySelector("[data-detail]")?.dataset.detail;
    const line = this.querySelector("[data-line][aria-current]");
    return Boolean(detail) && !this.deciding && (!line || line.dataset.line === detail);
  }

  move(step) {
    const lines = [...this.querySelectorAll("[data-line]")];
    const now = lines.findIndex((line) => line.hasAttribute("aria-current"));
    const next = lines[now < 0 ? 0 : now + step];
    if (!next || this.deciding) return;
    next.click();
    this.bringIntoView(next);
  }

  bringIntoView(line) {
    (line?.closest("li") ?? line)?.scrollIntoView({ block: "nearest" });
  }

  /* At once: whoever types J three times in a row means the third line, before the first has come. */
  choose(event) {
    const line = event.target.closest("[data-line]");
    if (line && !this.deciding) this.mark(line);
  }

  mark(chosen) {
    for (const line of this.querySelectorAll("[data-line]")) line.toggleAttribute("aria-current", false);
    chosen?.setAttribute("aria-current", "true");
  }

  began(event) {
    if (event.detail.requestConfig.verb === "post") this.deciding = event.detail.xhr;
  }

  ended(event) {
    if (this.deciding === event.detail.xhr) this.deciding = null;
    if (event.detail.successful) this.away(false);
  }

  /* Whether the page says that the server does not answer. What was typed stands where it was. */
  away(isAway) {
    this.querySelector("[data-away]")?.toggleAttribute("hidden", !isAway);
  }

  /* No answer: the line of the detail that still stands is the chosen one again, and what was sent may be sent once more. */
  failed() {
    for (const form of this.querySelectorAll("[data-sent]")) delete form.dataset.sent;
    const detail = this.querySelector("[data-detail]")?.dataset.detail;
    this.mark(detail && this.querySelector(`[data-line="${detail}"]`));
    this.away(true);
  }

  press(key) {
    this.querySelector(`[data-key="${key}"]`)?.click();
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

  /* A wide screen has room for the first thing at once. */
  openFirst() {
    if (WIDE.matches && !this.querySelector(`[data-line][aria-current], ${this.constructor.opened}`)) {
      window.setTimeout(() => this.querySelector("[data-line]")?.click());
    }
  }

  /* The session ended, or a page that is not the room's came back: show it whole. After a decision the keys are commands again,
     though they were typed in the words to the one before. */
  check(event) {
    const { xhr, requestConfig } = event.detail;
    if (requestConfig?.verb === "post" && this.contains(document.activeElement)) document.activeElement.blur();
    if (xhr.status < 500 && !xhr.responseText.includes(`id="${this.constructor.region}"`)) {
      event.detail.shouldSwap = false;
      window.location.reload();
    }
  }

  /* Another detail came where the foot of a long one was read: its title is what comes first. */
  beginAtItsTop() {
    const detail = this.querySelector("[data-detail]");
    const isAnother = this.detailShown && detail && detail.dataset.detail !== this.detailShown;
    if (isAnother && detail.getBoundingClientRect().top < 0) detail.scrollIntoView({ block: "start" });
    this.detailShown = detail?.dataset.detail;
  }

  settled() {
    // The list came anew, from its top.
    this.bringIntoView(this.querySelector("[data-line][aria-current]"));
    this.beginAtItsTop();
    const problem = this.querySelector("[data-problem], #errors");
    const title = this.querySelector("[data-detail] h2");
    if (problem) problem.focus();
    else if (title) say(title.textContent);
  }
}
