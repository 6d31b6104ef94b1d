// allauth reports what went wrong with a passkey; here it is said where the person looks.
document.addEventListener("allauth.error", (event) => {
  const place = document.getElementById("passkey-wrong");
  if (!place) return;
  event.preventDefault();
  place.hidden = false;
  place.focus();
});

for (const element of document.querySelectorAll("[data-needs-passkeys]")) {
  if (!window.PublicKeyCredential) element.hidden = true;
}
