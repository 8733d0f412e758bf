import { Trans, useLingui } from "@lingui/react/macro";
import { useFormContext } from "react-hook-form";
import { useQuery } from "urql";
import { Awaiting, Refusal } from "~/design/pieces";
import { TextField } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import { wallText, zoneName } from "~/language/times";

const Moving = graphql(`
  query MovingAction($id: ID!) {
    node(id: $id) {
      __typename
      ... on AdvocacyAction { id revision title state may followsHearing hearing { id } answers { asked coming maybe } occasion { id startsAt wallStarts timeZone hourKnown } }
    }
  }
`);
const Move = graphql(`
  mutation MoveAction($input: ReviseActionInput!) {
    reviseAction(input: $input) { __typename ... on ReviseActionPayload { action { id revision followsHearing occasion { id sequence startsAt endsAt wallStarts hourKnown } } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Values = { startsAt: string };

/** An action to another time, and nothing else of it: counsel's sign-off stays. `proposed`: the wall it was dropped on. */
export function MoveActionDialog({ actionId, proposed, onClose }: { actionId: string; proposed?: string | undefined; onClose: () => void }) {
  const { t } = useLingui();
  const [{ data, error }] = useQuery({ query: Moving, variables: { id: actionId }, requestPolicy: "network-only" });
  const one = data?.node;
  if (!one && !error) return null;
  if (one?.__typename !== "AdvocacyAction") return error ? <Awaiting failed /> : null;
  const { occasion } = one;
  const zone = zoneName(occasion.timeZone);
  const may = one.may.includes("reviseAction");
  return (
    <VerbDialog verb={Move} title={t`Move the event`} submit={t`Move and tell everyone`} wide defaults={{ startsAt: proposed ?? occasion.wallStarts.slice(0, 16) } satisfies Values} input={(typed: Values, occurrence) => ({ actionId: one.id, expectedRevision: one.revision, startsAt: typed.startsAt, occurrence })} told={t`The event is moved. Whoever was asked is told.`} onClose={onClose}>
      <div><strong>{one.title}</strong></div>
      {may ? null : <Refusal><Trans>You may not move this event. Whoever plans it can.</Trans></Refusal>}
      <TextField name="startsAt" type="datetime-local" required label={t`New time`} hint={t`In the zone of the place: ${zone}`} />
      <Consequence was={occasion.wallStarts} asked={one.answers.asked} coming={one.answers.coming + one.answers.maybe} draft={one.state === "DRAFT"} follows={one.followsHearing && Boolean(one.hearing)} />
    </VerbDialog>
  );
}

/** Who hears of it, before anything is saved. */
function Consequence({ was, asked, coming, draft, follows }: { was: string; asked: number; coming: number; draft: boolean; follows: boolean }) {
  const { watch } = useFormContext<Values>();
  const startsAt = watch("startsAt");
  const same = startsAt === was.slice(0, 16);
  if (same) return <p className="quiet" style={{ margin: 0 }}><Trans>Type the new time to see who will be told, before anything is saved.</Trans></p>;
  return (
    <section aria-live="polite">
      <p style={{ margin: "0 0 8px", fontWeight: 600 }}>{wallText(was)} → {wallText(startsAt)}</p>
      {draft || asked === 0 ? <p className="quiet" style={{ margin: 0 }}><Trans>No one has been told of this date yet, so no one needs to be told.</Trans></p> : <p style={{ margin: 0 }}><Trans>Everyone who was asked is told at once. Asked: {asked}; said that they come or may come: {coming}.</Trans></p>}
      {follows ? <p className="quiet"><Trans>It still follows its hearing: if the hearing moves, this moves again.</Trans></p> : null}
    </section>
  );
}
