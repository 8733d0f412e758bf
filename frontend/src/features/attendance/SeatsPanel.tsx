import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Empty, Panel } from "~/design/pieces";
import { CheckField, NumberField } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";

const Arrange = graphql(`
  mutation ArrangeSeats($input: ArrangeSeatsInput!) {
    arrangeSeats(input: $input) { __typename ... on ArrangeSeatsPayload { occasion { id seating { id seats heldBack inOrder booked held listed } } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Seating = { seats: number; heldBack: number; inOrder: boolean; booked: number; held: number; listed: number };

/** How many seats there are, and how far they are given out. */
export function SeatsPanel({ occasionId, seating, live }: { occasionId: string; seating?: Seating | null; live: boolean }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  return (
    <Panel title={t`Seats`} action={live ? <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>{seating ? <Trans>Change</Trans> : <Trans>Say how many seats there are</Trans>}</Button> : null}>
      {seating ? (
        <>
          <p style={{ margin: 0 }}><Trans>{seating.seats} seats: {seating.booked} booked, {seating.held} held for an answer, {seating.listed} wait on the list</Trans></p>
          <p className="quiet" style={{ margin: "6px 0 0" }}>{seating.inOrder ? <Trans>Booked in the order of answers; {seating.heldBack} kept back</Trans> : <Trans>Each is booked by hand</Trans>}</p>
        </>
      ) : <Empty title={t`Room for everybody`}><Trans>Where seats are few, whoever comes stands on a list, and is written to once one is booked.</Trans></Empty>}
      {open ? (
        <VerbDialog verb={Arrange} title={t`Seats`} submit={t`Save`} defaults={{ ...(seating ? { seats: seating.seats } : {}), heldBack: seating?.heldBack ?? 0, inOrder: seating?.inOrder ?? true }} input={(typed: { seats?: number; heldBack?: number; inOrder: boolean }) => ({ occasionId, seats: typed.seats ?? 0, heldBack: typed.heldBack ?? 0, inOrder: typed.inOrder })} told={t`Saved. Whoever gets a seat is told.`} onClose={() => setOpen(false)}>
          <NumberField name="seats" label={t`How many seats are there?`} />
          <NumberField name="heldBack" label={t`How many are kept back?`} hint={t`For family, and whoever you seat by hand.`} />
          <CheckField name="inOrder" label={t`Book the others in the order of answers`} />
        </VerbDialog>
      ) : null}
    </Panel>
  );
}
