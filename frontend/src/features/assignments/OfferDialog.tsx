import { Alert, Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { AttorneysField } from "~/forms/choosers";
import { CheckField, ChoiceField, LongField, NumberField, TextField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { CaseNumber } from "~/design/pieces";
import { graphql } from "~/graph/generated";
import type { ProceedingKind, Scope } from "~/graph/generated/graphql";
import { date, moment } from "~/language/times";
import { Word } from "~/language/Word";
import { occasionKindWords, proceedingKindWords, scopeWords } from "~/language/words";

const Offer = graphql(`
  mutation OfferAssignments($input: OfferAssignmentsInput!) {
    offerAssignments(input: $input) { __typename ... on OfferAssignmentsPayload { assignments { id } case { id ...RepresentationOfCase } } ... on Invalid { field } ... on NotCleared { missing } ... on UserError { message } }
  }
`);

const Before = graphql(`
  query BeforeOffering($caseId: ID!) {
    node(id: $caseId) {
      __typename
      ... on Case { id shortId client { id publicName language } nextHearing { id occasion { id kind startsAt timeZone hourKnown } court { id name } } leadOrganization { id name } consents { id purpose standing } team { id person { id } } }
    }
  }
`);

type Offered = { attorneyIds: string[]; scope: Scope; proceedingId: string; blurb: string; answerBy: string; hours: number | undefined; several: boolean };

/** Why somebody can't be chosen, or what to know before choosing them, by their id. */
export type Known = Readonly<Record<string, { said: string; barred: boolean }>>;

type Props = {
  caseId: string;
  proceedings: readonly { id: string; kind: ProceedingKind }[];
  chosen: readonly string[];
  /** Who was asked already, or has the case. */
  known: Known;
  mayRecord: boolean;
  /** The client's consent to seek counsel is to be recorded first, in this language. */
  onRecord: (language: string) => void;
  onClose: () => void;
};

/** The same offer to one attorney or to several at once: who is first for whom the file opens is taken. */
export function OfferDialog({ caseId, proceedings, chosen, known, mayRecord, onRecord, onClose }: Props) {
  const { t, i18n } = useLingui();
  const [{ data }] = useQuery({ query: Before, variables: { caseId }, requestPolicy: "network-only" });
  const one = data?.node?.__typename === "Case" ? data.node : undefined;
  const next = one?.nextHearing;
  const missing = one && !one.consents.some((consent) => consent.purpose === "SEEK_COUNSEL" && consent.standing);
  const seated = Object.fromEntries((one?.team ?? []).flatMap(({ person }) => (person ? [[person.id, { said: t`on the team already`, barred: false }]] : [])));
  const scopes = useChoices(scopeWords);
  return (
    <VerbDialog verb={Offer} title={t`Offer a placement`} submit={t`Send the offer`} defaults={{ attorneyIds: [...chosen], scope: "ALL", proceedingId: "", blurb: "", answerBy: "", hours: undefined, several: false } satisfies Offered} input={(typed: Offered) => ({ caseId, attorneyIds: typed.attorneyIds, scope: typed.scope, proceedingId: said(typed.proceedingId) ?? null, blurb: typed.blurb, answerBy: said(typed.answerBy) ?? null, hours: typed.hours ?? null, several: typed.several })} told={t`The offer is on its way.`} onClose={onClose}>
      {one ? (
        <p style={{ margin: 0 }}>
          <strong><CaseNumber>{one.shortId}</CaseNumber>{one.client.publicName === one.shortId ? null : ` ${one.client.publicName}`}</strong>
          <br />
          <span className="quiet">{next ? <><Trans>Next date:</Trans> <Word of={next.occasion.kind} in={occasionKindWords} />, {next.occasion.hourKnown ? moment(next.occasion.startsAt, next.occasion.timeZone) : date(next.occasion.startsAt, next.occasion.timeZone)}{next.court ? `, ${next.court.name}` : ""}</> : <Trans>No court date next</Trans>}</span>
        </p>
      ) : null}
      {missing ? (
        <Alert color="orange" variant="light" role="alert" title={t`The client's consent to seek counsel is missing`}>
          <Trans>Until it is recorded, the case can be offered within {one.leadOrganization?.name ?? ""} only, and to nobody outside. Ask the client first.</Trans>
          {mayRecord ? <Group mt={8}><Button size="compact-sm" variant="default" onClick={() => onRecord(one.client.language ?? "es")}><Trans>Record the consent</Trans></Button></Group> : null}
        </Alert>
      ) : null}
      <AttorneysField known={{ ...seated, ...known }} name="attorneyIds" label={t`Attorneys`} hint={t`One or several. Who is first for whom the file opens is taken, and the others' offers are taken back.`} required />
      <ChoiceField name="scope" label={t`Scope`} required options={scopes} />
      <ChoiceField name="proceedingId" label={t`Proceeding`} options={proceedings.map((each) => ({ value: each.id, label: i18n._(proceedingKindWords[each.kind]) }))} />
      <LongField name="blurb" label={t`What you tell them of the case`} hint={t`Why it is worth taking, in two or three sentences. Nothing that identifies: no name of anybody, no employer, no address, no exact place. Region, court and next date are added, as they stand on the day they look.`} required />
      <TextField name="answerBy" type="date" label={t`Answer by`} hint={t`The end of that day. Left empty: two weeks.`} />
      <NumberField name="hours" label={t`About how many hours it takes`} />
      <CheckField name="several" label={t`Co-counsel are wanted`} hint={t`Nobody's yes takes the others' offers back.`} />
    </VerbDialog>
  );
}
