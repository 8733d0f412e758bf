import { Anchor } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useFormContext } from "react-hook-form";
import { Telephone } from "~/design/pieces";
import { ChoiceField, TextField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { DateCheckOutcome, HearingRowFragment, Source } from "~/graph/generated/graphql";
import { OFFICIAL } from "~/language/courtCodes";
import { zoneName } from "~/language/times";
import { dateCheckOutcomeWords, sourceWords } from "~/language/words";
import { HearingNamed } from "./HearingNamed";

const Check = graphql(`
  mutation CheckDate($input: CheckDateInput!) {
    checkDate(input: $input) { __typename ... on CheckDatePayload { hearing { id ...HearingRow } } ... on Invalid { field } ... on UserError { message } }
  }
`);

const CHANNELS: readonly Source[] = ["COURT_LINE", "COURT_PORTAL", "PRINTED_NOTICE", "COUNSEL", "FACILITY_CALL", "CLIENT", "FAMILY", "AGENCY", "OTHER"];
const HEARD: readonly DateCheckOutcome[] = ["SAME", "DIFFERENT", "NOT_FOUND"];

type Values = { source: Source; outcome: DateCheckOutcome; heard: string };

/** Somebody asked: it is so, it is another time, or it is not known there. Another time moves nothing by itself. */
export function CheckDateDialog({ hearing, onClose }: { hearing: HearingRowFragment; onClose: () => void }) {
  const { t } = useLingui();
  const { occasion } = hearing;
  const channels = useChoices(sourceWords, CHANNELS);
  const heard = useChoices(dateCheckOutcomeWords, HEARD);
  return (
    <VerbDialog
      verb={Check}
      title={t`I checked this date`}
      submit={t`Save`}
      defaults={{ source: "COURT_LINE", outcome: "SAME", heard: "" } satisfies Values}
      input={(typed: Values) => ({ hearingId: hearing.id, sequence: occasion.sequence, source: typed.source, outcome: typed.outcome, heard: typed.outcome === "DIFFERENT" ? said(typed.heard) : undefined })}
      told={t`What you heard is saved.`}
      onClose={onClose}
    >
      <HearingNamed of={hearing} />
      <ChoiceField name="source" label={t`Where did you ask?`} required options={channels} />
      <Where />
      <ChoiceField name="outcome" label={t`What did they say?`} required options={heard} />
      <Another zone={zoneName(occasion.timeZone)} />
    </VerbDialog>
  );
}

/** The official page or number of what was chosen, and none that only looks official. */
function Where() {
  const { i18n } = useLingui();
  const { watch } = useFormContext<Values>();
  const found = OFFICIAL.find((one) => one.source === watch("source"));
  if (!found) return null;
  return <p className="quiet" style={{ margin: 0 }}>{i18n._(found.label)}: {found.phone ? <Telephone number={found.phone} /> : <Anchor href={found.address} target="_blank" rel="noreferrer noopener">{found.address}</Anchor>}</p>;
}

function Another({ zone }: { zone: string }) {
  const { t } = useLingui();
  const { watch } = useFormContext<Values>();
  if (watch("outcome") !== "DIFFERENT") return null;
  return (
    <>
      <TextField name="heard" type="datetime-local" required label={t`The time they gave`} hint={t`In the court's own zone: ${zone}`} />
      <p className="quiet" style={{ margin: 0 }}><Trans>Nothing is moved: whoever looks after the case gets a task with both times.</Trans></p>
    </>
  );
}
