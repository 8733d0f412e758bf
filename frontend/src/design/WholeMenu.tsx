import { Menu, type MenuItemProps, type MenuLabelProps } from "@mantine/core";
import { type ComponentPropsWithoutRef, cloneElement, useEffect, useRef, useState } from "react";
import type { DropMenuProps } from "./DropMenu";

/** The menu of a {@link DropMenu} whose button was pressed: it opens at once, and gives the focus back to that button. */
export function WholeMenu({ target, children, ...how }: DropMenuProps) {
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that was pressed stood in this one's place.
    button.current?.focus();
    setOpened(true);
  }, []);
  return (
    <Menu opened={opened} onChange={setOpened} {...how}>
      <Menu.Target>{cloneElement(target, { ref: button })}</Menu.Target>
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
