import { useMemo } from "react";
import { useQuery } from "urql";
import { graphql } from "~/graph/generated";

const Colleagues = graphql(`
  query ChooseColleague {
    viewer { organization { id members { role person { id name } } } }
  }
`);

/** Who can look after a case of one's organization, each once, by name. */
export function useColleagues(): readonly { id: string; name: string }[] {
  const [{ data }] = useQuery({ query: Colleagues });
  return useMemo(() => {
    const found = new Map((data?.viewer?.organization?.members ?? []).flatMap(({ person }): [string, { id: string; name: string }][] => (person ? [[person.id, { id: person.id, name: person.name }]] : [])));
    return [...found.values()].sort((one, other) => one.name.localeCompare(other.name));
  }, [data]);
}
