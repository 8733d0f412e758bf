import { useQuery } from "urql";
import { Awaiting } from "~/design/pieces";
import { FamilyPanel } from "~/features/families/FamilyPanel";
import { OperationPanel } from "~/features/operations/OperationOfCase";
import { graphql } from "~/graph/generated";
import { takesInArrests, useViewer } from "~/graph/viewer";

const TogetherQuery = graphql(`
  query CaseTogether($shortId: String!) {
    case(shortId: $shortId) { id ...FamilyOfCase ...OperationOfCase }
  }
`);

/** Whose cases belong with this one: asked apart, so that the case's own question stays within its width. */
export function TogetherOfCase({ shortId }: { shortId: string }) {
  const { viewer } = useViewer();
  const [{ data, error }] = useQuery({ query: TogetherQuery, variables: { shortId } });
  const one = data?.case;
  if (!one) return error ? <Awaiting failed /> : null;
  return (
    <>
      <FamilyPanel of={one} />
      {takesInArrests(viewer) ? <OperationPanel of={one} /> : null}
    </>
  );
}
