/* <mention-field data-…>a textarea, or a rich text editor</mention-field>, with the attributes of mentions/_attributes.html.
   After an @ and a letter, a list of people and groups: arrows choose, Enter or Tab takes, Escape closes. The field keeps the
   focus; the list is told by aria-activedescendant, its number and the name that was taken in the page's live region.
   Without JavaScript one types the name that « Qui citer ? » gives. */
import { say } from "../common/js/live-region.js";

const PAUSE_MS = 150;
const TYPED = /(?:^|[^\p{L}\p{N}_@./+-])@([\p{L}\p{N}._-][\p{L}\p{N}._'’-]{0,40})$/u;

class MentionField extends HTMLElement {
  connectedCallback() {
    if (this.list) return;
    this.list = document.createElement("ul");
    this.list.className = "mention-list";
    this.list.id = `mention-list-${Math.random().toString(36).slice(2)}`;
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.dataset.label);
    this.append(this.list);
    this.addEventListener("input", (event) => this.hear(event.target));
    this.addEventListener("click", (event) => !this.list.contains(event.target) && this.hear(event.target));
    // Before the editor's own keys.
    this.addEventListener("keydown", (event) => this.press(event), true);
    this.addEventListener("focusout", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.take(event.target.closest("[role=option]")));
  }

  disconnectedCallback() {
    window.clearTimeout(this.timer);
    this.request?.abort();
  }

  /* The text before the caret, in a textarea or in an editor's line. */
  before(field) {
    if (field.matches("textarea, input")) {
      return field.selectionStart === field.selectionEnd ? field.value.slice(0, field.selectionStart) : "";
    }
    const { anchorNode: node, anchorOffset: offset, isCollapsed } = window.getSelection();
    return isCollapsed && node?.nodeType === Node.TEXT_NODE && this.contains(node) ? node.data.slice(0, offset) : "";
  }

  hear(target) {
    // The text area behind an editor hears of each letter too, and has no caret.
    const field = target.closest?.("textarea:not([hidden]), input[type=text], [contenteditable=true]");
    if (!field) return;
    const letters = TYPED.exec(this.before(field))?.[1];
    window.clearTimeout(this.timer);
    if (!letters) return this.close();
    this.field = field;
    this.letters = letters;
    const told = { "aria-autocomplete": "list", "aria-haspopup": "listbox", "aria-controls": this.list.id };
    for (const [name, value] of Object.entries(told)) field.setAttribute(name, value);
    this.timer = window.setTimeout(() => this.ask(letters), PAUSE_MS);
  }

  async ask(letters) {
    this.request?.abort();
    this.request = new AbortController();
    try {
      const address = new URL(this.dataset.suggestions, window.location.href);
      address.searchParams.set("q", letters);
      const response = await fetch(address, { signal: this.request.signal, headers: { "X-Requested-With": "fetch" } });
      if (response.ok && !response.redirected) this.show((await response.json()).suggestions);
    } catch {
      this.close();
    }
  }

  show(rows) {
    if (!this.contains(document.activeElement)) return;
    this.list.replaceChildren(...rows.map((row, number) => this.option(row, number)));
    if (rows.length === 0) {
      if (!this.list.hidden) say(this.dataset.none);
      return this.close();
    }
    this.list.hidden = false;
    this.tellOpen(true);
    // Under the text, and not under what stands below it: its help, its errors.
    this.list.style.setProperty("top", `${this.field.getBoundingClientRect().bottom - this.getBoundingClientRect().top + 4}px`);
    this.choose(0);
    say(rows.length === 1 ? this.dataset.one : this.dataset.found.replace("0", String(rows.length)));
  }

  /* An editor is a combobox while its list is open: only that may say so. A text area may be nothing but a text area. */
  tellOpen(isOpen) {
    if (this.field.matches("textarea, input")) return;
    const [told, untold] = isOpen ? ["aria-expanded", "aria-multiline"] : ["aria-multiline", "aria-expanded"];
    this.field.setAttribute("role", isOpen ? "combobox" : "textbox");
    this.field.setAttribute(told, "true");
    this.field.removeAttribute(untold);
  }

  option({ handle, name, note }, number) {
    const option = document.createElement("li");
    option.className = "mention-list__option";
    option.id = `${this.list.id}-${number}`;
    option.dataset.handle = handle;
    option.dataset.name = name;
    option.setAttribute("role", "option");
    const words = document.createElement("span");
    words.textContent = name;
    const facts = document.createElement("span");
    facts.className = "mention-list__note";
    facts.textContent = note;
    option.append(words, facts);
    return option;
  }

  choose(index) {
    this.chosen = index;
    [...this.list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
    const option = this.list.children[index];
    this.field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  press(event) {
    if (this.list.hidden || event.isComposing) return;
    const number = this.list.children.length;
    if (event.key === "Escape") this.close();
    else if (event.key === "ArrowDown") this.choose((this.chosen + 1) % number);
    else if (event.key === "ArrowUp") this.choose((this.chosen - 1 + number) % number);
    else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey) this.take(this.list.children[this.chosen]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  take(option) {
    if (!option) return;
    const text = `@${option.dataset.handle} `;
    const typed = this.letters.length + 1;
    this.close();
    say(this.dataset.taken.replace("…", option.dataset.name));
    if (this.field.matches("textarea, input")) {
      const end = this.field.selectionStart;
      this.field.setRangeText(text, end - typed, end, "end");
      this.field.dispatchEvent(new Event("input", { bubbles: true }));
      return;
    }
    const selection = window.getSelection();
    const { anchorNode: node, anchorOffset: end } = selection;
    selection.setBaseAndExtent(node, end - typed, node, end);
    // The one way of changing an editor's text that each editor takes for typing, and can undo.
    document.execCommand("insertText", false, text);
  }

  close() {
    window.clearTimeout(this.timer);
    this.request?.abort();
    if (this.list.hidden) return;
    this.list.hidden = true;
    this.field.removeAttribute("aria-activedescendant");
    this.tellOpen(false);
  }
}

customElements.define("mention-field", MentionField);
