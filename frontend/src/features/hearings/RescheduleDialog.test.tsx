import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { fireEvent } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { HearingRowFragment } from "~/graph/generated/graphql";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../../tests/drawn";
import { RescheduleDialog } from "./RescheduleDialog";

const HEARING = {
  id: "hearing-1",
  revision: 3,
  occasion: { id: "occasion-1", wallStarts: "2026-12-02T09:00:00", startsAt: "2026-12-02T14:00:00Z", endsAt: "2026-12-02T15:00:00Z", timeZone: "America/New_York", hourKnown: true, room: "2", kind: "BOND_HEARING", state: "CONFIRMED" },
} as unknown as HearingRowFragment;

const PREVIEW = { previewReschedule: { __typename: "ReschedulePreview", startsAt: "2026-12-09T15:30:00Z", endsAt: "2026-12-09T16:30:00Z", earlier: false, hoursAway: 380, warnings: [], following: [], asked: [], tellings: [{ __typename: "Telling", personName: "Luis Prado", audience: "ATTORNEY", channel: "EMAIL", kind: "RESCHEDULED", dueAt: "2026-11-23T20:00:00Z", count: 1 }, { __typename: "Telling", personName: null, audience: "SUPPORTER", channel: "EMAIL", kind: "RESCHEDULED", dueAt: "2026-11-23T20:00:00Z", count: 12 }] } };

const WORDS: Record<"en" | "es", { time: string; submit: string; out: string }> = {
  en: { time: "New time, as printed on the notice *", submit: "Move and tell everyone", out: "13 messages will go out" },
  es: { time: "Nueva hora, como está impresa en el aviso *", submit: "Mover y avisar a todos", out: "Saldrán 13 mensajes" },
};

describe.each(["en", "es"] as const)("moving a hearing in %s", (language) => {
  beforeEach(() => speak(language));

  test("shows who will be told before anything is saved, then sends what was typed with the revision", async () => {
    const closed = vi.fn();
    const { client, asked } = answering({ PreviewReschedule: () => PREVIEW, RescheduleHearing: () => ({ rescheduleHearing: { __typename: "RescheduleHearingPayload", told: 13, hearing: HEARING } }) });
    drawn(<RescheduleDialog hearing={HEARING} onClose={closed} />, client);

    fireEvent.change(screen.getByLabelText(WORDS[language].time), { target: { value: "2026-12-09T10:30" } });
    expect(await screen.findByText(WORDS[language].out)).toBeVisible();
    expect(screen.getByText(/Luis Prado/)).toBeVisible();
    expect(asked.map((one) => one.name)).not.toContain("RescheduleHearing");

    await userEvent.click(screen.getByRole("button", { name: WORDS[language].submit }));
    await waitFor(() => expect(closed).toHaveBeenCalled());
    expect(asked.at(-1)).toMatchObject({ name: "RescheduleHearing", variables: { input: { hearingId: "hearing-1", expectedRevision: 3, startsAt: "2026-12-09T10:30" } } });
  });

  test("a refusal stays on screen as a sentence and the dialog stays open", async () => {
    const closed = vi.fn();
    const { client } = answering({ PreviewReschedule: () => PREVIEW, RescheduleHearing: () => ({ rescheduleHearing: { __typename: "ChangedMeanwhile", message: "Ana changed this a minute ago." } }) });
    drawn(<RescheduleDialog hearing={HEARING} onClose={closed} />, client);
    await userEvent.click(screen.getByRole("button", { name: WORDS[language].submit }));
    expect(await within(screen.getByRole("dialog")).findByRole("alert")).toHaveTextContent("Ana changed this a minute ago.");
    expect(closed).not.toHaveBeenCalled();
  });

  test("an hour that occurs twice is asked about, and the answer is sent", async () => {
    const { client, asked } = answering({ PreviewReschedule: () => PREVIEW, RescheduleHearing: () => ({ rescheduleHearing: { __typename: "TimeOccursTwice", message: "1:30 occurs twice." } }) });
    drawn(<RescheduleDialog hearing={HEARING} onClose={vi.fn()} />, client);
    await userEvent.click(screen.getByRole("button", { name: WORDS[language].submit }));
    const choices = await screen.findAllByRole("radio");
    await userEvent.click(choices[1] as HTMLElement);
    await userEvent.click(screen.getByRole("button", { name: WORDS[language].submit }));
    await waitFor(() => expect(asked.at(-1)?.variables).toMatchObject({ input: { occurrence: 2 } }));
  });
});
