import { notifications } from "@mantine/notifications";
import type { ReactNode } from "react";

/** A short word at the foot of the page that something was done. */
export function say(message: ReactNode): void {
  notifications.show({ message, color: "tide", autoClose: 5_000 });
}

/** The same with a way back, long enough on screen to be read and used. */
export function sayAtLength(message: ReactNode): void {
  notifications.show({ message, color: "tide", autoClose: 12_000 });
}
