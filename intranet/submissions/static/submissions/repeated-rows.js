/* Adds and removes lines of a form (dates, prices). Without it the button asks the server for one more line. */
class RepeatedRows extends HTMLElement {
  connectedCallback() {
    this.template = this.querySelector("template");
    this.number = this.rows().length;
    this.querySelector("[data-add]")?.addEventListener("click", (event) => {
      event.preventDefault();
      this.add();
    });
    this.rows().forEach((row, index) => index && this.removable(row));
  }

  rows() {
    return [...this.querySelectorAll("[data-row]")];
  }

  add() {
    const taken = [...this.querySelectorAll("[name]")].map((field) => Number(field.name.split("-")[1]) || 0);
    const number = Math.max(0, ...taken) + 1;
    const copy = document.createElement("div");
    copy.innerHTML = this.template.innerHTML.replaceAll("__n__", number);
    const row = copy.firstElementChild;
    this.rows().at(-1).after(row);
    this.removable(row);
    row.querySelector("input")?.focus();
    this.tell();
  }

  removable(row) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--danger proposal__remove";
    button.textContent = this.dataset.remove;
    button.addEventListener("click", () => {
      row.remove();
      this.querySelector("[data-add]")?.focus();
      this.tell();
    });
    row.append(button);
  }

  tell() {
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

customElements.define("repeated-rows", RepeatedRows);
