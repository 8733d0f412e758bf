import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Empty, Panel, Telephone } from "~/design/pieces";
import { OrganizationField } from "~/forms/choosers";
import { TextField, said } from "~/forms/fields";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";

const Desks = graphql(`
  query SightingDesks {
    sightingDesks { handle supportPhone closedAt organization { id } shares { partner { id name } } }
  }
`);
const Open = graphql(`
  mutation OpenSightingDesk($input: OpenSightingDeskInput!) {
    openSightingDesk(input: $input) { __typename ... on OpenSightingDeskPayload { desk { handle } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Close = graphql(`
  mutation CloseSightingDesk($input: CloseSightingDeskInput!) {
    closeSightingDesk(input: $input) { __typename ... on CloseSightingDeskPayload { desk { handle } } ... on UserError { message } }
  }
`);
const Share = graphql(`
  mutation ShareSightings($input: ShareSightingsInput!) {
    shareSightings(input: $input) { __typename ... on ShareSightingsPayload { desk { handle } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Stop = graphql(`
  mutation StopSharingSightings($input: StopSharingSightingsInput!) {
    stopSharingSightings(input: $input) { __typename ... on StopSharingSightingsPayload { desk { handle } } ... on UserError { message } }
  }
`);

/** Where people tell what they saw, and who sees what was confirmed. */
export function DeskPanel({ organizationId, mayKeep }: { organizationId: string; mayKeep: boolean }) {
  const { t } = useLingui();
  const [{ data, error }] = useQuery({ query: Desks });
  const [open, setOpen] = useState<"desk" | "share">();
  const desk = data?.sightingDesks.find((one) => one.organization?.id === organizationId);
  const standing = desk && !desk.closedAt ? desk : undefined;
  return (
    <Panel title={t`Your page for sightings`} {...(mayKeep ? { action: <Button variant="default" size="compact-sm" onClick={() => setOpen("desk")}>{standing ? <Trans>Change it</Trans> : <Trans>Open the page</Trans>}</Button> } : {})}>
      {data ? null : <Awaiting failed={Boolean(error)} />}
      {data && !standing ? <Empty title={t`The page is not open`}><Trans>Once it is open, anybody who has its address can tell what they saw, without an account.</Trans></Empty> : null}
      {standing ? (
        <>
          <p style={{ marginTop: 0 }}><a href={`/report/${standing.handle}`} target="_blank" rel="noreferrer">{window.location.origin}/report/{standing.handle}</a></p>
          {standing.supportPhone ? <p><Trans>Rapid responders call for legal support:</Trans> <Telephone number={standing.supportPhone} /></p> : <p className="quiet"><Trans>No number for legal support yet: rapid responders are told none.</Trans></p>}
          <h3 style={{ marginBottom: 4 }}><Trans>Partner groups that see what is confirmed</Trans></h3>
          {standing.shares.length ? null : <p className="quiet"><Trans>None: your organization alone.</Trans></p>}
          <ul className="rows">
            {standing.shares.map(({ partner }) => partner ? (
              <li key={partner.id} className="spread">{partner.name}{mayKeep ? <VerbButton verb={Stop} input={{ organizationId, partnerId: partner.id }} label={t`Stop`} aria-label={t`Stop showing sightings to ${partner.name}`} told={t`They see your sightings no more.`} /> : null}</li>
            ) : null)}
          </ul>
          {mayKeep ? <Group mt="sm"><Button variant="default" size="compact-sm" onClick={() => setOpen("share")}><Trans>Let a group see them</Trans></Button><VerbButton verb={Close} input={{ organizationId }} label={t`Close the page`} told={t`The page is closed.`} ask={t`Nobody can tell you anything there until you open it again.`} /></Group> : null}
        </>
      ) : null}
      {open === "desk" ? (
        <VerbDialog verb={Open} title={t`Your page for sightings`} submit={t`Open the page`} defaults={{ handle: desk?.handle ?? "", supportPhone: desk?.supportPhone ?? "" }} input={(typed: { handle: string; supportPhone: string }) => ({ organizationId, handle: typed.handle, supportPhone: said(typed.supportPhone) })} told={t`The page is open.`} onClose={() => setOpen(undefined)}>
          <TextField name="handle" label={t`Its name in the address`} hint={t`Small letters, digits and hyphens, such as new-haven`} required autoFocus />
          <TextField name="supportPhone" type="tel" label={t`Number for legal support, for rapid responders`} />
        </VerbDialog>
      ) : null}
      {open === "share" ? (
        <VerbDialog verb={Share} title={t`Let a group see confirmed sightings`} submit={t`Let them see`} defaults={{ partnerId: "" }} input={(typed: { partnerId: string }) => ({ organizationId, partnerId: typed.partnerId })} told={t`They see what is confirmed from now on.`} onClose={() => setOpen(undefined)}>
          <OrganizationField name="partnerId" label={t`Group`} required without={organizationId} />
        </VerbDialog>
      ) : null}
    </Panel>
  );
}
