import { Menu, type MenuItemProps, type MenuLabelProps } from "@mantine/core";
import { type ComponentPropsWithoutRef, cloneElement } from "react";
import type { DropMenuProps } from "./DropMenu";

/** The menu of a {@link DropMenu} whose button was pressed: it opens at once, and gives the focus back to that button. */
export function WholeMenu({ target, children, ...how }: DropMenuProps) {
  return (
    <Menu defaultOpened {...how}>
      {/* The button that was pressed stood in this one's place. */}
      <Menu.Target>{cloneElement(target, { autoFocus: true })}</Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: "auto" }}>{children}</Menu.Dropdown>
    </Menu>
  );
}

export function Item(props: MenuItemProps & Omit<ComponentPropsWithoutRef<"button">, keyof MenuItemProps>) {
  return <Menu.Item {...props} />;
}

export function Label(props: MenuLabelProps) {
  return <Menu.Label {...props} />;
}

export function Divider() {
  return <Menu.Divider />;
}
