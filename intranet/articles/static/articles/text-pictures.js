/* <text-pictures>: a picture from the computer or from the library goes where the cursor is in the text. */
class TextPictures extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.hidden = false;
    this.results = this.querySelector("[data-results]");
    this.words = this.querySelector("[data-words]");
    this.querySelector("details").addEventListener("toggle", (event) => event.target.open && this.search());
    this.words.addEventListener("input", () => this.later());
    this.words.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
    this.querySelector("[data-file]").addEventListener("change", (event) => {
      for (const file of event.target.files) this.upload(file);
      event.target.value = "";
    });
    this.results.addEventListener("click", (event) => {
      const button = event.target.closest("[data-picture]");
      if (button) this.insert(button.dataset.src, button.dataset.title);
    });
  }

  get editor() {
    return document.getElementById(this.dataset.field).closest("rich-text");
  }

  later() {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.search(), 250);
  }

  async search() {
    const asked = this.words.value;
    const answer = await fetch(`${this.dataset.src}?${new URLSearchParams({ q: asked })}`);
    if (answer.ok && asked === this.words.value) this.results.innerHTML = await answer.text();
  }

  async upload(file) {
    this.problem("");
    const body = new FormData();
    body.set("ticket", this.form.elements.ticket.value);
    body.set("picture_file", file);
    this.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(this.dataset.upload, { method: "POST", body });
      const told = await answer.json();
      if (!answer.ok) return this.problem(told.problem ?? this.dataset.failed);
      const key = document.createElement("input");
      Object.assign(key, { type: "hidden", name: "dropped", value: told.id });
      this.append(key);
      return this.insert(told.url, told.title);
    } catch {
      return this.problem(this.dataset.failed);
    } finally {
      this.removeAttribute("aria-busy");
    }
  }

  insert(src, title) {
    // An address of ours may come with the host of the page.
    this.editor?.insertPicture(new URL(src, window.location.href).pathname, title);
  }

  problem(words) {
    const line = this.querySelector("[data-problem]");
    line.hidden = !words;
    line.textContent = words;
  }
}

customElements.define("text-pictures", TextPictures);
