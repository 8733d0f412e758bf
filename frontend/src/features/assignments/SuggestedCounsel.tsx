import { Button, Group, Modal } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { Awaiting, Empty, Refusal, Tag } from "~/design/pieces";
import { useFocusBack } from "~/forms/focus";
import { graphql } from "~/graph/generated";

const Suggest = graphql(`
  query SuggestCounsel($caseId: ID!) {
    suggestCounsel(caseId: $caseId) {
      __typename
      ... on CounselSuggestions { suggestions { person { id name } mayAppear citation because against } }
      ... on UserError { message }
    }
  }
`);

/** To whom the case could be offered, each with the reasons: it orders, and whoever offers decides. */
export function SuggestedCounsel({ caseId, onOffer, onClose }: { caseId: string; onOffer: (personId: string) => void; onClose: () => void }) {
  const { t } = useLingui();
  useFocusBack();
  const [{ data, error }] = useQuery({ query: Suggest, variables: { caseId }, requestPolicy: "network-only" });
  const found = data?.suggestCounsel;
  const rows = found && "suggestions" in found ? found.suggestions : undefined;
  return (
    <Modal opened onClose={onClose} title={t`Whom to ask`} size="lg" closeButtonProps={{ "aria-label": t`Close` }}>
      {found && "message" in found ? <Refusal>{found.message}</Refusal> : null}
      {!found ? <Awaiting failed={Boolean(error)} /> : null}
      {rows?.length === 0 ? <Empty title={t`Nobody is open to offers who was not asked already`}><Trans>Record where attorneys may appear and what they take on, and they are listed here.</Trans></Empty> : null}
      <ul className="rows">
        {rows?.map((one) => (
          <li key={one.person.id}>
            <Group justify="space-between" align="flex-start" wrap="nowrap">
              <div>
                <Group gap={6}><strong>{one.person.name}</strong>{one.mayAppear ? <Tag tone="teal"><Trans>may appear</Trans></Tag> : <Tag tone="red"><Trans>may not appear there</Trans></Tag>}<span className="quiet">{one.citation}</span></Group>
                <div>{one.because.join(" ")}</div>
                {one.against.length > 0 ? <div className="quiet"><Trans>Against it:</Trans> {one.against.join(" ")}</div> : null}
              </div>
              {one.mayAppear ? <Button size="compact-sm" variant="default" flex="none" aria-label={t`Offer to ${one.person.name}`} onClick={() => onOffer(one.person.id)}><Trans>Offer</Trans></Button> : null}
            </Group>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
