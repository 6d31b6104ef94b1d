// Asks the server to move a post, and says what became of it. The page is drawn again from the server's answer alone.
const setups = [];

/** Runs `setup` on the calendar now and whenever it was drawn again. */
export function onFresh(setup) {
  setups.push(setup);
  setup(document.getElementById("calendar"));
}

export const query = () => document.getElementById("calendar").dataset.query;

/** The address that moves the post which a link or a slip shows. */
export function addressOf(element) {
  const pk = element.dataset.post ?? element.getAttribute("href").match(/(\d+)\/$/)[1];
  return `${location.pathname}${pk}/move/`;
}

/** Posts a move and returns whether it was done; `refused` is told why not. */
export async function move(address, values, refused = warn) {
  const answer = await ask(address, values);
  if (!answer.ok) {
    refused(answer.said);
    return false;
  }
  await redraw();
  toast(answer);
  return true;
}

async function ask(address, values) {
  const { "X-CSRFToken": token } = JSON.parse(document.body.getAttribute("hx-headers"));
  try {
    const response = await fetch(address, {
      method: "POST",
      body: new URLSearchParams(values),
      headers: { Accept: "application/json", "X-CSRFToken": token },
    });
    if (response.ok || response.status === 409) return { ok: response.ok, ...(await response.json()) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // fetch says so when nobody answers
  }
  return { ok: false, said: "Bedside did not answer, so nothing was moved. Try again in a moment." };
}

/** Draws the calendar again as the server sees it, where the eye was. */
export async function redraw() {
  const response = await fetch(location.href);
  if (!response.ok) return location.reload();
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const old = document.getElementById("calendar");
  const fresh = document.adoptNode(page.getElementById("calendar"));
  const scrolled = old.querySelector(".month, .cal-list")?.scrollTop ?? 0;
  const focused = document.activeElement?.closest(".ev")?.getAttribute("href");
  old.replaceWith(fresh);
  (fresh.querySelector(".month, .cal-list") ?? fresh).scrollTop = scrolled;
  if (focused) fresh.querySelector(`.ev[href="${CSS.escape(focused)}"]`)?.focus();
  for (const setup of setups) setup(fresh);
}

function show(template, said) {
  const place = document.getElementById("moved");
  const note = document.getElementById(template).content.cloneNode(true);
  note.querySelector("span").textContent = said;
  place.replaceChildren(note);
  return place.firstElementChild;
}

export const warn = (said) => show("moved-wrong", said);

function toast({ said, undo }) {
  const shown = show("moved-toast", said);
  const button = shown.querySelector("[data-undo]");
  if (undo) button.addEventListener("click", () => move(undo, {}));
  else button.remove();
}

document.addEventListener("click", (event) => event.target.closest("[data-dismiss]")?.closest(".note").remove());
