/*
 * Cases opened in this tab, by their number alone: the name is asked of the server, which shows it to whoever may see
 * it now. It goes with the tab and with signing out, so that a shared computer keeps nothing of it.
 */
const KEPT = "opened cases";
const MOST = 5;
const NUMBER = /^C-\d{1,10}$/;

export function recentCases(): string[] {
  try {
    const found: unknown = JSON.parse(window.sessionStorage.getItem(KEPT) ?? "[]");
    return Array.isArray(found) ? found.filter((one): one is string => typeof one === "string" && NUMBER.test(one)).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** A page was opened: where it is a case's, remember its number. */
export function opened(pathname: string): void {
  const shortId = /^\/cases\/([^/]+)/.exec(pathname)?.[1];
  if (!shortId || !NUMBER.test(shortId)) return;
  try {
    window.sessionStorage.setItem(KEPT, JSON.stringify([shortId, ...recentCases().filter((one) => one !== shortId)].slice(0, MOST)));
  } catch {
    // A browser that keeps nothing shows nothing.
  }
}

export function forgetRecent(): void {
  window.sessionStorage.removeItem(KEPT);
}
