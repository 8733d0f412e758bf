import { Select } from "@mantine/core";
import type { Props } from "./Choice";

/** The field of a {@link Choice} with its list, open. */
export function WholeChoice({ data, ...props }: Props) {
  return <Select {...props} data={[...data]} defaultDropdownOpened autoFocus />;
}
