import { i18n } from "@lingui/core";
import type { Medium } from "~/graph/generated/graphql";
import { zoneName } from "~/language/times";
import { mediumWords } from "~/language/words";

/** A zone by its name, a medium in words; what nobody knows as a dash. */
export function changedTo(what: string, value: string | null): string {
  if (value === null) return "–";
  if (what === "medium") return i18n._(mediumWords[value.toUpperCase() as Medium]);
  return what === "time zone" ? zoneName(value) : value;
}
