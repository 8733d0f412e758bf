import { CREOLE_NAMES } from "./creole";
import { LANGUAGES, WRITTEN_AS, currentLanguage } from "./i18n";

/** The courts' own abbreviations, as they stand on their notices. */
const COURT_CODES: Record<string, string> = { SP: "es", ENG: "en", POR: "pt", CRE: "ht", QUI: "quc", FR: "fr", ARA: "ar", MAN: "zh", PUN: "pa", RUS: "ru", UKR: "uk", TUR: "tr", VIE: "vi", HIN: "hi", GUJ: "gu", NEP: "ne", BEN: "bn", ALB: "sq", WOL: "wo" };

/** Those the platform has no name for, by the name their speakers use. */
const OWN_NAMES: Record<string, string> = { quc: "K’iche’", ff: "Pulaar", cak: "Kaqchikel", kek: "Q’eqchi’", kjb: "Q’anjob’al", mam: "Mam", ixl: "Ixil", jac: "Popti’", poh: "Poqomchi’", mix: "Mixteco", mxv: "Tu’un Savi" };

/** What letters, calendars and the pages behind links are written in, by the name its readers use. */
export const WRITTEN_IN = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }));

/** What is offered where a language is asked for: the most frequent in immigration court first. */
export const LANGUAGES_SPOKEN: readonly string[] = ["es", "en", "pt", "ht", "quc", "mam", "kek", "kjb", "cak", "ixl", "fr", "zh", "ru", "ar", "pa", "hi", "gu", "ne", "bn", "tr", "uk", "vi", "ro", "sq", "wo", "ff", "ln", "sw", "so", "am", "ti", "ur", "fa", "ps", "ku", "ka", "hy", "uz", "ko", "tl", "it", "pl"];

/** A language as people call it, in the reader's own words. What nobody knows stays as it was typed. */
export function spoken(code: string): string {
  // The courts write most languages as their registry does, in capitals: "KEK".
  const plain = code.trim().toLowerCase();
  const tag = COURT_CODES[code.toUpperCase()] ?? (LANGUAGES_SPOKEN.includes(plain) ? plain : code);
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(tag)) return code;
  const creole = currentLanguage() === "ht" ? CREOLE_NAMES[tag] : undefined;
  if (creole) return creole;
  try {
    return new Intl.DisplayNames([WRITTEN_AS[currentLanguage()]], { type: "language", fallback: "none" }).of(tag) ?? OWN_NAMES[tag] ?? code;
  } catch {
    return OWN_NAMES[tag] ?? code;
  }
}
