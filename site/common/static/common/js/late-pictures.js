/* A picture that is still being drawn is answered with a tile and « 202 Accepted ». Each such picture is asked for again, in the
   order in which they are drawn, then when the answer says that it will be there (« Drawn-In », milliseconds), at last less and
   less often, and takes its place when it is there. Without JavaScript the next page shows it. */
const FIRST_WAIT_MS = 250;
const EACH_MS = 70; // one is drawn after the other, a dozen in a second
const NEXT_WAIT_MS = 150;
const LEAST_WAIT_MS = 60;
const TRIES_AS_TOLD = 6; // a picture that takes longer than the others is told too early
const GROWTH = 1.5;
const MOST_TRIES = 15; // two minutes in all
const ACCEPTED = 202;
const TILE_BYTES = 1500; // the tile is smaller than any photograph; only where a browser does not tell the status
const tries = new WeakMap();
let waiting = 0;

function mayBeTile(image) {
  const entry = performance.getEntriesByName(image.currentSrc).at(-1);
  if (entry?.responseStatus) return entry.responseStatus === ACCEPTED;
  return !entry || entry.decodedBodySize < TILE_BYTES;
}

function look(image) {
  const isOurs = new URL(image.currentSrc || "about:blank", document.baseURI).pathname.startsWith("/images/");
  if (!isOurs && !("late" in image.dataset)) return; // the pages of documents say it of themselves
  if (tries.has(image) || !mayBeTile(image)) return;
  tries.set(image, 0);
  askAfter(FIRST_WAIT_MS + EACH_MS * waiting, image, image.currentSrc);
  waiting += 1;
}

function askAfter(wait, image, address) {
  const number = tries.get(image);
  tries.set(image, number + 1);
  if (number < MOST_TRIES) window.setTimeout(() => ask(image, address, number), wait);
  else waiting -= 1;
}

async function ask(image, address, number) {
  const answer = image.isConnected && (await fetch(address, { method: "HEAD", cache: "no-store" }).catch(() => undefined));
  if (answer === undefined || answer.status === ACCEPTED) {
    const told = number < TRIES_AS_TOLD && Number(answer?.headers.get("Drawn-In"));
    // Apart from each other: those of a page would come back all at once.
    const wait = told ? Math.max(LEAST_WAIT_MS, told) : NEXT_WAIT_MS * GROWTH ** number * (0.75 + Math.random() / 2);
    askAfter(wait, image, address);
    return;
  }
  waiting -= 1;
  if (answer.ok) show(image, address);
}

/* The browser would give the tile again for the same address: the one with a question mark is new to it. */
function show(image, address) {
  for (const source of image.closest("picture")?.querySelectorAll("source") ?? []) source.remove();
  image.removeAttribute("srcset");
  image.src = `${address.split("?")[0]}?drawn`;
}

document.addEventListener("load", (event) => event.target instanceof HTMLImageElement && look(event.target), true);
for (const image of document.images) if (image.complete && image.currentSrc) look(image);
