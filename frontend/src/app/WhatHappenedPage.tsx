import { Select } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Empty, Page } from "~/design/pieces";
import { Compared } from "~/features/outcomes/Compared";
import { ExportOutcomes } from "~/features/outcomes/ExportOutcomes";
import { graphql } from "~/graph/generated";

const Happened = graphql(`
  query WhatHappenedPage {
    viewer { may person { id } organization { id name kind whatHappened { quarter kinds { kind total ...KindShown } } } }
  }
`);

/** What happened at an organization's hearings, a quarter at a time. It says what happened, not why. */
export function WhatHappenedPage() {
  const { t } = useLingui();
  const [{ data, error }] = useQuery({ query: Happened });
  const [chosen, setChosen] = useState<string>();
  const house = data?.viewer?.organization;
  if (!house) return <Awaiting failed={Boolean(error)} />;
  const told = house.whatHappened;
  // The first that has something to say.
  const shown = told.find((one) => one.quarter === chosen) ?? told.find((one) => one.kinds.some((kind) => kind.total)) ?? told[0];
  return (
    <Page title={t`What happened`} about={<Trans>This says what happened, not why: a full courtroom goes together with many other things.</Trans>} actions={shown && data?.viewer?.may.includes("exportOutcomes") ? <ExportOutcomes organizationId={house.id} quarter={shown.quarter} /> : null}>
      {shown ? (
        <div className="stack">
          <Select label={t`Quarter`} description={t`By entries made in it. Each is worked out once, two weeks after its end.`} data={told.map((one) => one.quarter)} value={shown.quarter} onChange={(value) => setChosen(value ?? undefined)} allowDeselect={false} maw={320} openOnFocus={false} />
          <p className="quiet" style={{ margin: 0 }}><Trans>No count under five is shown, and none can be worked out: what is too few stands together with something else. There is no comparison of judges.</Trans></p>
          {shown.kinds.map((kind) => <Compared key={kind.kind} of={kind} />)}
        </div>
      ) : <Empty title={t`Nothing to tell yet`}><Trans>After the first quarter in which people entered what happened at hearings, it is shown here side by side.</Trans></Empty>}
    </Page>
  );
}
