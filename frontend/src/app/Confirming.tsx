import { Suspense, lazy, useState, useSyncExternalStore } from "react";
import { confirmations } from "~/graph/confirm";

const Confirm = lazy(() => import("~/features/account/Confirm").then((found) => ({ default: found.Confirm })));

/** Asks who it is, once more: the dialog and its fields come with the first act that asks for it, which waits meanwhile. */
export function Confirming() {
  const [needed, setNeeded] = useState(false);
  const asked = useSyncExternalStore(confirmations.subscribe, confirmations.asked);
  if (!needed && asked) setNeeded(true);
  return needed ? <Suspense><Confirm /></Suspense> : null;
}
