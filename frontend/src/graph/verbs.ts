import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useLingui } from "@lingui/react/macro";
import { useCallback } from "react";
import { useMutation } from "urql";
import { confirmed } from "./confirm";

/** Why something was not done, as the server said it (or as the page must say it when no answer came). */
export type Refused = { kind: string; message: string; field?: string; missing?: readonly string[] };

type Result<D> = NonNullable<D[Exclude<keyof D, "__typename">]>;

/** The payload of a verb: the one member of its union that is not a refusal. */
export type Payload<D> = Extract<Result<D>, { __typename?: `${string}Payload` }>;

export type Outcome<D> = { done: Payload<D>; refused?: never } | { refused: Refused; done?: never };

export type Verb<D, I> = TypedDocumentNode<D, { input: I }>;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/**
 * Send one verb. Every expected "no" comes back as a sentence, also those invented after this page was built:
 * whatever is not a payload is a refusal.
 */
export function useVerb<D, I>(verb: Verb<D, I>): { send: (input: I) => Promise<Outcome<D>>; sending: boolean } {
  const { t } = useLingui();
  const [{ fetching }, execute] = useMutation(verb);
  const send = useCallback(
    async (input: I): Promise<Outcome<D>> => {
      const asked = async () => {
        const answer = await execute({ input });
        const result: unknown = isRecord(answer.data)
          ? Object.entries(answer.data).find(([name]) => name !== "__typename")?.[1]
          : undefined;
        return { answer, result };
      };
      let { answer, result } = await asked();
      if (isRecord(result) && result["__typename"] === "ConfirmFirst" && (await confirmed())) ({ answer, result } = await asked());
      if (isRecord(result) && typeof result["__typename"] === "string") {
        if (result["__typename"].endsWith("Payload")) return { done: result as Payload<D> };
        return {
          refused: {
            kind: result["__typename"],
            message: String(result["message"] ?? ""),
            ...(typeof result["field"] === "string" && result["field"] ? { field: result["field"] } : {}),
            ...(Array.isArray(result["missing"]) ? { missing: result["missing"].map(String) } : {}),
          },
        };
      }
      const message = answer.error?.networkError
        ? t`The server could not be reached. Nothing was saved; try again.`
        : t`Something went wrong on our side and nothing was saved. Try again; if it happens again, tell your administrator.`;
      return { refused: { kind: "NotReached", message } };
    },
    [execute, t],
  );
  return { send, sending: fetching };
}
