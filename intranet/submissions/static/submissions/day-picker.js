/* Dates are typed or picked: a button beside each date opens the browser's own calendar. */

function iso(text) {
  const found = text.match(/^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/);
  if (found) return `${found[3]}-${found[2].padStart(2, "0")}-${found[1].padStart(2, "0")}`;
  return /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? text.trim() : "";
}

function enhance(input) {
  if (input.dataset.picked || !HTMLInputElement.prototype.showPicker) return;
  input.dataset.picked = "yes";
  const frame = document.createElement("span");
  frame.className = "proposal__dated";
  const picker = document.createElement("input");
  picker.type = "date";
  picker.tabIndex = -1;
  picker.setAttribute("aria-hidden", "true");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "proposal__pick";
  button.setAttribute("aria-label", input.dataset.day);
  button.innerHTML = document.querySelector("[data-calendar-icon]")?.innerHTML ?? "";
  input.before(frame);
  frame.append(input, picker, button);
  button.addEventListener("click", () => {
    picker.value = iso(input.value);
    picker.showPicker();
  });
  picker.addEventListener("change", (event) => {
    event.stopPropagation();
    if (!picker.value) return;
    input.value = picker.value.split("-").reverse().join("/");
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
    input.focus();
  });
}

function enhanceAll(root) {
  root.querySelectorAll("input[data-day]").forEach(enhance);
}

enhanceAll(document);
new MutationObserver((changes) => {
  for (const change of changes) for (const node of change.addedNodes) if (node.nodeType === 1) enhanceAll(node);
}).observe(document.body, { childList: true, subtree: true });
