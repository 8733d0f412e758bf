import type { OptimisticMutationResolver } from "@urql/exchange-graphcache";
import type { MarkEntriesInput } from "./generated/graphql";

/*
 * What the page shows before the server has answered. Only what is the reader's own and can't be refused for what others
 * did: a date that is shown moved, and was not, costs a hearing. When the answer is a refusal, or none comes, the cache
 * takes it back by itself, and whoever sent it says why.
 */

const markEntries: OptimisticMutationResolver<{ input: MarkEntriesInput }> = ({ input }) => ({
  __typename: "MarkEntriesPayload",
  entries: input.entries.map((id) => ({
    __typename: "InboxEntry",
    id,
    read: input.mark === "READ",
    // The server says at which hour of its organization's tomorrow.
    snoozedUntil: input.mark === "TOMORROW" ? new Date(Date.now() + 86_400_000).toISOString() : null,
  })),
});

export const OPTIMISM = { markEntries } as const;
