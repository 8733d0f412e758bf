import { screen } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { HearingRowFragment } from "~/graph/generated/graphql";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../../tests/drawn";
import { CancelDialog } from "./CancelDialog";

const HEARING = { id: "hearing-1", revision: 3, occasion: { id: "occasion-1", startsAt: "2026-12-02T14:00:00Z", timeZone: "America/New_York" } } as unknown as HearingRowFragment;
const ACTION = { __typename: "AdvocacyAction", id: "action-1", title: "Vigil for Mateo R.", kind: "VIGIL", occasion: { __typename: "Occasion", id: "occasion-2", startsAt: "2026-12-02T13:00:00Z", timeZone: "America/New_York" } };

const WORDS: Record<"en" | "es", { around: string; left: RegExp }> = {
  en: { around: "Planned around this hearing", left: /not cancelled with the hearing/ },
  es: { around: "Planeado en torno a esta audiencia", left: /no se cancelan con la audiencia/ },
};

describe.each(["en", "es"] as const)("cancelling a hearing in %s", (language) => {
  beforeEach(() => speak(language));

  test("shows what is planned around it, before anything is cancelled", async () => {
    const { client, asked } = answering({ PreviewCancel: () => ({ previewCancel: { __typename: "CancelPreview", tellings: [], leftStanding: [ACTION] } }) });
    drawn(<CancelDialog hearing={HEARING} onClose={vi.fn()} />, client);

    expect(await screen.findByText(WORDS[language].around)).toBeVisible();
    expect(screen.getByText(/Vigil for Mateo R\./)).toBeVisible();
    expect(screen.getByText(WORDS[language].left)).toBeVisible();
    expect(asked.map((one) => one.name)).not.toContain("CancelHearing");
  });

  test("with nothing around it says nothing of that", async () => {
    const { client } = answering({ PreviewCancel: () => ({ previewCancel: { __typename: "CancelPreview", tellings: [], leftStanding: [] } }) });
    drawn(<CancelDialog hearing={HEARING} onClose={vi.fn()} />, client);
    await screen.findByRole("dialog");
    expect(screen.queryByText(WORDS[language].around)).toBeNull();
  });
});
