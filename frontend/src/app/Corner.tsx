import { Notifications } from "@mantine/notifications";

/** Where what was done or refused is said. */
export function Corner() {
  return <Notifications position="bottom-left" />;
}
