import { useQuery } from "urql";
import { graphql } from "./generated";

const Viewer = graphql(`
  query Viewer {
    viewer {
      language
      may
      person { id name }
      organization { id name kind timeZone }
      memberships { role organization { id name kind } }
    }
  }
`);

/** Who is looking, and from which organization. */
export function useViewer() {
  const [{ data, fetching, error }] = useQuery({ query: Viewer });
  const viewer = data?.viewer ?? null;
  return { viewer, fetching, error, organizationId: viewer?.organization?.id ?? viewer?.memberships[0]?.organization?.id ?? "" };
}
