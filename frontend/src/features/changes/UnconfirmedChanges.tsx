import { Group } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useQuery } from "urql";
import { CaseNumber, Panel, Tag, When } from "~/design/pieces";
import { graphql } from "~/graph/generated";
import { Word } from "~/language/Word";
import { changeKindWords, occasionKindWords } from "~/language/words";
import { Tally } from "./ChangesPanel";

const Unconfirmed = graphql(`
  query UnconfirmedChanges {
    unconfirmedChanges {
      id kind told confirmed owing
      case { id shortId }
      occasion { id kind startsAt timeZone hourKnown }
      acknowledgements { id state person { id name } }
    }
  }
`);

/** What needs a human before anything else: dates that changed, and who has not said that they know. */
export function UnconfirmedChanges() {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: Unconfirmed });
  const found = data?.unconfirmedChanges ?? [];
  if (found.length === 0) return null;
  return (
    <Panel title={t`Changes that are not confirmed`} flush>
      <ul className="rows">
        {found.map((one) => (
          <li key={one.id}>
            <Group gap={6}>
              {one.case ? <Link className="plain" to="/cases/$shortId" params={{ shortId: one.case.shortId }}><CaseNumber>{one.case.shortId}</CaseNumber></Link> : null}
              {one.occasion ? <><Word of={one.occasion.kind} in={occasionKindWords} /> <When at={one.occasion.startsAt} zone={one.occasion.timeZone} hourKnown={one.occasion.hourKnown} /></> : null}
              <Tag tone="orange"><Word of={one.kind} in={changeKindWords} /></Tag>
            </Group>
            <Tally of={one} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
