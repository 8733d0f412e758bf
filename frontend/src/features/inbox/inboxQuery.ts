import { graphql } from "~/graph/generated";

export const Inbox = graphql(`
  query Inbox { inbox { id ...InboxEntryRow } }
`);
