// Dragging a post from day to day, from the tray to a day, and back into the tray.
import Sortable from "sortablejs";
import { addressOf, move, warn } from "./moving.js";

const still = matchMedia("(prefers-reduced-motion: reduce)");

export function dragging(calendar) {
  for (const place of calendar.querySelectorAll("[data-day]")) {
    Sortable.create(place, {
      group: { name: "posts", put: !place.classList.contains("past") },
      draggable: ".ev:not(.gap, .fixed), .slip:not(.fixed)",
      filter: ".link",
      preventOnFilter: false,
      sort: false, // within a day the time decides
      animation: still.matches ? 0 : 120,
      delay: 180,
      delayOnTouchOnly: true, // a finger that scrolls moves nothing
      ghostClass: "held",
      onMove: ({ to }) => aimAt(calendar, to),
      onEnd: () => aimAt(calendar, null),
      onAdd: ({ item, from, to, oldIndex }) => drop(item, from, to, oldIndex),
    });
  }
}

function aimAt(calendar, place) {
  for (const other of calendar.querySelectorAll(".aim")) other.classList.remove("aim");
  place?.classList.add("aim");
}

/** The post stands in its new place at once; where the server says no, it goes back. */
async function drop(item, from, to, oldIndex) {
  item.classList.add("waits");
  const values = to.dataset.day ? { date: to.dataset.day } : { at: "" };
  await move(addressOf(item), values, (said) => {
    from.insertBefore(item, from.children[oldIndex] ?? null);
    item.classList.remove("waits");
    warn(said);
  });
}
