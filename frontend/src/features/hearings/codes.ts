import type { MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react/macro";

/** The courts' codes as choices: "55 · Deliberately advanced by the court". */
export function useCodes(codes: Readonly<Record<string, MessageDescriptor>>): { value: string; label: string }[] {
  const { i18n } = useLingui();
  return Object.entries(codes)
    .map(([value, words]) => ({ value, label: `${value} · ${i18n._(words)}` }))
    .toSorted((one, other) => one.value.localeCompare(other.value));
}
