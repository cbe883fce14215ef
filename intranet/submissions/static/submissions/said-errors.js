/* An error is said until its field is touched again: then its words go, beside the field, in the list and in the side list. */
function forget({ target }) {
  const frame = target.closest(".field");
  const errors = frame?.querySelectorAll('[id$="_error"]') ?? [];
  if (!errors.length) return;
  for (const error of errors) error.remove();
  for (const field of frame.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  for (const each of [frame, ...frame.querySelectorAll("[id]")]) forgetInList(each.id);
  forgetInTabs(target.closest("[data-error]"));
  forgetInSteps(target.closest("section[id]"));
}

function forgetInTabs(panel) {
  if (!panel || panel.querySelector('[id$="_error"]')) return;
  delete panel.dataset.error;
  panel.closest("language-tabs")?.mark?.();
}

function forgetInList(anchor) {
  const list = document.getElementById("errors");
  const lines = [...(list?.querySelectorAll("li") ?? [])];
  const left = lines.filter((line) => !anchor || line.querySelector("a")?.hash !== `#${anchor}`);
  if (left.length === lines.length) return;
  if (!left.length) return list.remove();
  list.querySelector("ul").replaceChildren(...left);
  const title = list.querySelector("h2");
  const { oneError } = document.querySelector("draft-form").dataset;
  title.textContent = left.length === 1 ? oneError : title.textContent.replace(/\d+/, left.length);
  return undefined;
}

function forgetInSteps(section) {
  if (!section || section.querySelector('[id$="_error"]')) return;
  const step = document.querySelector(`.step--error[href="#${section.id}"]`);
  if (!step) return;
  step.classList.remove("step--error");
  step.querySelector(".step__mark").textContent = [...document.querySelectorAll(".step")].indexOf(step) + 1;
}

for (const form of document.querySelectorAll(".proposal__form")) {
  for (const name of ["input", "change"]) form.addEventListener(name, forget);
}
