// A toast stays until it is closed or undone, or leaves by itself when nobody needs it any more.
const STAYS = 10_000;

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-close]")) event.target.closest(".toast")?.remove();
});

/** Removes a toast after a while, but never while somebody points at it or stands in it. */
function leave(toast) {
  setTimeout(() => (toast.matches(":hover, :focus-within") ? leave(toast) : toast.remove()), STAYS);
}

for (const toast of document.querySelectorAll(".toast")) leave(toast);
