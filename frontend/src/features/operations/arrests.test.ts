import { beforeEach, expect, test } from "vitest";
import { speak } from "~/language/i18n";
import { MOST, type Typed, asWall, blank, cells, filled, isWall, languageCode, placed, saysMinor, sent } from "./arrests";

beforeEach(() => speak("en"));

function rows(count: number): Typed[] {
  return Array.from({ length: count }, (_, index) => blank(index + 1));
}

test("what a spreadsheet copies is read line by line, with quotes and line breaks inside a cell", () => {
  expect(cells('Inés\tPerú\r\n"Juan ""Chepe""\nLópez"\tHonduras\r\n\r\n')).toEqual([["Inés", "Perú"], ['Juan "Chepe" López', "Honduras"]]);
  expect(cells('5\' 7" tall\tPeru')).toEqual([["5' 7\" tall", "Peru"]]);
});

test("a paste fills from its cell to the right and down, and adds the rows it needs", () => {
  const before = rows(2);
  const { rows: after, ...read } = filled(before, 1, "legalName", [["Inés", "Perú", "A 201 345 678", "x", "Spanish", "11/20/2026 7:40 AM", "Rosa"], ["Juan", "Honduras"]]);
  expect(read).toEqual({ lines: 2, left: 0, beyond: 0 });
  expect(after.map((row) => row.legalName)).toEqual(["", "Inés", "Juan"]);
  expect(after[1]).toEqual({ key: 2, legalName: "Inés", countryOfBirth: "Perú", aNumbers: "A 201 345 678", minor: true, language: "Spanish", arrestedAt: "2026-11-20T07:40", callerName: "Rosa" });
  expect(new Set(after.map((row) => row.key)).size).toBe(3);
  expect(before.map((row) => row.legalName)).toEqual(["", ""]);
});

test("a paste into a column leaves what stands to the left of it, and says what found no place", () => {
  const typed = [{ ...blank(1), legalName: "Inés" }];
  const { rows: after, ...read } = filled(typed, 0, "callerName", [["Rosa", "203 555 0110"]]);
  expect(after).toEqual([{ ...blank(1), legalName: "Inés", callerName: "Rosa" }]);
  expect(read).toEqual({ lines: 1, left: 0, beyond: 1 });
});

test("at most a hundred people are listed, and the lines left out are counted", () => {
  const { rows: after, ...read } = filled(rows(3), 2, "legalName", Array.from({ length: 120 }, (_, index) => [`Person ${index}`]));
  expect(after).toHaveLength(MOST);
  expect(read).toEqual({ lines: 98, left: 22, beyond: 0 });
});

test.each([["2026-11-20 07:40", "2026-11-20T07:40"], ["2026-11-20T07:40:00", "2026-11-20T07:40"], ["11/20/26 7:40 pm", "2026-11-20T19:40"], ["11/20/2026 12:05 a.m.", "2026-11-20T00:05"], ["11/20/2026, 19:40", "2026-11-20T19:40"]])("%s is a day with its hour", (cell, wall) => {
  expect(asWall(cell)).toBe(wall);
});

// An hour is never made up, and a day is never guessed: what can't be read stays, to be asked about.
test.each(["11/20/2026", "20/11/2026 07:40", "02/30/2026 07:40", "11/20/2026 25:00", "11/20/2026 14:00 PM", "Friday morning"])("%s stays as it was pasted", (cell) => {
  expect(asWall(cell)).toBe(cell);
  expect(isWall(asWall(cell))).toBe(false);
});

test("a minor is told by an age or a word, in doubt yes", () => {
  expect(["x", "sí", "Yes", "minor", "17", "1", "?"].map(saysMinor)).toEqual([true, true, true, true, true, true, true]);
  expect(["", "no", "No", "0", "34", "18", "FALSE"].map(saysMinor)).toEqual([false, false, false, false, false, false, false]);
});

test("a language is known by its name, in the reader's language too; another stays as typed", async () => {
  expect([languageCode("spanish"), languageCode("mam"), languageCode("Akateko")]).toEqual(["es", "mam", "Akateko"]);
  await speak("es");
  expect(languageCode("Español")).toBe("es");
});

test("what was left empty is not sent; several numbers are", () => {
  expect(JSON.parse(JSON.stringify(sent({ ...blank(1), legalName: " Inés ", aNumbers: "A201345678, 201-345-679" }, "America/New_York")))).toEqual({ legalName: "Inés", aNumbers: ["A201345678", "201-345-679"] });
  expect(JSON.parse(JSON.stringify(sent({ ...blank(1), minor: true, arrestedAt: "2026-11-20T07:40" }, "America/Chicago")))).toEqual({ minor: true, arrestedAt: "2026-11-20T07:40", arrestZone: "America/Chicago" });
});

test("a refusal is placed at its row and cell, and every other row it names says its own", () => {
  const four = rows(4).map((row) => ({ ...row, key: row.key + 10 }));
  const faults = placed(four, { field: "arrests.1.aNumbers", message: "Nobody was taken in. Person 2: An A-number has 8 or 9 digits. Check it. Person 4: This A-number is person 1's as well. It belongs to one." });
  expect([...faults]).toEqual([[12, { column: "aNumbers", message: "An A-number has 8 or 9 digits. Check it." }], [14, { message: "This A-number is person 1's as well. It belongs to one." }]]);
  const spanish = placed(four, { field: "arrests.2.aNumbers", message: "No se admitió a nadie. Persona 3: Revise el número." });
  expect([...spanish]).toEqual([[13, { column: "aNumbers", message: "Revise el número." }]]);
});

test("a field without a column marks the row, and one that is about the whole list marks none", () => {
  expect([...placed(rows(2), { field: "arrests.0.aliases", message: "Nobody was taken in. Person 1: Too many." })]).toEqual([[1, { message: "Too many." }]]);
  expect([...placed(rows(2), { field: "arrests", message: "List at most 100 people at a time." })]).toEqual([]);
  expect([...placed(rows(2), { message: "The server could not be reached." })]).toEqual([]);
});
