import { useDebouncedValue } from "@mantine/hooks";
import { Alert, SimpleGrid } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useFormContext } from "react-hook-form";
import { useQuery } from "urql";
import { TextField } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { PlannedRemindersFragment } from "~/graph/generated/graphql";
import { numbers } from "./numbers";

export const PlannedPart = graphql(`
  fragment PlannedReminders on PlannedReminders { matter audience daysBefore at hoursBefore edited sentence }
`);
const EditPlan = graphql(`
  mutation EditNoticePlan($input: EditNoticePlanInput!) {
    editNoticePlan(input: $input) { __typename ... on EditNoticePlanPayload { followed plan { ...PlannedReminders } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const EditOne = graphql(`
  mutation EditOccasionPlan($input: EditOccasionPlanInput!) {
    editOccasionPlan(input: $input) { __typename ... on EditOccasionPlanPayload { occasion { id } plan { ...PlannedReminders } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Preview = graphql(`
  query PreviewNoticePlan($organizationId: ID!, $matter: Matter!, $audience: Audience!, $daysBefore: [Int!]!, $at: String!, $hoursBefore: [Int!]!) {
    previewNoticePlan(organizationId: $organizationId, matter: $matter, audience: $audience, daysBefore: $daysBefore, at: $at, hoursBefore: $hoursBefore) { __typename ... on PlanPreview { dates fewer { count } more { count } } ... on UserError { message } }
  }
`);
const PreviewOne = graphql(`
  query PreviewOccasionPlan($occasionId: ID!, $audience: Audience!, $daysBefore: [Int!]!, $at: String!, $hoursBefore: [Int!]!) {
    previewOccasionPlan(occasionId: $occasionId, audience: $audience, daysBefore: $daysBefore, at: $at, hoursBefore: $hoursBefore) { __typename ... on PlanPreview { dates fewer { count } more { count } } ... on UserError { message } }
  }
`);

type Values = { daysBefore: string; at: string; hoursBefore: string };

/** When one audience is reminded: of everything of its kind, or of one date. */
export function PlanDialog({ of, organizationId, occasionId, who, onDone, onClose }: { of: PlannedRemindersFragment; organizationId?: string; occasionId?: string; who: string; onDone: () => void; onClose: () => void }) {
  const { t } = useLingui();
  const look = { title: t`Reminders: ${who}`, submit: t`Save the reminders`, defaults: { daysBefore: of.daysBefore.join(", "), at: of.at, hoursBefore: of.hoursBefore.join(", ") } satisfies Values, onDone, onClose };
  const typedAs = (typed: Values) => ({ audience: of.audience, daysBefore: numbers(typed.daysBefore), at: typed.at, hoursBefore: numbers(typed.hoursBefore) });
  const fields = (
    <>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextField name="daysBefore" label={t`Days before`} hint={t`Such as 7, 3, 1`} autoFocus />
        <TextField name="at" type="time" label={t`At`} hint={t`By the clock of the place`} />
        <TextField name="hoursBefore" label={t`Hours before`} hint={t`Such as 2`} />
      </SimpleGrid>
      {occasionId ? <OfOne occasionId={occasionId} typedAs={typedAs} /> : <OfAll organizationId={organizationId ?? ""} matter={of.matter} typedAs={typedAs} />}
    </>
  );
  if (occasionId) return <VerbDialog verb={EditOne} {...look} input={(typed: Values) => ({ occasionId, ...typedAs(typed) })} told={t`This date is reminded of so from now on.`}>{fields}</VerbDialog>;
  return <VerbDialog verb={EditPlan} {...look} input={(typed: Values) => ({ organizationId: organizationId ?? "", matter: of.matter, ...typedAs(typed) })} told={(done) => t`Saved. Dates to come that follow it: ${done.followed}.`}>{fields}</VerbDialog>;
}

type Typed = (typed: Values) => { audience: PlannedRemindersFragment["audience"]; daysBefore: number[]; at: string; hoursBefore: number[] };

function OfAll({ organizationId, matter, typedAs }: { organizationId: string; matter: PlannedRemindersFragment["matter"]; typedAs: Typed }) {
  const { watch } = useFormContext<Values>();
  const [typed] = useDebouncedValue(watch(), 300);
  const [{ data }] = useQuery({ query: Preview, variables: { organizationId, matter, ...typedAs(typed) }, requestPolicy: "network-only" });
  return <WhatItDoes of={data?.previewNoticePlan} />;
}

function OfOne({ occasionId, typedAs }: { occasionId: string; typedAs: Typed }) {
  const { watch } = useFormContext<Values>();
  const [typed] = useDebouncedValue(watch(), 300);
  const [{ data }] = useQuery({ query: PreviewOne, variables: { occasionId, ...typedAs(typed) }, requestPolicy: "network-only" });
  return <WhatItDoes of={data?.previewOccasionPlan} />;
}

type Previewed = { __typename: "PlanPreview"; dates: number; fewer: { count: number }[]; more: { count: number }[] } | { __typename: string; message: string };

function WhatItDoes({ of }: { of: Previewed | undefined }) {
  if (!of) return null;
  if (!("dates" in of)) return <Alert color="yellow">{of.message}</Alert>;
  const fewer = of.fewer.reduce((sum, one) => sum + one.count, 0);
  const more = of.more.reduce((sum, one) => sum + one.count, 0);
  return (
    <p className="quiet" aria-live="polite" style={{ margin: 0 }}>
      <Plural value={of.dates} one="# date to come." other="# dates to come." /> {fewer || more ? <><Plural value={fewer} one="# reminder goes," other="# reminders go," /> <Plural value={more} one="# comes." other="# come." /></> : <Trans>Nothing changes.</Trans>}
    </p>
  );
}
