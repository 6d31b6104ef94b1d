// What stands in the form, in the shape in which the server takes it.
import { $, $$ } from "./dom.js";

export const form = $("#composer");

const value = (name) => form.elements[name]?.value ?? "";

/** The content of the post as it is typed now. */
export function written() {
  const own = $$("[name=own]:checked", form).map((box) => box.value);
  return {
    text: value("text"),
    accounts: $$("[name=accounts]:checked", form).map((box) => Number(box.value)),
    versions: Object.fromEntries(own.map((pk) => [pk, value(`version-${pk}`)])),
    pictures: $$(".pic-list [data-picture]", form).map((row) => ({
      sha256: $("[name=picture]", row).value,
      alt: $("[name=alt]", row).value,
    })),
    first_comment: value("first_comment"),
    link: value("link"),
    campaign: value("campaign"),
    language: value("language"),
    consents: $$("[name=consent]:checked", form).map((box) => Number(box.value)),
  };
}

/** What goes along with a save, but is no content: title, time of a new post, where it goes back to. */
export function alongside() {
  const data = { base_hash: value("base_hash"), token: value("token") };
  for (const name of ["base", "as_new", "date", "time"]) if (value(name)) data[name] = value(name);
  return data;
}

/** Tells whether two contents are the same to the server, which trims and sorts. */
export function same(one, other) {
  const plain = (content) =>
    JSON.stringify([
      content.text,
      [...content.accounts].sort((a, b) => a - b),
      Object.entries(content.versions).sort(),
      content.pictures.map((picture) => [picture.sha256, picture.alt.trim()]),
      content.first_comment,
      content.link.trim(),
      content.campaign.trim(),
      content.language,
      [...(content.consents ?? [])].sort((a, b) => a - b),
    ]);
  return plain(one) === plain(other);
}
