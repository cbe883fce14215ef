// Documents and folders are dragged into a folder of the list; ticking and « Déplacer » does the same without a mouse.
const list = document.querySelector(".documents-list");
const form = list?.querySelector(".documents__choices");
const MOVE = form?.querySelector("[data-move]");
let dragged = [];

/** What moves: the ticked documents where the one that is held is among them, else it alone. */
function keysOf(source) {
  if (source.dataset.folder) return [["folder", source.dataset.folder]];
  const own = source.querySelector("input[name=document]");
  const ticked = own.checked ? [...form.querySelectorAll("input[name=document]:checked")] : [own];
  return ticked.map((box) => ["document", box.value]);
}

function send(target) {
  const moving = document.createElement("form");
  moving.method = "post";
  moving.action = MOVE.formAction;
  const token = form.elements.namedItem("csrfmiddlewaretoken").value;
  for (const [name, value] of [["csrfmiddlewaretoken", token], ["to", target], ...dragged]) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name, value });
    moving.append(field);
  }
  document.body.append(moving);
  moving.submit();
}

if (MOVE) {
  for (const row of form.querySelectorAll(".document-line")) row.draggable = true;
  list.addEventListener("dragstart", (event) => {
    const source = event.target.closest?.("[data-folder], .document-line");
    if (!source) return;
    dragged = keysOf(source);
    event.dataTransfer.effectAllowed = "move";
  });
  list.addEventListener("dragend", () => (dragged = []));
  for (const folder of list.querySelectorAll("[data-folder]")) {
    const takes = () => dragged.length && !dragged.some(([name, key]) => name === "folder" && key === folder.dataset.folder);
    folder.addEventListener("dragover", (event) => {
      if (!takes()) return;
      event.preventDefault();
      folder.classList.add("is-over");
    });
    folder.addEventListener("dragleave", () => folder.classList.remove("is-over"));
    folder.addEventListener("drop", (event) => {
      folder.classList.remove("is-over");
      if (!takes()) return;
      event.preventDefault();
      send(folder.dataset.folder);
    });
  }
}
