/* Deciding from the keyboard: A accepts, R opens the refusal, E corrects. */
import { KeyboardQueue } from "../common/js/keyboard-queue.js";
import { AWAY_MS, SIGN_MS } from "./claim-signs.js";

const LOOKED_AT_MS = 5000; // who only passes by is not on it

class ModerationQueue extends KeyboardQueue {
  static region = "queue";
  static opened = ".moderation--open";

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("input", (event) => this.preview(event));
    for (const name of ["input", "keydown", "pointerdown"]) this.addEventListener(name, () => (this.acted = Date.now()));
    // Acting says it at once: a reason chosen, a word written, the correction begun.
    this.addEventListener("focusin", (event) => event.target.closest("[data-acts]") && this.claim());
    this.addEventListener("click", (event) => event.target.closest('[data-key="e"]') && this.claim(true));
    window.addEventListener("pagehide", () => !this.corrects && this.release());
    window.addEventListener("pageshow", () => this.watch());
    this.watch();
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

  /* “X is on it”: said by acting, or by staying; taken back on leaving. */
  watch() {
    const detail = this.querySelector("[data-detail]")?.dataset.detail ?? "";
    if (detail === this.watched) return;
    this.release();
    this.watched = detail;
    this.corrects = false;
    window.clearTimeout(this.staying);
    if (this.querySelector("[data-claim]")) this.staying = window.setTimeout(() => this.claim(), LOOKED_AT_MS);
  }

  /* While the page is there it says so again and again: a browser that is killed cannot take it back. The page on which one
     corrects goes on saying it (`claim-signs.js`). */
  claim(corrects = false) {
    const form = this.querySelector("[data-claim]");
    this.acted = Date.now();
    if (!form || (this.claimed && !corrects)) return;
    this.corrects ||= corrects;
    this.claimed ??= { address: form.action, body: new FormData(form) };
    form.hidden = true;
    window.clearInterval(this.signs);
    if (corrects) return this.tell("alive");
    this.signs = window.setInterval(() => Date.now() - this.acted < AWAY_MS && this.tell("alive"), SIGN_MS);
    return this.tell("alive");
  }

  release() {
    if (!this.claimed) return;
    window.clearInterval(this.signs);
    this.tell("release");
    this.claimed = null;
  }

  tell(how) {
    const body = new FormData();
    for (const [name, value] of this.claimed.body) body.append(name, value);
    if (how) body.append(how, "1");
    const { address } = this.claimed;
    fetch(address, { method: "POST", body, headers: { "HX-Request": "true" }, keepalive: true }).catch(() => {});
  }

  settled() {
    this.watch();
    super.settled();
  }
}

customElements.define("moderation-queue", ModerationQueue);
