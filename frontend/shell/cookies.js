const YEAR = 31_536_000;

/** Keeps a choice of this browser where the server sees it before the first byte of a page. */
export function keep(name, value) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR}; samesite=lax${secure}`;
}
