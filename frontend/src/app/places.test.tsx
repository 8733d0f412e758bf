import { screen } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../tests/drawn";
import { usePlaces } from "./Shell";

function Listed() {
  return <ul>{usePlaces().map((place) => <li key={place.to}>{`${place.key} ${place.icon} ${place.label} ${place.to}`}</li>)}</ul>;
}

async function places(kind: string, may: readonly string[], roles: readonly string[]): Promise<string[][]> {
  const organization = { id: "o", name: "Elm City", kind, timeZone: "America/New_York" };
  const { client } = answering({ Viewer: () => ({ viewer: { language: "en", may, person: { id: "p", name: "Ana Reyes" }, organization, memberships: roles.map((role) => ({ role, organization })) } }) });
  drawn(<Listed />, client);
  return (await screen.findAllByRole("listitem")).map((one) => (one.textContent ?? "").split(" "));
}

beforeEach(() => speak("en"));

test("every place of the menu has an icon and a key of its own", async () => {
  const found = await places("LEGAL_PROVIDER", ["importSpreadsheet", "takeInArrests", "exportOutcomes", "makeFunderReport"], ["COORDINATOR", "ATTORNEY"]);
  expect(found.length).toBeGreaterThan(13);
  for (const column of [0, 1]) expect(new Set(found.map((one) => one[column])).size).toBe(found.length);
});

test("Monday's page stands in the menu of whoever brings a legal provider's lists, and of nobody else", async () => {
  expect((await places("LEGAL_PROVIDER", ["importSpreadsheet"], ["COORDINATOR"])).map((one) => one.at(-1))).toContain("/monday");
});

test("a community group has no Monday's page", async () => {
  expect((await places("COMMUNITY_GROUP", ["importSpreadsheet"], ["ADVOCATE"])).map((one) => one.at(-1))).not.toContain("/monday");
});
