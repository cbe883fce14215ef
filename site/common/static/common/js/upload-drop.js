/**
 * Files leave in pieces and go on after a cut (tus, `common/views/uploads.py`), each with its bar. An element of a room extends
 * this one: `common/css/uploads.css` draws it, `photos/give.html` shows its markup, the words come from its data attributes.
 */
import { say } from "./live-region.js";

const PIECE = 1024 * 1024; // on a slow line, the bar moves and a cut costs little
const AT_ONCE = 2;
const LONGEST_WAIT = 30_000;
const TUS = { "Tus-Resumable": "1.0.0" };
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

class Refused extends Error {}

export class UploadDrop extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.token = this.form.elements.namedItem("csrfmiddlewaretoken").value;
    this.list = this.querySelector("[data-files]");
    this.input = this.querySelector("input[type=file]");
    this.drop = this.querySelector("[data-drop]");
    this.waiting = [];
    this.running = 0;
    this.prepare();
    this.input.addEventListener("change", () => this.take([...this.input.files]));
    this.addEventListener("dragover", (event) => this.over(event, true));
    this.addEventListener("dragleave", (event) => this.over(event, false));
    this.addEventListener("drop", (event) => {
      this.over(event, false);
      this.take([...event.dataTransfer.files]);
    });
    this.list.addEventListener("click", (event) => this.remove(event));
    this.form.addEventListener("submit", () => (this.isLeaving = true));
    window.addEventListener("beforeunload", (event) => this.running && !this.isLeaving && event.preventDefault());
    // Chosen before this script had come, on a slow line.
    if (this.input.files.length) this.take([...this.input.files]);
  }

  prepare() {
    this.drop.classList.add("is-scripted");
    this.querySelector("[data-without-script]").remove();
    this.querySelector(".drop__or").hidden = false;
    this.input.removeAttribute("name");
    const states = [...this.list.children].map((row) => row.dataset.state);
    this.querySelector("[data-resume]").hidden = !states.includes("arriving");
    if (states.includes("arrived")) this.watch();
  }

  over(event, isOver) {
    event.preventDefault();
    this.drop.classList.toggle("is-over", isOver);
  }

  take(files) {
    for (const file of files) {
      const known = [...this.list.children].find(
        (row) => row.dataset.state === "arriving" && row.dataset.name === file.name && Number(row.dataset.size) === file.size && !row.file,
      );
      const row = known ?? this.addRow(file);
      row.file = file;
      this.tell(row, this.dataset.wordsWaiting);
      if (file.size > Number(this.dataset.largest)) this.fail(row, this.dataset.wordsLarge);
      else this.waiting.push(row);
    }
    this.input.value = "";
    this.querySelector("[data-resume]").hidden = true;
    while (this.running < AT_ONCE && this.waiting.length) this.next();
    this.count();
  }

  /** How many of the files are here, for who sends many. */
  count() {
    const shown = this.querySelector("[data-count]");
    const rows = [...this.list.children];
    const number = (...states) => rows.filter((row) => states.includes(row.dataset.state)).length;
    const refused = number("refused");
    shown.hidden = rows.length < 2;
    shown.textContent = shown.dataset.words.replace("%(done)s", number("arrived", "read")).replace("%(all)s", rows.length);
    if (refused && shown.dataset.refused) shown.textContent += ` · ${shown.dataset.refused.replace("%(number)s", refused)}`;
  }

  addRow(file) {
    const row = this.querySelector("template").content.firstElementChild.cloneNode(true);
    row.dataset.state = "new";
    for (const name of row.querySelectorAll("[data-name-shown]")) name.textContent = ` ${file.name}`;
    row.querySelector("progress").setAttribute("aria-label", file.name);
    this.list.append(row);
    return row;
  }

  async next() {
    const row = this.waiting.shift();
    if (!row) return;
    this.running += 1;
    try {
      if (row.isConnected) await this.send(row);
    } catch (error) {
      this.fail(row, error instanceof Refused ? error.message : this.dataset.wordsFailed);
    }
    this.running -= 1;
    this.count();
    this.watch();
    if (this.waiting.length) await this.next();
  }

  async send(row) {
    const { file } = row;
    const bar = row.querySelector("progress");
    bar.hidden = false;
    let offset = row.dataset.url ? await this.offset(row) : await this.announce(row);
    while (offset < file.size && row.isConnected) {
      bar.value = (100 * offset) / file.size;
      this.tell(row, `${this.dataset.wordsSending} ${Math.floor(bar.value)} %`);
      const body = file.slice(offset, offset + PIECE);
      const headers = { "Upload-Offset": offset, "Content-Type": "application/offset+octet-stream" };
      const answer = await this.ask(row, "PATCH", row.dataset.url, { headers, body });
      offset = answer.status === 409 ? await this.offset(row) : Number(answer.headers.get("Upload-Offset"));
    }
    bar.hidden = true;
    row.dataset.state = "arrived";
    this.tell(row, this.dataset.wordsReading);
  }

  async announce(row) {
    const name = btoa(String.fromCharCode(...new TextEncoder().encode(row.file.name)));
    const headers = { "Upload-Length": row.file.size, "Upload-Metadata": `filename ${name}` };
    const answer = await this.ask(row, "POST", this.dataset.new, { headers });
    row.dataset.url = answer.headers.get("Location");
    row.dataset.pk = row.dataset.url.split("/").at(-2);
    row.dataset.state = "arriving";
    return 0;
  }

  async offset(row) {
    const answer = await this.ask(row, "HEAD", row.dataset.url, {});
    return Number(answer.headers.get("Upload-Offset"));
  }

  /** Ask again, each time later, while the line is cut or the server busy. */
  async ask(row, method, url, { headers = {}, body } = {}) {
    for (let wait = 1000; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
      let answer;
      try {
        answer = await fetch(url, { method, body, headers: { ...TUS, "X-CSRFToken": this.token, ...headers } });
      } catch {
        answer = null;
      }
      if (answer?.ok || answer?.status === 409) return answer;
      const refusal = { 413: this.dataset.wordsLarge, 429: this.dataset.wordsMany, 422: this.dataset.wordsFull }[answer?.status];
      if (refusal) throw new Refused(refusal);
      if (answer && answer.status < 500) throw new Error(String(answer.status));
      this.tell(row, this.dataset.wordsCut);
      await Promise.race([pause(wait), new Promise((done) => window.addEventListener("online", done, { once: true }))]);
    }
  }

  tell(row, words) {
    row.querySelector("[data-state-shown]").textContent = words;
  }

  fail(row, words) {
    row.dataset.state = "failed";
    row.querySelector("progress").hidden = true;
    this.tell(row, words);
    row.querySelector("[data-state-shown]").classList.add("upload__refused");
    say(`${row.querySelector("[data-name-shown]").textContent} ${words}`);
  }

  async remove(event) {
    const button = event.target.closest("[data-remove]");
    if (!button) return;
    event.preventDefault();
    const row = button.closest("[data-file]");
    const { url } = row.dataset;
    const next = row.nextElementSibling?.querySelector("[data-remove]") ?? this.input;
    row.remove();
    this.count();
    next.focus();
    if (url) await fetch(url, { method: "DELETE", headers: { ...TUS, "X-CSRFToken": this.token } });
  }

  /** Until each file is read: its thumbnail, or why it is refused. */
  async watch() {
    if (this.isWatching) return;
    this.isWatching = true;
    for (let left = true; left; ) {
      try {
        const { files } = await (await fetch(this.dataset.states)).json();
        left = files.filter((file) => this.show(file)).length > 0 || this.running > 0;
      } catch {
        left = true;
      }
      if (left) await pause(1500);
    }
    this.isWatching = false;
    say(this.dataset.wordsDone);
  }

  /** Whether this file is still to be read. */
  show(file) {
    const row = this.list.querySelector(`[data-pk="${file.pk}"]`);
    if (!row || file.state === "arriving") return false;
    if (file.state === "arrived") return true;
    if (row.dataset.state === file.state) return false;
    if (file.state === "refused") this.fail(row, file.refusal);
    else this.tell(row, "");
    row.dataset.state = file.state; // after `fail`: a refusal is told once, not at each look
    this.received(row, file);
    this.count();
    return false;
  }

  /** A file was read or refused: `file` is what `data-states` says of it. */
  received() {}
}
