import { useNotifications } from "@mantine/notifications";
import { Suspense, lazy, useState } from "react";

const Corner = lazy(() => import("./Corner").then((found) => ({ default: found.Corner })));

/** What was done or refused, said in the corner: it comes with the first thing to say, which waits in its store. */
export function Told() {
  const [needed, setNeeded] = useState(false);
  const { notifications } = useNotifications();
  if (!needed && notifications.length > 0) setNeeded(true);
  return needed ? <Suspense><Corner /></Suspense> : null;
}
