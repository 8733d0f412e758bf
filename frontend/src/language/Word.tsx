import type { MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react";

/** One closed word of the contract, as people say it. */
export function Word<W extends string>({ of, in: words }: { of: W; in: Record<W, MessageDescriptor> }) {
  const { i18n } = useLingui();
  return <>{i18n._(words[of])}</>;
}
