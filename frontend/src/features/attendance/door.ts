/**
 * What was tapped at a door without signal waits here: ids, numbers and instants, never a name. It lives in this tab
 * alone and goes with the session; the newest tap counts, so that sending one twice changes nothing.
 */
export type Tap = { what: "arrival"; id: string; count: number; at: string } | { what: "walkIns"; id: string; count: number; at: string };

const WAITING = "waiting at the door";

export function waiting(): Tap[] {
  try {
    const found: unknown = JSON.parse(window.sessionStorage.getItem(WAITING) ?? "[]");
    return Array.isArray(found) ? (found as Tap[]) : [];
  } catch {
    return [];
  }
}

function keep(taps: readonly Tap[]): void {
  if (taps.length > 0) window.sessionStorage.setItem(WAITING, JSON.stringify(taps));
  else window.sessionStorage.removeItem(WAITING);
}

/** Of one invitation only what was tapped last is sent. */
export function tapped(tap: Tap): void {
  keep([...waiting().filter((one) => one.what !== tap.what || one.id !== tap.id), tap]);
}

/** What was sent no longer waits, unless it was tapped again meanwhile. */
export function sent(tap: Tap): void {
  keep(waiting().filter((one) => one.what !== tap.what || one.id !== tap.id || one.at !== tap.at));
}

/**
 * Send what waits, the oldest first. `send` says whether the server answered, with yes or no: a refusal does not wait
 * on, silence does. Returns the refusals.
 */
export async function sendWaiting(send: (tap: Tap) => Promise<{ reached: boolean; refused?: string }>): Promise<string[]> {
  const refusals: string[] = [];
  for (const tap of waiting()) {
    // One after the other: a telephone that just got signal has little of it.
    // oxlint-disable-next-line no-await-in-loop
    const { reached, refused } = await send(tap);
    if (!reached) break;
    sent(tap);
    if (refused) refusals.push(refused);
  }
  return refusals;
}
