import type { MenuProps } from "@mantine/core";
import { type ComponentPropsWithRef, type ReactElement, type ReactNode, Suspense, cloneElement, lazy, useState } from "react";

const whole = () => import("./WholeMenu");
const WholeMenu = lazy(() => whole().then((found) => ({ default: found.WholeMenu })));
export const DropItem = lazy(() => whole().then((found) => ({ default: found.Item })));
export const DropLabel = lazy(() => whole().then((found) => ({ default: found.Label })));
export const DropDivider = lazy(() => whole().then((found) => ({ default: found.Divider })));

export type DropMenuProps = Pick<MenuProps, "position" | "closeOnItemClick"> & { /** The button. */ target: ReactElement<ComponentPropsWithRef<"button">>; children: ReactNode };

/**
 * A menu under a button. What places and draws menus weighs more than a page's own code: it comes when a hand or the
 * focus comes near the button, and not with the first page.
 */
export function DropMenu(props: DropMenuProps) {
  const [pressed, setPressed] = useState(false);
  const near = (): void => void whole();
  const button = cloneElement(props.target, { "aria-haspopup": "menu", "aria-expanded": false, onClick: () => setPressed(true), onPointerEnter: near, onFocus: near });
  return pressed ? <Suspense fallback={button}><WholeMenu {...props} /></Suspense> : button;
}
