import { Group, Menu, Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Panel, Tag } from "~/design/pieces";
import { VerbButton } from "~/forms/VerbButton";
import { graphql } from "~/graph/generated";
import type { CompanionKind } from "~/graph/generated/graphql";
import { Word } from "~/language/Word";
import { companionKindWords } from "~/language/words";

const Pair = graphql(`
  mutation PairCompanions($input: PairCompanionsInput!) {
    pairCompanions(input: $input) { __typename ... on PairCompanionsPayload { companion { id joined { id } } } ... on UserError { message } }
  }
`);

type Companion = { id: string; kind: CompanionKind; places?: number | null; town?: string | null; leavesAt?: string | null; person?: { name: string } | null; joined?: { id: string } | null };

/** Who offers, who asks, and who goes with whom: for whoever plans the day. */
export function CompanionsPanel({ all }: { all: readonly Companion[] }) {
  const { t } = useLingui();
  if (all.length === 0) return null;
  const offers = all.filter((one) => one.places != null);
  const asking = all.filter((one) => one.places == null);
  const left = (offer: Companion): number => (offer.places ?? 0) - asking.filter((one) => one.joined?.id === offer.id).length;
  const nameOf = (one: Companion): string => one.person?.name ?? t`Someone`;
  return (
    <Panel title={t`Going together`} flush>
      <ul className="rows">
        {offers.map((offer) => <li key={offer.id}><Tag><Word of={offer.kind} in={companionKindWords} /></Tag> <strong>{nameOf(offer)}</strong> <span className="quiet">{[offer.town, offer.leavesAt].filter(Boolean).join(", ")} · <Trans>{left(offer)} places left</Trans></span><div className="quiet">{asking.filter((one) => one.joined?.id === offer.id).map(nameOf).join(", ")}</div></li>)}
        {asking.map((one) => {
          const fitting = offers.filter((offer) => offer.kind === one.kind && left(offer) > 0);
          return (
            <li key={one.id}>
              <Group justify="space-between">
                <div><Tag><Word of={one.kind} in={companionKindWords} /></Tag> <strong>{nameOf(one)}</strong> <span className="quiet">{one.town ?? ""} · {one.joined ? <Trans>goes with somebody</Trans> : <Trans>still looks for somebody</Trans>}</span></div>
                {one.joined ? <VerbButton verb={Pair} label={t`Take apart`} aria-label={t`Take apart: ${nameOf(one)}`} input={{ askingId: one.id }} told={t`Both are told.`} /> : null}
                {!one.joined && fitting.length > 0 ? (
                  <Menu position="bottom-end" closeOnItemClick={false}>
                    <Menu.Target><Button size="compact-sm" variant="default" aria-label={t`Pair ${nameOf(one)} with`}><Trans>Pair with</Trans></Button></Menu.Target>
                    <Menu.Dropdown>{fitting.map((offer) => <div key={offer.id} style={{ padding: 4 }}><VerbButton fullWidth verb={Pair} label={[nameOf(offer), offer.town].filter(Boolean).join(", ")} input={{ askingId: one.id, offerId: offer.id }} told={t`Both are told.`} /></div>)}</Menu.Dropdown>
                  </Menu>
                ) : null}
              </Group>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
