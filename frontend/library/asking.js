// A page that asks again must not put anything back under somebody's fingers, nor show what was before a decision.
let decided = 0;
let waiting = 0; // decisions that are on their way

const asksAgain = (config) => config?.verb === "get" && config.path.includes("seen=");
const decides = ({ requestConfig, target }) => target?.id === "work" && !asksAgain(requestConfig);

/** Lets answers pass only where nothing was decided since; `held` tells that somebody is at work on the page. */
export function holdOn(held) {
  document.addEventListener("htmx:beforeRequest", ({ detail }) => {
    detail.xhr.decided = decided;
    if (!decides(detail)) return;
    decided += 1;
    waiting += 1;
    detail.xhr.addEventListener("loadend", () => (waiting -= 1));
  });
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (!asksAgain(detail.requestConfig)) return;
    const overtaken = waiting || detail.xhr.decided !== decided;
    // How far the work is may be told at any time: nobody has a hand on that.
    if (overtaken || (detail.target.id === "work" && held())) detail.shouldSwap = false;
  });
}

// What the list beside shows of it comes along. Not "out of band": htmx would look for it from a form that may be gone.
document.addEventListener("htmx:afterSwap", ({ detail }) => {
  const chip = detail.target.querySelector("template[data-chip]");
  const place = chip && document.getElementById(chip.dataset.chip);
  if (!place) return;
  place.replaceChildren(chip.content.cloneNode(true));
  const small = place.closest(".thumb")?.querySelector("img");
  const [address, token] = small?.src.split("?") ?? [];
  if (small && token !== chip.dataset.token) small.src = `${address}?${chip.dataset.token}`;
});
