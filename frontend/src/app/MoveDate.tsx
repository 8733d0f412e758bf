import { Modal } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { Awaiting, Refusal } from "~/design/pieces";
import { MoveActionDialog } from "~/features/actions/MoveDialog";
import { RescheduleDialog } from "~/features/hearings/RescheduleDialog";
import { HearingRow } from "~/features/hearings/HearingsPanel";
import { graphql, readFragment } from "~/graph/generated";

const MovingHearing = graphql(`
  query MovingHearing($id: ID!) {
    node(id: $id) {
      __typename
      ... on Hearing { id case { id may } ...HearingRow }
    }
  }
`);

type Date = { hearing: { id: string } | null; action: { id: string } | null };

/** A date to another time, by its own verb and with its own preview: nothing is saved before somebody says so. */
export function MoveDate({ of, proposed, onClose }: { of: Date; /** Where it was dropped, by the clock of its place. */ proposed?: string | undefined; onClose: () => void }) {
  if (of.action) return <MoveActionDialog actionId={of.action.id} proposed={proposed} onClose={onClose} />;
  return of.hearing ? <MoveHearing hearingId={of.hearing.id} proposed={proposed} onClose={onClose} /> : null;
}

function MoveHearing({ hearingId, proposed, onClose }: { hearingId: string; proposed?: string | undefined; onClose: () => void }) {
  const { t } = useLingui();
  // Asked afresh: a calendar may have stood open since the morning.
  const [{ data, error }] = useQuery({ query: MovingHearing, variables: { id: hearingId }, requestPolicy: "network-only" });
  const one = data?.node?.__typename === "Hearing" ? data.node : undefined;
  const hearing = readFragment(HearingRow, one);
  if (one && hearing && one.case?.may.includes("rescheduleHearing")) return <RescheduleDialog hearing={hearing} proposed={proposed} onClose={onClose} />;
  if (!data && !error) return null;
  return <Modal opened onClose={onClose} title={t`Move the hearing`} closeButtonProps={{ "aria-label": t`Close` }}>{one ? <Refusal><Trans>You may not move this hearing. Whoever keeps the case's dates can.</Trans></Refusal> : <Awaiting failed={Boolean(error)} />}</Modal>;
}
