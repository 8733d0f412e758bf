import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Segments } from "~/design/Segments";
import { OrganizationField, PersonField } from "~/forms/choosers";
import { TextField } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import { useViewer } from "~/graph/viewer";

const Raise = graphql(`
  mutation RaiseWall($input: RaiseWallInput!) {
    raiseWall(input: $input) { __typename ... on RaiseWallPayload { case { id ...TeamOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);
type Before = "person" | "organization";

/** A wall before somebody else: one person of this case's organizations, or a whole organization, never the one that leads. */
export function RaiseWallDialog({ caseId, leads, onClose }: { caseId: string; leads: string | undefined; onClose: () => void }) {
  const { t } = useLingui();
  const [before, setBefore] = useState<Before>("person");
  return (
    <VerbDialog verb={Raise} title={t`Raise a conflict wall`} submit={t`Raise the wall`} defaults={{ personId: "", organizationId: "", reason: "" }} input={(typed: { personId: string; organizationId: string; reason: string }) => ({ caseId, reason: typed.reason, personId: before === "person" ? typed.personId : null, organizationId: before === "organization" ? typed.organizationId : null })} told={t`The wall stands: they see nothing of this client.`} onClose={onClose}>
      <Segments aria-label={t`Before whom it stands`} value={before} onChange={(next) => setBefore(next as Before)} data={[{ value: "person", label: t`A person` }, { value: "organization", label: t`A whole organization` }]} />
      {before === "person" ? <PersonField name="personId" label={t`Who stands on another side`} kinds={["STAFF"]} caseId={caseId} required /> : <OrganizationField name="organizationId" label={t`Which organization stands on another side`} without={leads} required />}
      <TextField name="reason" label={t`What the conflict is, in a sentence`} required />
      <p className="quiet"><Trans>Their seats, offers, invitations and tasks in every case of this client end at once. They are not told why.</Trans></p>
    </VerbDialog>
  );
}

/** A wall before oneself: whoever is on a case may say so, and asks nobody. */
export function OwnConflictDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { t } = useLingui();
  const { viewer } = useViewer();
  return (
    <VerbDialog verb={Raise} title={t`I have a conflict here`} submit={t`Raise the wall`} defaults={{ reason: "" }} input={(typed: { reason: string }) => ({ caseId, reason: typed.reason, personId: viewer?.person.id ?? null, organizationId: null })} told={t`The wall stands: you see nothing of this client.`} onClose={onClose}>
      <TextField name="reason" label={t`What the conflict is, in a sentence`} required />
      <p className="quiet"><Trans>Your seat and tasks in every case of this client end at once, and somebody else looks after them.</Trans></p>
    </VerbDialog>
  );
}
