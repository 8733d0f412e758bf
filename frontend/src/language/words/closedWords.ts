import type { MessageDescriptor } from "@lingui/core";

/** A closed set of the contract in the words of the people who use it. A word the contract gains does not compile until it is said. */
export type Words<W extends string> = Record<W, MessageDescriptor>;
