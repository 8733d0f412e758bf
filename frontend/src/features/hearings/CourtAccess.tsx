import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { ChoiceField, TextField, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { CourtAccess as Met } from "~/graph/generated/graphql";
import { plainDate } from "~/language/times";
import { Word } from "~/language/Word";
import { courtAccessWords } from "~/language/words";

const Report = graphql(`
  mutation ReportCourtAccess($input: ReportCourtAccessInput!) {
    reportCourtAccess(input: $input) { __typename ... on ReportCourtAccessPayload { location { id access { what seenOn } } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Mine = graphql(`
  query WhoReportsAccess { viewer { organization { id } } }
`);

/** What observers met where this hearing is held, the latest first: whoever plans to come reads it. */
export function MetThere({ of }: { of: { access: readonly { what: Met; seenOn: string }[] } }) {
  if (of.access.length === 0) return null;
  return (
    <div className="quiet">
      <Trans>Observers there:</Trans> {of.access.slice(0, 3).map((one, place) => <span key={`${one.what}${one.seenOn}`}>{place > 0 ? "; " : ""}<Word of={one.what} in={courtAccessWords} /> ({plainDate(one.seenOn)})</span>)}
    </div>
  );
}

export function CourtAccessDialog({ location, onClose }: { location: { id: string; name: string }; onClose: () => void }) {
  const { t } = useLingui();
  const met = useChoices(courtAccessWords);
  const [{ data }] = useQuery({ query: Mine });
  const organizationId = data?.viewer?.organization?.id ?? "";
  return (
    <VerbDialog verb={Report} title={t`What did observers meet?`} submit={t`Save`} defaults={{ seenOn: "" }} input={(typed: { what: Met; seenOn: string }) => ({ organizationId, hearingLocationId: location.id, what: typed.what, seenOn: typed.seenOn })} told={t`Thank you: whoever plans to come will read it.`} onClose={onClose}>
      <p className="quiet" style={{ margin: 0 }}><Trans>At {location.name}. Nothing about a client is written down.</Trans></p>
      <ChoiceField name="what" label={t`What was it?`} required options={met} />
      <TextField name="seenOn" type="date" required label={t`On which day?`} />
    </VerbDialog>
  );
}
