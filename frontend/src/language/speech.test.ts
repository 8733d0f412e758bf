import { expect, test } from "vitest";
import { speak } from "./i18n";
import { spoken } from "./speech";

test.each([
  ["en", "SP", "Spanish"],
  ["en", "KEK", "Q\u02bceqchi\u02bc"],
  ["en", "kek", "Q\u02bceqchi\u02bc"],
  ["en", "MAM", "Mam"],
  ["es", "en", "inglés"],
  ["es", "ENG", "inglés"],
  ["en", "as it was typed", "as it was typed"],
] as const)("in %s the code %s is read as %s", async (language, code, said) => {
  await speak(language);
  expect(spoken(code)).toBe(said);
});
