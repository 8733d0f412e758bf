import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "~/graph/generated";
import type { AssignmentState, ProceedingKind } from "~/graph/generated/graphql";
import { moment } from "~/language/times";
import { OfferDialog } from "./OfferDialog";
import { SeekCounselConsent } from "./SeekCounselConsent";
import { OVER, THEIRS } from "./standing";

const CaseToOffer = graphql(`
  query CaseToOffer($id: ID!) {
    node(id: $id) { __typename ... on Case { id may proceedings { id kind } assignments { id state lapsed expiresAt attorney { id name } } } }
  }
`);

type Offerable = {
  id: string;
  may: readonly string[];
  proceedings: readonly { id: string; kind: ProceedingKind }[];
  assignments: readonly { state: AssignmentState; lapsed: boolean; expiresAt?: string | null | undefined; attorney?: { id: string } | null | undefined }[];
};

/** Offering one case: nobody is asked twice, and a consent that is missing is recorded on the way. */
export function Offering({ of, chosen, onClose }: { of: Offerable; chosen: readonly string[]; onClose: () => void }) {
  const { t } = useLingui();
  const [language, setLanguage] = useState<string>();
  const asked = Object.fromEntries(of.assignments.flatMap((each) => {
    if (!each.attorney || OVER.includes(each.state) || each.lapsed) return [];
    const said = THEIRS.includes(each.state) ? t`has the case already` : each.state === "CHECKING" ? t`said yes already` : each.expiresAt ? t`asked already, answer by ${moment(each.expiresAt)}` : t`asked already`;
    return [[each.attorney.id, { said, barred: true }]];
  }));
  // From the consent one comes back to the offer, which asks the server anew whether it stands.
  if (language) return <SeekCounselConsent caseId={of.id} language={language} onClose={() => setLanguage(undefined)} />;
  return <OfferDialog caseId={of.id} proceedings={of.proceedings} chosen={chosen} known={asked} mayRecord={of.may.includes("giveConsent")} onRecord={setLanguage} onClose={onClose} />;
}

/** The same from a list of cases, which knows no more of one than its id. */
export function OfferingCase({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const [{ data }] = useQuery({ query: CaseToOffer, variables: { id: caseId }, requestPolicy: "network-only" });
  return data?.node?.__typename === "Case" ? <Offering of={data.node} chosen={[]} onClose={onClose} /> : null;
}
