/* Offers known places while a name is typed (a combobox); the key goes into the hidden field. */
const PAUSE_MS = 200;

class PlaceChooser extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector('input[type="text"]');
    this.hiddenField = this.querySelector('input[type="hidden"]');
    this.list = document.createElement("ul");
    this.list.id = "place-offers";
    this.list.className = "proposal__offers";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.dataset.label);
    this.list.hidden = true;
    this.append(this.list);
    const marks = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id };
    for (const [name, value] of Object.entries(marks)) this.input.setAttribute(name, value);
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => window.setTimeout(() => this.close(), 150));
  }

  typed() {
    this.hiddenField.value = "";
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.ask(), PAUSE_MS);
  }

  async ask() {
    const words = this.input.value.trim();
    if (words.length < 2) return this.close();
    try {
      const answer = await fetch(`${this.dataset.src}?q=${encodeURIComponent(words)}`, { redirect: "manual" });
      if (answer.ok && words === this.input.value.trim()) this.show((await answer.json()).places);
    } catch {
      this.close();
    }
    return undefined;
  }

  show(places) {
    this.list.replaceChildren(...places.map((place, number) => this.line(place, number)));
    if (!places.length) this.list.append(this.missing());
    this.list.style.setProperty("top", `${this.input.offsetTop + this.input.offsetHeight + 4}px`);
    this.list.hidden = false;
    this.current = -1;
    this.input.setAttribute("aria-expanded", "true");
  }

  line(place, number) {
    const line = document.createElement("li");
    line.className = "proposal__offer";
    line.id = `place-offer-${number}`;
    line.setAttribute("role", "option");
    line.place = place;
    const name = document.createElement("span");
    name.textContent = place.name;
    const more = document.createElement("span");
    more.className = "muted small";
    more.textContent = `${place.commune} · ${place.kind}`;
    line.append(name, more);
    line.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      this.choose(place);
    });
    return line;
  }

  /* A place that nobody knows yet: what is typed goes into the form that adds it. */
  missing() {
    const line = document.createElement("li");
    line.className = "proposal__offer";
    line.id = "place-offer-new";
    line.setAttribute("role", "option");
    const none = document.createElement("span");
    none.className = "muted small";
    none.textContent = this.dataset.none;
    const add = document.createElement("strong");
    add.textContent = this.dataset.add.replace("{name}", `« ${this.newName()} »`);
    line.append(none, add);
    line.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      this.addMissing();
    });
    return line;
  }

  newName() {
    return this.input.value.split(",")[0].trim();
  }

  addMissing() {
    const frame = document.getElementById("new-place");
    const name = frame.querySelector('[name="new_place-name"]');
    name.value = this.newName();
    name.dispatchEvent(new Event("input", { bubbles: true }));
    frame.open = true;
    this.close();
    frame.querySelector('[name="new_place-kind"]').focus();
  }

  key(event) {
    const lines = [...this.list.querySelectorAll('[role="option"]')];
    if (this.list.hidden || !lines.length) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.current = (this.current + (event.key === "ArrowDown" ? 1 : -1) + lines.length) % lines.length;
      lines.forEach((line, number) => line.setAttribute("aria-selected", String(number === this.current)));
      this.input.setAttribute("aria-activedescendant", lines[this.current].id);
      lines[this.current].scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && this.current >= 0) {
      event.preventDefault();
      if (lines[this.current].place) this.choose(lines[this.current].place);
      else this.addMissing();
    } else if (event.key === "Escape") {
      this.close();
    }
  }

  choose(place) {
    this.input.value = `${place.name}, ${place.commune}`;
    this.hiddenField.value = place.id;
    this.close();
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

customElements.define("place-chooser", PlaceChooser);
