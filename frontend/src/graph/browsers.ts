import { t } from "@lingui/core/macro";
import { isOwn } from "./device";
import { type Said, ask } from "./account";

/** Whether somebody is told in their browsers: by which key those know us, and where. Null: it is not offered here. */
export type Browsers = { key: string | null; browsers: { id: string; device: string; createdAt: string }[] };

/** Which of them this browser is. */
const MINE = "presencia-told-here";

export function toldHere(): string | null {
  try {
    return window.localStorage.getItem(MINE);
  } catch {
    return null;
  }
}

function remember(id: string | null): void {
  try {
    if (id) window.localStorage.setItem(MINE, id);
    else window.localStorage.removeItem(MINE);
  } catch {
    // Storage may be closed in a private window; the list turns it off all the same.
  }
}

export function canBeTold(): boolean {
  return "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
}

function refused(message: string): Said<never> {
  return { refused: { kind: "NotTold", message } };
}

/** Tell them in this browser, too. The browser asks first whether they want that. */
export async function tellHere(key: string): Promise<Said<{ id: string }>> {
  if (!canBeTold()) return refused(t`This browser can't show what we have to tell. On an iPhone, first put Presencia onto the home screen.`);
  if ((await Notification.requestPermission()) !== "granted") return refused(t`The browser does not let us show anything. Allow notifications for this address in its settings, and try again.`);
  let subscription: PushSubscription;
  try {
    // Where the page opens without a signal, the worker that does it shows what is told, too.
    await navigator.serviceWorker.register(isOwn() ? "/sw.js" : "/push.js");
    const worker = await navigator.serviceWorker.ready;
    subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  } catch {
    return refused(t`The browser did not reach its own push service. Try again later, or another browser.`);
  }
  const said = await ask<{ id: string }>("POST", "/account/browsers", subscription.toJSON());
  if (said.given) remember(said.given.id);
  else await subscription.unsubscribe().catch(() => false);
  return said;
}

/** Tell them there no more. */
export async function tellNoMore(id: string): Promise<Said<object>> {
  const said = await ask<object>("DELETE", `/account/browsers/${id}`);
  if (said.given && id === toldHere()) {
    remember(null);
    const worker = await navigator.serviceWorker?.getRegistration("/").catch(() => undefined);
    const subscription = await worker?.pushManager.getSubscription().catch(() => null);
    await subscription?.unsubscribe().catch(() => false);
  }
  return said;
}
