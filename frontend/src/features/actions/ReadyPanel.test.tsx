import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { FragmentType } from "~/graph/generated";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../../tests/drawn";
import { ReadyPanel, type ReadyPart } from "./ReadyPanel";

const of = (more: object) => ({ id: "a1", unready: [], warnings: [], clashes: [], ...more }) as unknown as FragmentType<typeof ReadyPart>;

test("what is missing is said as something to do, and stands in nobody's way", async () => {
  await speak("en");
  drawn(<ReadyPanel of={of({ unready: ["SAFETY_PLAN", "LEAD"] })} />, answering({}).client);
  expect(screen.getByText("There is no safety plan: people will stand in the street.")).toBeVisible();
  expect(screen.getByText(/stands in nobody's way/u)).toBeVisible();
});

test("of an hour that is taken where one may not look, only that counsel asks for another", async () => {
  await speak("en");
  drawn(<ReadyPanel of={of({ clashes: [{ kind: null, startsAt: null, timeZone: null }] })} />, answering({}).client);
  expect(screen.getByText("Counsel asks for another hour.")).toBeVisible();
  expect(screen.queryByText(/hearing/iu)).toBeNull();
});

test("a word worth a second look is shown with the text it stands in, in the reader's language", async () => {
  await speak("es");
  drawn(<ReadyPanel of={of({ warnings: [{ what: "NAME", where: "talking_points:es", words: "Riveras" }] })} />, answering({}).client);
  expect(screen.getByText(/Riveras.+Puntos para hablar/u)).toBeVisible();
});
