import type { MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react/macro";

export type Option = { value: string; label: string; disabled?: boolean };

/** The closed words of the contract as choices in the reader's language. */
export function useChoices<W extends string>(words: Record<W, MessageDescriptor>, only?: readonly W[]): Option[] {
  const { i18n } = useLingui();
  return (only ?? (Object.keys(words) as W[])).map((value) => ({ value, label: i18n._(words[value]) }));
}
