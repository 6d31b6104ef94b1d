// On a phone a page of panes shows one of them; the switch above chooses which.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-show-pane]");
  if (!button) return;
  button.closest("[data-pane]").dataset.pane = button.dataset.showPane;
  for (const other of button.parentElement.children) other.setAttribute("aria-pressed", String(other === button));
});
