// Anything with data-open="id" opens that <dialog>; anything with data-close closes the one around it.
export function open(id) {
  const dialog = document.getElementById(id);
  if (!dialog || dialog.open) return false;
  for (const menu of document.querySelectorAll("details[data-menu][open]")) menu.open = false;
  dialog.showModal();
  dialog.querySelector("[data-palette-words]")?.select();
  return true;
}

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-open]");
  if (opener && open(opener.dataset.open)) event.preventDefault();
  if (event.target.closest("[data-close]")) event.target.closest("dialog")?.close();
  // A click on the backdrop lands on the dialog itself.
  if (event.target instanceof HTMLDialogElement) event.target.close();
});
