import { useQuery } from "urql";
import { Trans, useLingui } from "@lingui/react/macro";
import { Awaiting, Page, Panel, Telephone } from "~/design/pieces";
import { RevokeFeeds } from "~/features/feeds/RevokeFeeds";
import { ToCheckPanel } from "~/features/dateChecks/ToCheckPanel";
import { ShiftsPanel } from "~/features/dateChecks/ShiftsPanel";
import { DutyPanel } from "~/features/duty/DutyPanel";
import { MembersPanel } from "~/features/members/MembersPanel";
import { RevokeSignInLinks } from "~/features/members/RevokeSignInLinks";
import { RemindersPanel } from "~/features/reminders/RemindersPanel";
import { HoldsPanel } from "~/features/retention/HoldsPanel";
import { KeptPanel } from "~/features/retention/KeptPanel";
import { AskWhoSaw } from "~/features/seen/AskWhoSaw";
import { graphql } from "~/graph/generated";
import { zoneName } from "~/language/times";

const House = graphql(`
  query OrganizationPage {
    viewer { may person { id } organization { id name phone timeZone kind ...Members ...Duty ...Shifts ...DatesToCheck ...Holds ...Kept } }
  }
`);

export function OrganizationPage() {
  const { t } = useLingui();
  const [{ data, error }, again] = useQuery({ query: House });
  const may = data?.viewer?.may ?? [];
  const house = data?.viewer?.organization;
  if (!house) return <Awaiting failed={Boolean(error)} />;
  return (
    <Page title={house.name} about={<>{house.phone ? <><Telephone number={house.phone} /> · </> : null}{zoneName(house.timeZone)}</>}>
      <div className="stack">
      <DutyPanel of={house} maySave={may.includes("saveDutyRota")} />
      <MembersPanel of={house} mayManage={may.includes("takeOnMember")} />
      {house.kind === "LEGAL_PROVIDER" && may.includes("endShift") ? <ShiftsPanel of={house} mayStart={may.includes("startShift")} onChanged={() => again({ requestPolicy: "network-only" })} /> : null}
      {house.kind === "LEGAL_PROVIDER" && may.includes("startShift") ? <ToCheckPanel of={house} /> : null}
      {may.includes("readAudit") ? <AskWhoSaw /> : null}
      <RemindersPanel organizationId={house.id} mayEdit={may.includes("editNoticePlan")} />
      <HoldsPanel of={house} mayPlace={may.includes("placeHold")} />
      {may.includes("takeOnMember") ? <KeptPanel of={house} /> : null}
      {may.includes("revokeEverybodysFeeds") ? (
        <Panel title={t`When an address got out`}>
          <p style={{ marginTop: 0 }}><Trans>If nobody knows which calendar address got into other hands, end all of them. Each person's own are on their page of feeds.</Trans></p>
          <RevokeFeeds organizationId={house.id} everybody /> <RevokeSignInLinks organizationId={house.id} />
        </Panel>
      ) : null}
      </div>
    </Page>
  );
}
