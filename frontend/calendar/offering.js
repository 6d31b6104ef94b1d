// "Move" appears beside the post that is pointed at or stood on: one link for all, not one for each of hundreds.
import { addressOf, query } from "./moving.js";

export function offering(calendar) {
  const month = calendar.querySelector(".month");
  if (!month) return;
  const link = document.createElement("a");
  link.className = "ev-move";
  link.textContent = "Move";
  link.dataset.move = "";

  const offer = (event) => {
    const post = event.target.closest(".ev:not(.gap, .fixed)");
    if (!post || post.nextElementSibling === link) return;
    link.href = `${addressOf(post)}?back=${encodeURIComponent(query())}`;
    link.setAttribute("aria-label", `Move ${post.querySelector("span").textContent}`);
    link.style.top = `${post.offsetTop + 2}px`;
    post.after(link);
  };
  month.addEventListener("focusin", offer);
  month.addEventListener("mouseover", offer);
  month.addEventListener("mouseleave", () => {
    if (document.activeElement !== link) link.remove();
  });
}
