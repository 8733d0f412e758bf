import { Button, Group, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { type SyntheticEvent, useState } from "react";
import { Panel } from "~/design/pieces";
import { WhoSaw } from "./WhoSaw";

/** For the admin, who sees no case, and answers for who does. */
export function AskWhoSaw() {
  const { t } = useLingui();
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState<string>();
  const ask = (event: SyntheticEvent): void => {
    event.preventDefault();
    setAsked(typed.trim() || undefined);
  };
  return (
    <Panel title={t`Who saw a record?`} flush>
      <form className="body" onSubmit={ask}>
        <Group align="flex-end" gap="xs">
          <TextInput label={t`Case number`} placeholder="C-10423" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} autoComplete="off" />
          <Button type="submit" variant="default"><Trans>Ask</Trans></Button>
        </Group>
      </form>
      <div aria-live="polite">{asked ? <WhoSaw key={asked} shortId={asked} /> : null}</div>
    </Panel>
  );
}
