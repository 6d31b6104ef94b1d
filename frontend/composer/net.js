// One way to talk to the server: JSON there, JSON back, and plain words for everything that can go wrong.
export class Unreached extends Error {}
export class SignedOut extends Error {}

function token() {
  // Signing in again in another window changes the cookie; the page's own token would then be old.
  return (
    document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ??
    document.querySelector("[name=csrfmiddlewaretoken]").value
  );
}

/** Sends a request. Throws `Unreached` without a useful answer, `SignedOut` where one must sign in. */
async function request(url, init) {
  let response;
  try {
    response = await fetch(url, {
      method: "POST",
      ...init,
      headers: { Accept: "application/json", "X-CSRFToken": token(), ...init.headers },
    });
  } catch {
    throw new Unreached();
  }
  if (response.status >= 500) throw new Unreached();
  const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
  if (response.redirected || !isJson) throw new SignedOut();
  return { status: response.status, answer: await response.json() };
}

export const send = (url, data) =>
  request(url, { body: JSON.stringify(data), headers: { "Content-Type": "application/json" } });

/** Sends a form with files in it; `sent` is told which part of it, 0 to 1, has gone. Throws as `request` does. */
export function sendForm(url, form, sent) {
  const sending = new XMLHttpRequest();
  sending.open("POST", url);
  sending.setRequestHeader("Accept", "application/json");
  sending.setRequestHeader("X-CSRFToken", token());
  sending.upload.addEventListener("progress", ({ loaded, total }) => sent(loaded / total));
  return new Promise((resolve, reject) => {
    sending.addEventListener("error", () => reject(new Unreached()));
    sending.addEventListener("load", () => {
      const isJson = sending.getResponseHeader("Content-Type")?.startsWith("application/json");
      if (sending.status >= 500) reject(new Unreached());
      else if (!isJson) reject(new SignedOut());
      else resolve({ status: sending.status, answer: JSON.parse(sending.responseText) });
    });
    sending.send(form);
  });
}
