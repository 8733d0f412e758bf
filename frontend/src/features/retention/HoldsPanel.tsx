import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { CaseNumber, Empty, Panel, Tag } from "~/design/pieces";
import { LongField, TextField, said } from "~/forms/fields";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { date } from "~/language/times";

export const HoldsPart = graphql(`
  fragment Holds on Organization {
    id
    holds { id shortId reason placedAt placedBy { id name } }
  }
`);

const Place = graphql(`
  mutation PlaceHold($input: PlaceHoldInput!) {
    placeHold(input: $input) { __typename ... on PlaceHoldPayload { organization { ...Holds } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Lift = graphql(`
  mutation LiftHold($input: LiftHoldInput!) {
    liftHold(input: $input) { __typename ... on LiftHoldPayload { organization { ...Holds } } ... on UserError { message } }
  }
`);

/** Holds that stand; for admins and attorneys, also how to place and lift one. */
export function HoldsPanel({ of, mayPlace }: { of: FragmentType<typeof HoldsPart>; mayPlace: boolean }) {
  const { t } = useLingui();
  const house = readFragment(HoldsPart, of);
  const [placing, setPlacing] = useState(false);
  if (!mayPlace && house.holds.length === 0) return null;
  return (
    <Panel title={t`Legal holds`} {...(mayPlace ? { action: <Button variant="default" size="compact-sm" onClick={() => setPlacing(true)}><Trans>Place a hold</Trans></Button> } : {})} flush>
      {house.holds.length === 0 ? <Empty title={t`Nothing is on hold`}><Trans>Place one as soon as a claim, a subpoena or a records request can be foreseen, even if no paper has come.</Trans></Empty> : (
        <ul className="rows">
          {house.holds.map((one) => (
            <li key={one.id} className="spread">
              <span>
                {one.shortId ? <Tag tone="orange"><CaseNumber>{one.shortId}</CaseNumber></Tag> : <Tag tone="orange"><Trans>Everything</Trans></Tag>} {one.reason}
                <div className="quiet">{one.placedBy ? t`Since ${date(one.placedAt)}, by ${one.placedBy.name}` : t`Since ${date(one.placedAt)}`}</div>
              </span>
              {mayPlace ? <VerbButton verb={Lift} input={{ holdId: one.id }} label={t`Lift`} ask={t`The clocks go on as if they had never stopped: what should have gone meanwhile goes at the next sweep, within a day. Ask counsel first.`} told={t`The hold is lifted.`} aria-label={one.shortId ? t`Lift the hold on ${one.shortId}` : t`Lift the hold on everything`} /> : null}
            </li>
          ))}
        </ul>
      )}
      {placing ? (
        <VerbDialog verb={Place} title={t`Place a legal hold`} submit={t`Place the hold`} defaults={{ shortId: "", reason: "" }} input={(typed) => ({ organizationId: house.id, reason: typed.reason, shortId: said(typed.shortId) ?? null })} told={t`From now on nothing of it is taken away.`} onClose={() => setPlacing(false)}>
          <TextField name="shortId" label={t`Number of the case`} hint={t`Such as C-10423. Empty: all that your organization has.`} autoFocus />
          <LongField name="reason" label={t`What is foreseen?`} hint={t`Who may ask, and for what. Admins and attorneys read it.`} required />
        </VerbDialog>
      ) : null}
    </Panel>
  );
}
