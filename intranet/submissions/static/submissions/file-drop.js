/* A file may be dropped on the whole zone of its field. */
class FileDrop extends HTMLElement {
  connectedCallback() {
    const input = document.getElementById(this.dataset.input);
    for (const name of ["dragenter", "dragover", "dragleave", "drop"]) {
      this.addEventListener(name, (event) => {
        event.preventDefault();
        this.classList.toggle("is-over", name === "dragenter" || name === "dragover");
      });
    }
    this.addEventListener("drop", (event) => {
      input.files = event.dataTransfer.files;
    });
  }
}

customElements.define("file-drop", FileDrop);
