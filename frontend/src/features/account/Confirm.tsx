import { Anchor, Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Refusal } from "~/design/pieces";
import { type Account, type Next, type Said, ask, leaveFor, withPasskey } from "~/graph/account";
import { confirmations } from "~/graph/confirm";

/** What reaches far asks once more who it is. Mounted once somebody was refused for it (src/app/Confirming.tsx), and kept. */
export function Confirm() {
  const { t } = useLingui();
  const asked = useSyncExternalStore(confirmations.subscribe, confirmations.asked);
  const [code, setCode] = useState(false);
  const [refused, setRefused] = useState("");
  const [busy, setBusy] = useState(false);
  const [provider, setProvider] = useState("");
  useEffect(() => {
    if (asked) void ask<Account>("GET", "/account").then(({ given }) => setProvider(given?.providers.find((one) => one.linked)?.organization ?? ""));
  }, [asked]);
  const over = (yes: boolean): void => {
    confirmations.answer(yes);
    setCode(false);
    setRefused("");
  };
  const tried = async (proof: Promise<Said<Next>>): Promise<void> => {
    setBusy(true);
    const { given, refused: no } = await proof;
    setBusy(false);
    if (no) setRefused(no.message || t`That did not work. Try again, or another way.`);
    else if (given.next === "code") setCode(true);
    else over(true);
  };
  const submitted = (form: FormData): void => {
    const password = String(form.get("password") ?? "");
    void tried(ask("POST", "/account/proof", code ? { password, code: String(form.get("code") ?? "") } : { password }));
  };

  return (
    <Modal opened={asked} onClose={() => over(false)} title={t`Confirm that it is you`} closeButtonProps={{ "aria-label": t`Close` }}>
      <form onSubmit={(event) => { event.preventDefault(); event.stopPropagation(); submitted(new FormData(event.currentTarget)); }}>
        <Stack gap="md">
          <Text size="sm"><Trans>What you are about to do reaches far, so we ask once more who you are. For ten minutes you are not asked again.</Trans></Text>
          <PasswordInput name="password" label={t`Password`} autoComplete="current-password" required withAsterisk={false} data-autofocus visibilityToggleButtonProps={{ "aria-label": t`Show the password` }} />
          {code ? <TextInput name="code" label={t`Code`} description={t`From your authenticator application, or a recovery code.`} autoComplete="one-time-code" required withAsterisk={false} autoFocus /> : null}
          {refused ? <Refusal>{refused}</Refusal> : null}
          {provider ? <Text size="sm"><Trans>You can also prove it <Anchor component="button" type="button" onClick={() => void tried(leaveFor("/session/provider", { organization: provider, anew: true }).then((said) => (said.refused ? said : new Promise<never>(() => undefined))))}>at your organization</Anchor>. You come back to the board, and do this again.</Trans></Text> : null}
          <Group justify="space-between" gap="xs">
            <Button variant="subtle" onClick={() => void tried(withPasskey("/account/proof/passkey"))}><Trans>Use a passkey</Trans></Button>
            <Button type="submit" loading={busy}><Trans>Confirm</Trans></Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
