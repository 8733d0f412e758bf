import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { type RenderResult, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { type Client, Provider } from "urql";
import { fromValue, pipe, subscribe, toPromise } from "wonka";
import { cssVariables, theme } from "../src/design/theme";

export type Asked = { name: string; variables: Record<string, unknown> };

/** A server that answers by operation name, and remembers what it was asked. */
export function answering(answers: Record<string, (variables: Record<string, unknown>) => unknown>): { client: Client; asked: Asked[] } {
  const asked: Asked[] = [];
  const execute = (operation: { query: { definitions: readonly { kind: string; name?: { value: string } }[] }; variables: Record<string, unknown> }) => {
    const name = operation.query.definitions.find((one) => one.kind === "OperationDefinition")?.name?.value ?? "";
    asked.push({ name, variables: operation.variables });
    const answer = fromValue({ operation, data: answers[name]?.(operation.variables), stale: false, hasNext: false });
    return Object.assign(answer, { subscribe: (heard: (result: unknown) => void) => pipe(answer, subscribe(heard)), toPromise: () => pipe(answer, toPromise) });
  };
  const client = { executeQuery: execute, executeMutation: execute, executeSubscription: execute, suspense: false } as unknown as Client;
  return { client, asked };
}

export function drawn(what: ReactNode, client: Client): RenderResult {
  return render(around(what, client));
}

/** What stands around every page: to draw the same again with something new in it. */
export function around(what: ReactNode, client: Client): ReactNode {
  return (
    <I18nProvider i18n={i18n}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} env="test">
        <Notifications />
        <Provider value={client}>{what}</Provider>
      </MantineProvider>
    </I18nProvider>
  );
}
