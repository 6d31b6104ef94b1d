// Day or night. The choice is a cookie, so that the server draws the page in it and nothing flashes.
import { keep } from "./cookies.js";

const root = document.documentElement;

function isNight() {
  return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-toggle-theme]")) return;
  root.dataset.theme = isNight() ? "light" : "dark";
  keep("theme", root.dataset.theme);
});
