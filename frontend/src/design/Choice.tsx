import { CloseButton, Input, type SelectProps } from "@mantine/core";
import { type KeyboardEvent, Suspense, lazy, useId, useState } from "react";
import { Icon } from "./Icon";

const whole = () => import("./WholeChoice");
const WholeChoice = lazy(() => whole().then((found) => ({ default: found.WholeChoice })));

export type Props = Pick<SelectProps, "placeholder" | "clearable" | "allowDeselect" | "searchable" | "size" | "w"> & {
  "aria-label": string;
  clearButtonProps?: { "aria-label": string };
  data: readonly { value: string; label: string }[];
  value: string | null;
  onChange: (value: string | null) => void;
};

/**
 * One of several, chosen from a list. The list and what places it come when a hand or the focus comes near, and not
 * with the first page; until it opens, this is the same field without them.
 */
export function Choice(props: Props) {
  const [opened, setOpened] = useState(false);
  const list = useId();
  const near = (): void => void whole();
  const pressed = (event: KeyboardEvent): void => {
    if (!["ArrowDown", "ArrowUp", "Enter", " "].includes(event.key) && !(event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey)) return;
    event.preventDefault();
    setOpened(true);
  };
  const { value, size = "sm", w } = props;
  const cleared = props.clearable && value !== null;
  const field = (
    <Input
      role="combobox" aria-label={props["aria-label"]} aria-haspopup="listbox" aria-controls={list} aria-expanded={false} readOnly pointer
      value={props.data.find((one) => one.value === value)?.label ?? ""} size={size} {...(w === undefined ? {} : { w })} {...(props.placeholder ? { placeholder: props.placeholder } : {})}
      onClick={() => setOpened(true)} onKeyDown={pressed} onPointerEnter={near} onFocus={near}
      rightSectionPointerEvents={cleared ? "all" : "none"}
      rightSection={cleared ? <CloseButton size={size} variant="transparent" {...props.clearButtonProps} onClick={() => props.onChange(null)} /> : <Icon name="down" size={16} />}
    />
  );
  return opened ? <Suspense fallback={field}><WholeChoice {...props} /></Suspense> : field;
}
