import { Anchor, Button, Stack, Text, TextInput, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Refusal } from "~/design/pieces";
import { ask } from "~/graph/account";

/** The second step: the code from the telephone, or one from paper. */
export function CodeForm({ inside, again }: { inside: () => void; again: () => void }) {
  const { t } = useLingui();
  const [refused, setRefused] = useState("");
  const [busy, setBusy] = useState(false);
  const submitted = async (code: string): Promise<void> => {
    setBusy(true);
    const { refused: no } = await ask("POST", "/session/code", { code });
    setBusy(false);
    if (!no) inside();
    else setRefused(no.kind === "NotReached" ? t`The server could not be reached. Try again.` : no.kind === "SignInRefused" ? t`It took too long, or there were too many tries. Begin again.` : no.message);
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); void submitted(String(new FormData(event.currentTarget).get("code") ?? "")); }}>
      <Stack gap="md">
        <Title order={1}><Trans>One more step</Trans></Title>
        <Text size="sm"><Trans>Type the code that your authenticator application shows now, or one of your recovery codes.</Trans></Text>
        <TextInput name="code" label={t`Code`} autoComplete="one-time-code" required withAsterisk={false} size="md" autoFocus />
        {refused ? <Refusal>{refused}</Refusal> : null}
        <Button type="submit" size="md" loading={busy}><Trans>Sign in</Trans></Button>
        <Anchor component="button" type="button" size="sm" ta="left" onClick={again}><Trans>Begin again</Trans></Anchor>
      </Stack>
    </form>
  );
}
