import { type Messages, i18n } from "@lingui/core";

export const LANGUAGES = { en: "English", es: "Español" } as const;
export type Language = keyof typeof LANGUAGES;

const REMEMBERED = "presencia.language";

/** How dates and numbers are written: the reader's words, this country's habits. */
export const WRITTEN_AS: Record<Language, string> = { en: "en-US", es: "es-US" };

export function isLanguage(word: string | null | undefined): word is Language {
  return word === "en" || word === "es";
}

export function currentLanguage(): Language {
  return isLanguage(i18n.locale) ? i18n.locale : "en";
}

/** The language chosen before on this device, else the browser's, else English. */
export function preferredLanguage(): Language {
  let remembered: string | null = null;
  try {
    remembered = window.localStorage.getItem(REMEMBERED);
  } catch {
    // A closed storage only means that nothing was remembered.
  }
  if (isLanguage(remembered)) return remembered;
  return navigator.language.toLowerCase().startsWith("es") ? "es" : "en";
}

/** Built, every page brings its own English (scripts/spoken.ts); while it is developed they come from the catalog. */
async function english(): Promise<Messages> {
  return import.meta.env.PROD ? {} : (await import("./catalogs/en")).messages;
}

/** Speak this language from now on: words, `lang` of the page, and the next visit. */
export async function speak(language: Language): Promise<void> {
  const messages = language === "en" ? await english() : (await import("./catalogs/es")).messages;
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
  try {
    window.localStorage.setItem(REMEMBERED, language);
  } catch {
    // Not remembered; still spoken.
  }
}
