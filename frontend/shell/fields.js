// Small helps around fields: show a password, copy a value, print, ask before what cannot be undone.
document.addEventListener("click", async (event) => {
  const show = event.target.closest("[data-show-password]");
  if (show) {
    const field = document.getElementById(show.dataset.showPassword);
    const hidden = field.type === "password";
    field.type = hidden ? "text" : "password";
    show.textContent = hidden ? "Hide" : "Show";
    field.focus();
  }
  const copy = event.target.closest("[data-copy]");
  if (copy) {
    await navigator.clipboard.writeText(document.getElementById(copy.dataset.copy).textContent.trim());
    copy.querySelector("span").textContent = "Copied";
  }
  if (event.target.closest("[data-print]")) window.print();
});

document.addEventListener("submit", (event) => {
  // A form is sent once: the second press of an impatient finger does nothing.
  const form = event.target;
  if (form.dataset.sent) event.preventDefault();
  else if (form.method === "post" && !form.hasAttribute("hx-post") && !("again" in form.dataset))
    form.dataset.sent = "yes";
});

// A page taken from the browser's own memory may be sent again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});
