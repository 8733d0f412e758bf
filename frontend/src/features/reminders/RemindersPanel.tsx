import { Modal } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Panel } from "~/design/pieces";
import { Segments } from "~/design/Segments";
import { graphql, readFragment } from "~/graph/generated";
import type { Matter } from "~/graph/generated/graphql";
import { matterWords } from "~/language/words";
import { PlannedPart } from "./PlanDialog";
import { PlanRows } from "./PlanRows";

const OfOrganization = graphql(`
  query NoticePlan($organizationId: ID!) { noticePlan(organizationId: $organizationId) { ...PlannedReminders } }
`);
const OfOccasion = graphql(`
  query OccasionPlan($occasionId: ID!) { occasionPlan(occasionId: $occasionId) { ...PlannedReminders } }
`);

const MATTERS = Object.keys(matterWords) as Matter[];

/** When the organization reminds whom of what. */
export function RemindersPanel({ organizationId, mayEdit }: { organizationId: string; mayEdit: boolean }) {
  const { t, i18n } = useLingui();
  const [matter, setMatter] = useState<Matter>("COURT_DATE");
  const [{ data, error }, again] = useQuery({ query: OfOrganization, variables: { organizationId } });
  const plan = data?.noticePlan.map((one) => readFragment(PlannedPart, one)).filter((one) => one.matter === matter);
  return (
    <Panel title={t`Reminders`} flush>
      <div className="body">
        <p className="quiet" style={{ marginTop: 0 }}><Trans>Hours are those of the place. What would ring at night comes in the evening before; each person may say otherwise.</Trans></p>
        <Segments aria-label={t`Reminders of`} value={matter} onChange={(value) => setMatter(value as Matter)} data={MATTERS.map((value) => ({ value, label: i18n._(matterWords[value]) }))} />
        {plan ? null : <Awaiting failed={Boolean(error)} />}
      </div>
      {plan ? <PlanRows plan={plan} organizationId={organizationId} mayEdit={mayEdit} changed={() => again({ requestPolicy: "network-only" })} /> : null}
    </Panel>
  );
}

/** When people are reminded of one date. */
export function OccasionReminders({ occasionId, onClose }: { occasionId: string; onClose: () => void }) {
  const { t } = useLingui();
  const [{ data, error }, again] = useQuery({ query: OfOccasion, variables: { occasionId }, requestPolicy: "cache-and-network" });
  const plan = data?.occasionPlan.map((one) => readFragment(PlannedPart, one));
  return (
    <Modal opened onClose={onClose} title={t`Reminders of this date`} size="lg" closeButtonProps={{ "aria-label": t`Close` }}>
      {plan ? <PlanRows plan={plan} occasionId={occasionId} mayEdit changed={() => again({ requestPolicy: "network-only" })} /> : <Awaiting failed={Boolean(error)} />}
    </Modal>
  );
}
