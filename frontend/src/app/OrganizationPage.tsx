import { useQuery } from "urql";
import { Awaiting, Page } from "~/design/pieces";
import { MembersPanel } from "~/features/members/MembersPanel";
import { graphql } from "~/graph/generated";
import { zoneName } from "~/language/times";

const House = graphql(`
  query OrganizationPage {
    viewer { may person { id } organization { id name phone timeZone ...Members } }
  }
`);

export function OrganizationPage() {
  const [{ data, error }] = useQuery({ query: House });
  const house = data?.viewer?.organization;
  if (!house) return <Awaiting failed={Boolean(error)} />;
  return (
    <Page title={house.name} about={[house.phone, zoneName(house.timeZone)].filter(Boolean).join(" · ")}>
      <MembersPanel of={house} mayManage={data.viewer?.may.includes("takeOnMember") ?? false} />
    </Page>
  );
}
