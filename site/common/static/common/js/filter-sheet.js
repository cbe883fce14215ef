/* <filter-sheet>: on a phone the form of the filters opens as a sheet that takes the focus, and its button says at once what
   they give. Escape, the button to close and the browser's way back close it and leave the list as it was. */
import { say } from "./live-region.js";

const PHONE = window.matchMedia("(max-width: 47.99rem)");
const PATIENCE = 150;

class FilterSheet extends HTMLElement {
  connectedCallback() {
    this.details = this.querySelector("details");
    this.form = this.querySelector("form");
    if (!this.form || !window.HTMLDialogElement) return;
    this.summary = this.details.querySelector("summary");
    this.see = this.form.querySelector("[data-see]");
    this.summary.addEventListener("click", (event) => {
      if (!PHONE.matches) return;
      event.preventDefault();
      this.open();
    });
    this.form.querySelector("[data-close]").addEventListener("click", () => this.dialog?.close());
    this.form.addEventListener("submit", (event) => this.submit(event));
    this.form.addEventListener("change", () => this.ask());
    this.back = () => {
      this.isBack = true;
      this.dialog?.close();
    };
  }

  disconnectedCallback() {
    window.removeEventListener("popstate", this.back);
    this.dialog?.remove();
  }

  open() {
    this.dialog = document.createElement("dialog");
    this.dialog.className = "filter-sheet__dialog";
    this.dialog.setAttribute("aria-label", this.form.getAttribute("aria-label"));
    this.dialog.addEventListener("close", () => this.closed());
    this.dialog.addEventListener("click", (event) => {
      if (event.target === this.dialog) this.dialog.close();
    });
    this.append(this.dialog);
    this.dialog.append(this.form);
    this.form.querySelector(".filter-sheet__head").hidden = false;
    this.before = this.words();
    this.isBack = false;
    window.history.pushState({ sheet: true }, "");
    window.addEventListener("popstate", this.back);
    this.dialog.showModal();
  }

  closed() {
    window.removeEventListener("popstate", this.back);
    if (!this.isBack && !this.isLeaving) window.history.back();
    this.request?.abort();
    this.form.querySelector(".filter-sheet__head").hidden = true;
    this.details.append(this.form);
    this.dialog.remove();
    this.dialog = undefined;
    if (this.isLeaving) return;
    this.form.reset();
    this.write(this.before);
    this.summary.focus();
  }

  get address() {
    const url = new URL(this.form.action, window.location.href);
    url.search = "";
    const pairs = [...new FormData(this.form)].filter(([, value]) => value);
    const isNear = pairs.some(([name]) => name === "near");
    for (const [name, value] of pairs) if (name !== "km" || isNear) url.searchParams.append(name, value);
    return url;
  }

  submit(event) {
    if (!this.dialog) return;
    event.preventDefault();
    this.isLeaving = true;
    window.location.replace(this.address);
  }

  /* What the button and each choice say, by the choice's name and value. */
  words(form = this.form) {
    const counts = new Map();
    for (const field of form.querySelectorAll(".chip__field")) {
      const count = field.closest("label").querySelector(".chip__count");
      if (count) counts.set(`${field.name}=${field.value}`, count.textContent);
    }
    return { see: form.querySelector("[data-see]").textContent.trim(), counts };
  }

  write({ see, counts }) {
    this.see.textContent = see;
    for (const field of this.form.querySelectorAll(".chip__field")) {
      const count = field.closest("label").querySelector(".chip__count");
      const words = counts.get(`${field.name}=${field.value}`);
      if (count) count.textContent = words ?? "0";
    }
  }

  ask() {
    if (!this.dialog) return;
    window.clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => this.count(), PATIENCE);
  }

  async count() {
    this.request?.abort();
    this.request = new AbortController();
    try {
      const response = await fetch(this.address, { signal: this.request.signal });
      if (!response.ok) return;
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const form = page.querySelector("filter-sheet form");
      if (!form || !this.dialog) return;
      this.write(this.words(form));
      say(this.see.textContent, this.dialog);
    } catch (error) {
      if (error.name !== "AbortError") this.see.textContent = this.before.see;
    }
  }
}
if (!customElements.get("filter-sheet")) customElements.define("filter-sheet", FilterSheet);
