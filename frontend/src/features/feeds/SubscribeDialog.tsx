import { useLingui } from "@lingui/react/macro";
import { useFormContext } from "react-hook-form";
import { CaseField, CourtField } from "~/forms/choosers";
import { CheckField, ChoiceField, TextField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { FeedFilter } from "~/graph/generated/graphql";
import { currentLanguage } from "~/language/i18n";
import { feedFilterWords } from "~/language/words";

const Subscribe = graphql(`
  mutation SubscribeFeed($input: SubscribeFeedInput!) {
    subscribeFeed(input: $input) { __typename ... on SubscribeFeedPayload { feed { id ...FeedRow } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Values = { filter: FeedFilter; name: string; caseId: string; courtId: string; alarms: boolean };

export function SubscribeDialog({ organizationId, onClose }: { organizationId: string; onClose: () => void }) {
  const { t } = useLingui();
  const filters = useChoices(feedFilterWords);
  return (
    <VerbDialog verb={Subscribe} title={t`New feed`} submit={t`Make it`} defaults={{ filter: "MY_CASES", name: t`My hearings`, caseId: "", courtId: "", alarms: false } satisfies Values} input={(typed: Values) => ({ organizationId, filter: typed.filter, name: typed.name, caseId: typed.filter === "ONE_CASE" ? said(typed.caseId) : undefined, courtId: typed.filter === "ONE_COURT" ? said(typed.courtId) : undefined, alarms: typed.alarms, language: currentLanguage() })} told={t`The feed is ready. Press the button of your calendar.`} onClose={onClose}>
      <ChoiceField name="filter" label={t`What it shows`} required options={filters} />
      <Which />
      <TextField name="name" label={t`Name`} hint={t`As it will be called in your calendar: no client's name`} required />
      <CheckField name="alarms" label={t`With alarms`} />
    </VerbDialog>
  );
}

function Which() {
  const { t } = useLingui();
  const { watch } = useFormContext<Values>();
  const filter = watch("filter");
  if (filter === "ONE_COURT") return <CourtField name="courtId" label={t`Court`} required />;
  if (filter === "ONE_CASE") return <CaseField name="caseId" label={t`Case`} required />;
  return null;
}
