/* A picture that is still being drawn is answered with a tile and « 202 Accepted ». Each such picture is asked for again, less
   and less often, and takes its place when it is there. Without JavaScript the next page shows it. */
const FIRST_WAIT_MS = 350; // a list of twelve is drawn in a second
const GROWTH = 1.5;
const MOST_TRIES = 13; // two minutes in all
const ACCEPTED = 202;
const TILE_BYTES = 1500; // the tile is smaller than any photograph; only where a browser does not tell the status
const tries = new WeakMap();

function mayBeTile(image) {
  const entry = performance.getEntriesByName(image.currentSrc).at(-1);
  if (entry?.responseStatus) return entry.responseStatus === ACCEPTED;
  return !entry || entry.decodedBodySize < TILE_BYTES;
}

function look(image) {
  if (!new URL(image.currentSrc || "about:blank", document.baseURI).pathname.startsWith("/images/")) return;
  if (tries.has(image) || !mayBeTile(image)) return;
  tries.set(image, 0);
  askLater(image, image.currentSrc);
}

function askLater(image, address) {
  const number = tries.get(image);
  if (number >= MOST_TRIES) return;
  tries.set(image, number + 1);
  window.setTimeout(() => ask(image, address), FIRST_WAIT_MS * GROWTH ** number * (0.75 + Math.random() / 2));
}

async function ask(image, address) {
  if (!image.isConnected) return;
  const answer = await fetch(address, { method: "HEAD", cache: "no-store" }).catch(() => null);
  if (!answer || answer.status === ACCEPTED) askLater(image, address);
  else if (answer.ok) show(image, address);
}

/* The browser would give the tile again for the same address: the one with a question mark is new to it. */
function show(image, address) {
  for (const source of image.closest("picture")?.querySelectorAll("source") ?? []) source.remove();
  image.removeAttribute("srcset");
  image.src = `${address.split("?")[0]}?drawn`;
}

document.addEventListener("load", (event) => event.target instanceof HTMLImageElement && look(event.target), true);
for (const image of document.images) if (image.complete && image.currentSrc) look(image);
