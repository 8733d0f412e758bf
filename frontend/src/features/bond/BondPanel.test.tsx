import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { makeFragmentData } from "~/graph/generated";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../../tests/drawn";
import { BondPanel, BondPart } from "./BondPanel";

type Part = Parameters<typeof makeFragmentData<typeof BondPart, never>>[0];

const STEP = { number: 1, source: "COUNSEL", recordedAt: "2026-11-18T15:00:00Z", recordedBy: null, undoneAt: null, dhsCustody: null, dhsAmount: null, judgeOrder: null, amount: null, reservesAppeal: null, appealedBy: null, obligorKind: null, obligor: null, receipt: null, details: null };
const POSTED = {
  id: "bond-1", revision: 4, stage: "POSTED", nextStages: ["APPEALED", "CANCELLED_REFUNDED"],
  steps: [
    { ...STEP, stage: "GRANTED", on: "2026-11-18", amount: 7500, judgeOrder: "GRANTED" },
    { ...STEP, number: 2, stage: "POSTED", on: "2026-11-20", obligorKind: "CITIZEN", obligor: "Carmen Vidal", receipt: "BND-4471" },
  ],
  clocks: [{ kind: "APPEAL", runsFrom: "2026-11-18", length: 30, counting: "FILING_DAYS", due: "2026-12-18", state: "RUNNING", authority: "8 CFR 1003.38(b)", verified: true }],
};

function one(more: object): never {
  const part = { id: "case-1", shortId: "C-10001", may: ["recordBondStage", "undoBondStage", "recordCustody"], custodyStatus: "IN_CUSTODY", bondAmount: null, bondFund: null, bond: null, ...more };
  return makeFragmentData(part as unknown as Part, BondPart) as never;
}

const WORDS: Record<"en" | "es", { empty: string; begin: string; posted: string; release: string; arguments: RegExp; eligible: RegExp }> = {
  en: { empty: "Nothing recorded of bond", begin: "Begin", posted: "Posted", release: "Record the release", arguments: /Arguments for and against/, eligible: /eligible/i },
  es: { empty: "Nada anotado sobre la fianza", begin: "Empezar", posted: "Pagada", release: "Anotar la liberación", arguments: /Argumentos a favor y en contra/, eligible: /elegible/i },
};

describe.each(["en", "es"] as const)("the bond panel in %s", (language) => {
  beforeEach(() => speak(language));

  test("with nothing recorded says when to begin", () => {
    drawn(<BondPanel of={one({})} />, answering({}).client);

    expect(screen.getByText(WORDS[language].empty)).toBeVisible();
    expect(screen.getByRole("button", { name: WORDS[language].begin })).toBeVisible();
  });

  test("shows the stages as a line with who posted it, and leads on to the release", async () => {
    const release = vi.fn();
    drawn(<BondPanel of={one({ bond: POSTED, bondAmount: { amount: 7500 } })} onRelease={release} />, answering({}).client);

    const [stages] = screen.getAllByRole("list");
    expect(within(stages as HTMLElement).getByText(WORDS[language].posted)).toBeVisible();
    expect(screen.getByText(/Carmen Vidal/)).toBeVisible();
    expect(screen.getByText(/8 CFR 1003\.38\(b\)/)).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: WORDS[language].release }));
    expect(release).toHaveBeenCalledOnce();
  });

  test("argues as of today, and never says that somebody is eligible", async () => {
    const law = {
      asOf: "2026-11-23", facility: "Plymouth", state: "MA", district: "D. Mass.", circuit: "1", stance: "CONTESTED", gaps: ["ENTRY"], narrowed: false, burden: null,
      arguments: [{ key: "a", side: "AGAINST", sentence: "No judge sets bond.", citation: "29 I&N Dec. 216", inForceFrom: "2025-09-05", dayKnown: null, ifTheirs: true, status: "In force.", read: "SOURCE", unverified: "Its reach." }],
    };
    const { client, asked } = answering({ BondLaw: () => ({ case: { id: "case-1", may: [], bondGrounds: null, bondEligibility: law } }) });
    drawn(<BondPanel of={one({})} />, client);
    expect(asked).toEqual([]);

    await userEvent.click(screen.getByRole("button", { name: WORDS[language].arguments }));

    expect(await screen.findByText(/29 I&N Dec\. 216/)).toBeVisible();
    expect(screen.getByText(/Its reach\./)).toBeVisible();
    expect(asked.map((each) => each.variables)).toEqual([{ shortId: "C-10001", asOf: null }]);
    expect(document.body.textContent).not.toMatch(WORDS[language].eligible);
  });
});

test("what belongs to another stage is not sent", async () => {
  await speak("en");
  const { client, asked } = answering({ RecordBondStage: () => ({ recordBondStage: { __typename: "NotAllowedByState", message: "Record first that bond was requested." } }) });
  drawn(<BondPanel of={one({ bond: { ...POSTED, nextStages: ["CANCELLED_REFUNDED"] } })} />, client);
  await userEvent.click(screen.getByRole("button", { name: "What came next" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.type(dialog.getByLabelText(/On which day/), "2026-11-23");
  await userEvent.type(dialog.getByLabelText(/Number on the receipt/), "I-391");
  await userEvent.click(dialog.getByRole("button", { name: "Record it" }));

  expect(await dialog.findByText("Record first that bond was requested.")).toBeVisible();
  const sent = asked.find((each) => each.name === "RecordBondStage")?.variables["input"];
  expect(sent).toMatchObject({ caseId: "case-1", expectedRevision: 4, stage: "CANCELLED_REFUNDED", on: "2026-11-23", receipt: "I-391", amount: null, obligor: null, appealedBy: null, dhsCustody: null });
});

test("what is granted is an amount, or release without a bond: then no amount is asked for, nor sent", async () => {
  await speak("en");
  const { client, asked } = answering({ RecordBondStage: () => ({ recordBondStage: { __typename: "NotAllowedByState", message: "Record first that bond was requested." } }) });
  drawn(<BondPanel of={one({ bond: { ...POSTED, nextStages: ["GRANTED"] } })} />, client);
  await userEvent.click(screen.getByRole("button", { name: "What came next" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.type(dialog.getByLabelText(/On which day/), "2026-11-23");
  await userEvent.type(dialog.getByLabelText(/Amount in dollars/), "5000");
  await userEvent.click(dialog.getByLabelText(/Without a bond/));
  expect(dialog.queryByLabelText(/Amount in dollars/)).toBeNull();
  await userEvent.click(dialog.getByRole("combobox", { name: /How do we know/ }));
  expect(screen.queryByRole("option", { name: /locator/i })).toBeNull();
  await userEvent.click(screen.getByRole("option", { name: "Printed notice" }));
  await userEvent.click(dialog.getByRole("button", { name: "Record it" }));

  expect(await dialog.findByText("Record first that bond was requested.")).toBeVisible();
  expect(asked.find((each) => each.name === "RecordBondStage")?.variables["input"]).toMatchObject({ stage: "GRANTED", amount: null, conditionalParole: true, source: "PRINTED_NOTICE" });
});

test("a judge's release without a bond is said in words, and leads on to the release", () => {
  speak("en");
  const bond = { ...POSTED, stage: "GRANTED", steps: [{ ...STEP, stage: "GRANTED", on: "2026-11-18", judgeOrder: "CONDITIONAL_PAROLE" }], clocks: [] };
  drawn(<BondPanel of={one({ bond })} onRelease={vi.fn()} />, answering({}).client);

  expect(screen.getByText(/on their own recognizance, without a bond/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Record the release" })).toBeVisible();
});
