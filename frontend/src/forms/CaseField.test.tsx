import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { FormProvider, useForm, useWatch } from "react-hook-form";
import type { Client } from "urql";
import { beforeEach, expect, test } from "vitest";
import { never } from "wonka";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../tests/drawn";
import { CaseField, CasesField } from "./choosers";

const KNOWN = [
  { number: 10_001, name: "Mateo R.", may: ["addCaseToAction"] },
  { number: 10_002, name: "Luz P.", may: [] },
  { number: 90_417, name: "Ana M.", may: ["addCaseToAction"] },
];
const node = ({ number, name, may }: (typeof KNOWN)[number]) => ({ id: `case-${number}`, shortId: `C-${number}`, may, client: { id: `client-${number}`, publicName: name } });

beforeEach(() => speak("en"));

/** A server with many cases: it tells two without a question, and by a name that no label shows the one far behind. */
function server() {
  return answering({
    ChooseCase: ({ search }) => ({ cases: { edges: KNOWN.filter((one) => (search ? search === "quispe" && one.number === 90_417 : one.number < 90_000)).map((one) => ({ node: node(one) })) } }),
  });
}

/** What the form holds. */
const typed = (): unknown => JSON.parse(screen.getByRole("status").textContent ?? "");
function Form({ children }: { children: React.ReactNode }) {
  const form = useForm({ defaultValues: { one: "", several: [] as string[] } });
  return <FormProvider {...form}>{children}<output>{JSON.stringify(useWatch(form))}</output></FormProvider>;
}

test("a case far behind the first hundred is found by what is typed, chosen by keyboard, and stays chosen", async () => {
  const { client, asked } = server();
  drawn(<Form><CaseField name="one" label="Case" required /></Form>, client);
  const box = screen.getByRole("combobox", { name: /Case/ });

  await userEvent.type(box, "quispe");
  await screen.findByRole("option", { name: "C-90417 · Ana M." });
  await userEvent.keyboard("{ArrowDown}{Enter}");

  expect(box).toHaveValue("C-90417 · Ana M.");
  expect(typed()).toMatchObject({ one: "case-90417" });
  // Nobody searches for what it is called, and the question for nothing brings other cases: it stays.
  await waitFor(() => expect(asked.at(-1)?.variables).toEqual({ search: null }));
  expect(box).toHaveValue("C-90417 · Ana M.");
  expect(asked.every((one) => one.variables.search === null || one.variables.search === "quispe")).toBe(true);
});

test("where nothing is found it says so", async () => {
  const { client } = server();
  drawn(<Form><CaseField name="one" label="Case" /></Form>, client);

  await userEvent.type(screen.getByRole("combobox", { name: "Case" }), "nobody");

  expect(await screen.findByText("No such case")).toBeVisible();
  expect(screen.queryByRole("option")).toBeNull();
});

test("while it is being searched it says so, and offers nothing that was found for something else", async () => {
  const { client } = server();
  const waiting = Object.assign(Object.create(client) as Client, { executeQuery: (asked: { variables: { search: string | null } }) => (asked.variables.search ? never : client.executeQuery(asked as never)) });
  drawn(<Form><CaseField name="one" label="Case" /></Form>, waiting);

  await userEvent.type(screen.getByRole("combobox", { name: "Case" }), "nobody");

  expect(screen.getByText("Searching…")).toBeVisible();
  expect(screen.queryByText("No such case")).toBeNull();
  expect(screen.queryByRole("option")).toBeNull();
});

test("several keep who was chosen before, and offer only what one may, and nothing twice", async () => {
  const { client } = server();
  drawn(<Form><CasesField name="several" label="Also about" may="addCaseToAction" but={["case-0"]} /></Form>, client);
  const box = await screen.findByRole("combobox", { name: "Also about" });

  await userEvent.click(box);
  expect(screen.getAllByRole("option").map((one) => one.textContent)).toEqual(["C-10001 · Mateo R."]);
  await userEvent.click(screen.getByRole("option", { name: "C-10001 · Mateo R." }));
  await userEvent.type(box, "quispe");
  await userEvent.click(await screen.findByRole("option", { name: "C-90417 · Ana M." }));

  expect(typed()).toMatchObject({ several: ["case-10001", "case-90417"] });
  expect(screen.getAllByText("C-10001 · Mateo R.").length).toBeGreaterThan(0);
});

test("whoever reads no other case is not asked about several", async () => {
  const { client, asked } = answering({ ChooseCase: () => ({ cases: { edges: [] } }) });
  drawn(<Form><CasesField name="several" label="Also about" /></Form>, client);

  await waitFor(() => expect(asked).toHaveLength(1));
  expect(screen.queryByRole("combobox")).toBeNull();
});
