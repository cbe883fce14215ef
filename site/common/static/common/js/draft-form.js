/* Saves what is typed every few seconds and on leaving, says when, warns before a loss, and sends once: after the server has
   answered, so that the words never end on the browser's own page of errors. */
import { suggestNothing } from "./no-suggestions.js";

const PAUSE_MS = 2500;
const RETRY_MS = 15000;
const PATIENCE_MS = 20000;

class DraftForm extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.address = this.form.getAttribute("action"); // `form.action` would be the buttons of that name
    this.saved = document.getElementById("saved");
    this.untouched = this.saved.lastElementChild.textContent;
    this.dirty = false;
    this.blocked = false;
    this.classList.add("is-alive");
    for (const name of ["input", "change"]) this.form.addEventListener(name, (event) => this.changed(event));
    this.form.addEventListener("submit", (event) => this.send(event));
    suggestNothing(this.form);
    this.leave = (event) => this.leaving(event);
    this.hide = () => document.visibilityState === "hidden" && this.saveOnLeaving();
    window.addEventListener("beforeunload", this.leave);
    document.addEventListener("visibilitychange", this.hide);
    window.addEventListener("pageshow", (event) => event.persisted && window.location.reload());
    document.querySelector(".errors")?.focus();
  }

  disconnectedCallback() {
    window.removeEventListener("beforeunload", this.leave);
    document.removeEventListener("visibilitychange", this.hide);
  }

  changed(event) {
    if (event.target.type === "file" || this.sent) return;
    this.dirty = true;
    this.say(this.dataset.unsaved, false);
    this.later(PAUSE_MS);
  }

  later(pause) {
    window.clearTimeout(this.timer);
    if (!this.blocked) this.timer = window.setTimeout(() => this.save(), pause);
  }

  body() {
    const body = new FormData(this.form);
    body.delete("picture_file");
    body.set("action", "autosave");
    return body;
  }

  async save() {
    if (this.saving || this.sent || !this.dirty) return;
    this.saving = new AbortController();
    this.dirty = false;
    this.say(this.dataset.saving, false);
    try {
      const answer = await fetch(this.address, { method: "POST", body: this.body(), signal: this.saving.signal });
      await this.heed(answer);
    } catch {
      if (!this.sent) this.failed(this.dataset.offline);
    } finally {
      this.saving = null;
    }
    if (this.dirty) this.later(PAUSE_MS);
  }

  async heed(answer) {
    if (answer.status === 413) return this.failed(this.dataset.tooMuch);
    if (answer.status === 507) return this.failed(this.dataset.full);
    if (answer.status === 204) return this.say(this.untouched, false); // nothing is typed any more
    if (answer.status >= 500) throw new Error(answer.status);
    const told = await answer.json();
    if (told.version !== undefined) this.form.elements.version.value = told.version;
    if (answer.ok) {
      this.notice("");
      this.say(told.words, true);
      if (window.location.pathname !== told.url) window.history.replaceState(null, "", told.url + window.location.hash);
      return undefined;
    }
    this.say(told.words, false);
    if (answer.status === 401) {
      // The words are safe on the server; saving goes on, and says so again once signed in.
      this.notice(told.words, "sign-in");
      this.dirty = true;
      return this.later(RETRY_MS);
    }
    this.blocked = true;
    const kind = answer.status === 409 ? "choose" : told.differs ? "new" : "";
    this.dirty = Boolean(kind);
    return this.notice(told.words, kind);
  }

  failed(words) {
    this.dirty = true;
    this.say(words, false, true);
    this.later(RETRY_MS);
  }

  say(words, isSafe, isLate = false) {
    this.saved.classList.toggle("is-late", isLate);
    this.saved.lastElementChild.textContent = words;
    this.saved.querySelector("svg")?.toggleAttribute("hidden", !isSafe);
  }

  notice(words, kind = "") {
    const notice = this.querySelector("[data-notice]");
    notice.hidden = !words;
    notice.querySelector("[data-notice-words]").textContent = words;
    notice.querySelector("[data-notice-sign-in]").hidden = kind !== "sign-in";
    notice.querySelector("[data-notice-choose]").hidden = kind !== "choose";
    notice.querySelector("[data-notice-new]").hidden = kind !== "new";
  }

  saveOnLeaving() {
    if (this.dirty && !this.sent && !this.blocked && navigator.sendBeacon(this.address, this.body())) this.beaconed = true;
  }

  leaving(event) {
    if (this.dirty && !this.sent) {
      this.saveOnLeaving();
      event.preventDefault();
    }
  }

  send(event) {
    const pressed = event.submitter;
    if (this.sent || this.asking) {
      event.preventDefault();
      return;
    }
    if (!this.reached) {
      event.preventDefault();
      this.sendOnceReached(pressed);
      return;
    }
    this.sent = true;
    // Only now: a disabled button would not be sent with the form.
    window.setTimeout(() => pressed?.setAttribute("aria-disabled", "true"), 0);
  }

  async sendOnceReached(pressed) {
    window.clearTimeout(this.timer);
    this.saving?.abort();
    this.asking = true;
    this.reached = await this.isReached();
    this.asking = false;
    if (!this.reached) return;
    this.notice("");
    this.form.requestSubmit(pressed);
    this.reached = false;
  }

  /* Saves what is typed. What the server has to say of it (another tab, a session that ended) it says on the page it answers. */
  async isReached() {
    this.say(this.dataset.saving, false);
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const answer = await fetch(this.address, { method: "POST", body: this.body(), signal });
      if (answer.status === 413 || answer.status === 507) {
        this.failed(answer.status === 413 ? this.dataset.tooMuch : this.dataset.full);
        this.notice(this.saved.lastElementChild.textContent);
        return false;
      }
      if (answer.status >= 500) throw new Error(answer.status);
      const told = answer.ok && answer.status !== 204 ? await answer.json() : {};
      if (told.version !== undefined) this.form.elements.version.value = told.version;
      return true;
    } catch {
      this.failed(this.dataset.offline);
      this.notice(this.querySelector("[data-notice]").dataset.held);
      return false;
    }
  }
}

customElements.define("draft-form", DraftForm);
