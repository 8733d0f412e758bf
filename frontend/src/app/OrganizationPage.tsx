import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { Awaiting, Page, Panel, Tag } from "~/design/pieces";
import { graphql } from "~/graph/generated";
import { Word } from "~/language/Word";
import { roleWords } from "~/language/words";
import { zoneName } from "~/language/times";

const House = graphql(`
  query OrganizationPage {
    viewer { person { id } organization { id name phone timeZone members { role supervised person { id name } } } }
  }
`);

export function OrganizationPage() {
  const { t } = useLingui();
  const [{ data, error }] = useQuery({ query: House });
  const house = data?.viewer?.organization;
  if (!house) return <Awaiting failed={Boolean(error)} />;
  return (
    <Page title={house.name} about={[house.phone, zoneName(house.timeZone)].filter(Boolean).join(" · ")}>
      <Panel title={t`Members and roles`} flush>
        <ul className="rows">{house.members.map((member) => <li key={`${member.person?.id}${member.role}`} style={{ display: "flex", justifyContent: "space-between" }}><span>{member.person?.name}</span><span><Tag><Word of={member.role} in={roleWords} /></Tag> {member.supervised ? <Tag tone="orange"><Trans>supervised</Trans></Tag> : null}</span></li>)}</ul>
      </Panel>
    </Page>
  );
}
