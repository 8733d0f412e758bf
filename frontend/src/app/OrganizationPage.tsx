import { useQuery } from "urql";
import { Trans, useLingui } from "@lingui/react/macro";
import { Awaiting, Page, Panel } from "~/design/pieces";
import { RevokeFeeds } from "~/features/feeds/RevokeFeeds";
import { MembersPanel } from "~/features/members/MembersPanel";
import { RevokeSignInLinks } from "~/features/members/RevokeSignInLinks";
import { AskWhoSaw } from "~/features/seen/AskWhoSaw";
import { graphql } from "~/graph/generated";
import { zoneName } from "~/language/times";

const House = graphql(`
  query OrganizationPage {
    viewer { may person { id } organization { id name phone timeZone ...Members } }
  }
`);

export function OrganizationPage() {
  const { t } = useLingui();
  const [{ data, error }] = useQuery({ query: House });
  const house = data?.viewer?.organization;
  if (!house) return <Awaiting failed={Boolean(error)} />;
  return (
    <Page title={house.name} about={[house.phone, zoneName(house.timeZone)].filter(Boolean).join(" · ")}>
      <div className="stack">
      <MembersPanel of={house} mayManage={data.viewer?.may.includes("takeOnMember") ?? false} />
      {data.viewer?.may.includes("readAudit") ? <AskWhoSaw /> : null}
      {data.viewer?.may.includes("revokeEverybodysFeeds") ? (
        <Panel title={t`When an address got out`}>
          <p style={{ marginTop: 0 }}><Trans>If nobody knows which calendar address got into other hands, end all of them. Each person's own are on their page of feeds.</Trans></p>
          <RevokeFeeds organizationId={house.id} everybody /> <RevokeSignInLinks organizationId={house.id} />
        </Panel>
      ) : null}
      </div>
    </Page>
  );
}
