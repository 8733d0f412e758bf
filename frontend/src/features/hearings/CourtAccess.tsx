import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { ChoiceField, NumberField, TextField, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { CourtAccess as Met, Openness } from "~/graph/generated/graphql";
import { plainDate } from "~/language/times";
import { Word } from "~/language/Word";
import { courtAccessWords, opennessWords } from "~/language/words";

const Report = graphql(`
  mutation ReportCourtAccess($input: ReportCourtAccessInput!) {
    reportCourtAccess(input: $input) { __typename ... on ReportCourtAccessPayload { location { id access { what seenOn } } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Mine = graphql(`
  query WhoReportsAccess { viewer { organization { id } } }
`);

const Confirm = graphql(`
  mutation ConfirmObserverRules($input: ConfirmObserverRulesInput!) {
    confirmObserverRules(input: $input) { __typename ... on ConfirmObserverRulesPayload { location { id rulesForObservers { openness confirmedOn } } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Rules = { openness: Openness; leadDays?: number | null; photoId?: boolean | null; devices?: boolean | null; notes?: boolean | null; linkWhenCleared?: boolean | null; askedOf: string; confirmedOn: string; confirmedBy?: { name: string } | null };

/** What observers are to know of this place, and who asked there last. */
export function RulesThere({ of }: { of: { rulesForObservers?: Rules | null } }) {
  const one = of.rulesForObservers;
  if (!one) return null;
  return (
    <div className="quiet">
      <Word of={one.openness} in={opennessWords} />{one.leadDays ? <> · <Trans>names {one.leadDays} days before</Trans></> : null}{one.photoId ? <> · <Trans>photo ID</Trans></> : null}{one.devices === false ? <> · <Trans>no devices</Trans></> : null}{one.notes === false ? <> · <Trans>no notes</Trans></> : one.notes ? <> · <Trans>notes allowed</Trans></> : null}{one.linkWhenCleared ? <> · <Trans>link once cleared</Trans></> : null} (<Trans>{one.askedOf}, confirmed {plainDate(one.confirmedOn)}</Trans>{one.confirmedBy ? `, ${one.confirmedBy.name}` : ""})
    </div>
  );
}

type Answer = "" | "yes" | "no";
type Typed = { openness: Openness; askedOf: string; confirmedOn: string; leadDays?: number; photoId: Answer; devices: Answer; notes: Answer; linkWhenCleared: Answer };

function yes(said: Answer): boolean | undefined {
  return said ? said === "yes" : undefined;
}

/** What one office said of observers. What nobody asked about stays open. */
export function ObserverRulesDialog({ location, onClose }: { location: { id: string; name: string }; onClose: () => void }) {
  const { t } = useLingui();
  const openness = useChoices(opennessWords);
  const answers = [{ value: "yes", label: t`Yes` }, { value: "no", label: t`No` }];
  const [{ data }] = useQuery({ query: Mine });
  const organizationId = data?.viewer?.organization?.id ?? "";
  return (
    <VerbDialog
      verb={Confirm}
      title={t`Rules for observers`}
      submit={t`Save`}
      defaults={{ askedOf: "", confirmedOn: "", photoId: "", devices: "", notes: "", linkWhenCleared: "" }}
      input={(typed: Typed) => ({ organizationId, hearingLocationId: location.id, openness: typed.openness, askedOf: typed.askedOf, confirmedOn: typed.confirmedOn, leadDays: typed.leadDays, photoId: yes(typed.photoId), devices: yes(typed.devices), notes: yes(typed.notes), linkWhenCleared: yes(typed.linkWhenCleared) })}
      told={t`Saved. Whoever is asked to come reads it on their page.`}
      onClose={onClose}
    >
      <p className="quiet" style={{ margin: 0 }}><Trans>At {location.name}. Nothing about a client is written down.</Trans></p>
      <ChoiceField name="openness" label={t`Are observers let in?`} required options={openness} />
      <NumberField name="leadDays" label={t`How many days before must names be sent in?`} hint={t`Leave it empty where no names are asked for.`} />
      <ChoiceField name="photoId" label={t`Is an identity card with a photo asked for?`} options={answers} />
      <ChoiceField name="devices" label={t`May telephones and computers be brought in?`} options={answers} />
      <ChoiceField name="notes" label={t`May observers take notes?`} options={answers} />
      <ChoiceField name="linkWhenCleared" label={t`Is a video link given once somebody is cleared?`} options={answers} />
      <TextField name="askedOf" label={t`Whom did you ask, and how?`} hint={t`For example: clerk's office, by telephone.`} required />
      <TextField name="confirmedOn" type="date" required label={t`On which day?`} />
    </VerbDialog>
  );
}

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
