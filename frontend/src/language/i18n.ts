import { type Messages, i18n } from "@lingui/core";

/** What the page is read in, each by the name its readers use. */
export const LANGUAGES = { en: "English", es: "Español", pt: "Português", ht: "Kreyòl ayisyen" } as const;
export type Language = keyof typeof LANGUAGES;

const REMEMBERED = "presencia.language";

/** How dates and numbers are written: the reader's words, this country's habits. Creole's own words stand in `creole.ts`. */
export const WRITTEN_AS: Record<Language, string> = { en: "en-US", es: "es-US", pt: "pt-BR", ht: "fr-HT" };

const CATALOGS: Record<Exclude<Language, "en">, () => Promise<{ messages: Messages }>> = {
  es: () => import("./catalogs/es"),
  pt: () => import("./catalogs/pt"),
  ht: () => import("./catalogs/ht"),
};

export function isLanguage(word: string | null | undefined): word is Language {
  return typeof word === "string" && Object.hasOwn(LANGUAGES, word);
}

export function currentLanguage(): Language {
  return isLanguage(i18n.locale) ? i18n.locale : "en";
}

/** The language chosen before on this device, else the first of the browser's that we speak, else English. */
export function preferredLanguage(): Language {
  let remembered: string | null = null;
  try {
    remembered = window.localStorage.getItem(REMEMBERED);
  } catch {
    // A closed storage only means that nothing was remembered.
  }
  if (isLanguage(remembered)) return remembered;
  return (navigator.languages ?? [navigator.language]).map((tag) => tag.toLowerCase().split("-")[0]).find(isLanguage) ?? "en";
}

/** Built, every page brings its own English (scripts/spoken.ts); while it is developed they come from the catalog. */
async function english(): Promise<Messages> {
  return import.meta.env.PROD ? {} : (await import("./catalogs/en")).messages;
}

/** Speak this language from now on: words, `lang` of the page, and the next visit. */
export async function speak(language: Language): Promise<void> {
  const messages = language === "en" ? await english() : (await CATALOGS[language]()).messages;
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
  try {
    window.localStorage.setItem(REMEMBERED, language);
  } catch {
    // Not remembered; still spoken.
  }
}
