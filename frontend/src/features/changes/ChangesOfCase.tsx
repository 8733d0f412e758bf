import { useQuery } from "urql";
import { graphql } from "~/graph/generated";
import { ChangeBanner, ChangesPanel } from "./ChangesPanel";

const CaseChanges = graphql(`
  query ChangesOfCase($shortId: String!) {
    case(shortId: $shortId) { id may hearings { id occasion { id ...ChangesOfOccasion } } }
  }
`);

/** Of a case's hearings: what changed, who knows, and whether whoever looks has said that they do. */
export function ChangesOfCase({ shortId, banner = false }: { shortId: string; banner?: boolean }) {
  const [{ data }] = useQuery({ query: CaseChanges, variables: { shortId } });
  const one = data?.case;
  if (!one) return null;
  const occasions = one.hearings.map((hearing) => hearing.occasion);
  return banner ? <ChangeBanner of={occasions} /> : <ChangesPanel of={occasions} mayCall={one.may.includes("recordReached")} />;
}
