import { WRITTEN_AS, currentLanguage } from "./i18n";

/** The courts' own abbreviations, as they stand on their notices. */
const COURT_CODES: Record<string, string> = { SP: "es", ENG: "en", POR: "pt", CRE: "ht", QUI: "quc", FR: "fr", ARA: "ar", MAN: "zh", PUN: "pa", RUS: "ru", UKR: "uk", TUR: "tr", VIE: "vi", HIN: "hi", GUJ: "gu", NEP: "ne", BEN: "bn", ALB: "sq", WOL: "wo" };

/** A language as people call it, in the reader's own words. What nobody knows stays as it was typed. */
export function spoken(code: string): string {
  const tag = COURT_CODES[code.toUpperCase()] ?? code;
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(tag)) return code;
  try {
    return new Intl.DisplayNames([WRITTEN_AS[currentLanguage()]], { type: "language", fallback: "none" }).of(tag) ?? code;
  } catch {
    return code;
  }
}
