import { useNotifications } from "@mantine/notifications";
import { Suspense, lazy, useState } from "react";

const Notifications = lazy(() => import("@mantine/notifications").then((found) => ({ default: found.Notifications })));

/** What was done or refused, said in the corner: it comes with the first thing to say, which waits in its store. */
export function Told() {
  const [needed, setNeeded] = useState(false);
  const { notifications } = useNotifications();
  if (!needed && notifications.length > 0) setNeeded(true);
  return needed ? <Suspense><Notifications position="bottom-left" /></Suspense> : null;
}
