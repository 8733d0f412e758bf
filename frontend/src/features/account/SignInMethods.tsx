import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Panel, Refusal, Tag } from "~/design/pieces";
import { Question } from "~/forms/Question";
import { type Account, type Said, addPasskey, ask, leaveFor } from "~/graph/account";
import { date } from "~/language/times";

type Props = { account: Account; changed: () => void };

export function useSaid(): <T>(asked: Promise<Said<T>>, told: string) => Promise<T | undefined> {
  const { t } = useLingui();
  return async (asked, told) => {
    const { given, refused } = await asked;
    notifications.show(refused ? { color: "red", message: refused.message || t`That did not work. Nothing was changed; try again.`, autoClose: 15_000 } : { message: told, autoClose: 10_000 });
    return refused ? undefined : given;
  };
}

export function PasswordPanel({ changed }: { changed: () => void }) {
  const { t } = useLingui();
  const [refused, setRefused] = useState("");
  const [busy, setBusy] = useState(false);
  const submitted = async (form: HTMLFormElement): Promise<void> => {
    setBusy(true);
    const said = await ask("POST", "/account/password", { password: String(new FormData(form).get("password") ?? "") });
    setBusy(false);
    setRefused(said.refused ? said.refused.message || t`That did not work. Nothing was changed; try again.` : "");
    if (said.refused) return;
    form.reset();
    notifications.show({ message: t`Your password is changed. You are signed out everywhere else.`, autoClose: 10_000 });
    changed();
  };
  return (
    <Panel title={t`Password`}>
      <form onSubmit={(event) => { event.preventDefault(); void submitted(event.currentTarget); }}>
        <Stack gap="sm" maw={420}>
          <TextInput type="password" name="password" label={t`New password`} description={t`At least twelve characters. Four or five words that have nothing to do with each other are a good one.`} autoComplete="new-password" required withAsterisk={false} />
          {refused ? <Refusal>{refused}</Refusal> : null}
          <Group><Button type="submit" variant="default" loading={busy}><Trans>Change the password</Trans></Button></Group>
        </Stack>
      </form>
    </Panel>
  );
}

function RecoveryCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Modal opened onClose={onClose} title={t`Recovery codes`} closeButtonProps={{ "aria-label": t`Close` }}>
      <Stack gap="md">
        <Text size="sm"><Trans>Each works once, on the day your telephone is lost. They are shown this one time: print them, or write them down, and keep them where your telephone is not.</Trans></Text>
        <pre style={{ margin: 0, columns: 2, fontSize: "1rem" }}>{codes.join("\n")}</pre>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => window.print()}><Trans>Print</Trans></Button>
          <Button onClick={onClose}><Trans>I have them</Trans></Button>
        </Group>
      </Stack>
    </Modal>
  );
}

export function AuthenticatorPanel({ account, changed }: Props) {
  const { t } = useLingui();
  const said = useSaid();
  const [begun, setBegun] = useState<{ address: string; picture: string }>();
  const [codes, setCodes] = useState<string[]>();
  const [refused, setRefused] = useState("");

  const [asking, setAsking] = useState<"codes" | "off">();
  const renew = async (): Promise<void> => {
    setAsking(undefined);
    const given = await said(ask<{ recoveryCodes: string[] }>("POST", "/account/recovery-codes"), t`The old recovery codes work no more.`);
    setCodes(given?.recoveryCodes);
    changed();
  };
  const turnOff = async (): Promise<void> => {
    setAsking(undefined);
    await said(ask("DELETE", "/account/authenticator"), t`No code is asked for any more.`);
    changed();
  };
  const begin = async (): Promise<void> => {
    const { given, refused: no } = await ask<{ address: string; picture: string }>("POST", "/account/authenticator");
    setRefused(no?.message ?? "");
    setBegun(given);
  };
  const confirm = async (code: string): Promise<void> => {
    const { given, refused: no } = await ask<{ recoveryCodes: string[] }>("POST", "/account/authenticator/code", { code });
    if (no) {
      setRefused(no.message || t`That did not work. Nothing was changed; try again.`);
      return;
    }
    setBegun(undefined);
    setCodes(given.recoveryCodes);
    changed();
  };
  const secret = begun ? (new URL(begun.address).searchParams.get("secret") ?? "") : "";

  return (
    <Panel title={t`Second step`}>
      <Stack gap="sm">
        {account.authenticator ? (
          <>
            <Text size="sm"><Tag tone="green"><Trans>On</Trans></Tag> <Trans>Signing in with your password also asks for a code from your authenticator application.</Trans></Text>
            <Text size="sm" className={account.recoveryCodes < 3 ? "late" : "quiet"}><Plural value={account.recoveryCodes} one="# recovery code is left." other="# recovery codes are left." /></Text>
            <Group gap="xs">
              <Button variant="default" size="compact-sm" onClick={() => setAsking("codes")}><Trans>New recovery codes</Trans></Button>
              <Button variant="default" size="compact-sm" onClick={() => setAsking("off")}><Trans>Turn off</Trans></Button>
            </Group>
          </>
        ) : (
          <>
            <Text size="sm"><Trans>A password that somebody reads over your shoulder is then not enough: signing in also asks for a code from an application on your telephone.</Trans></Text>
            {refused && !begun ? <Refusal>{refused}</Refusal> : null}
            <Group><Button variant="default" onClick={() => void begin()}><Trans>Set up a second step</Trans></Button></Group>
          </>
        )}
      </Stack>
      <Question opened={asking === "codes"} title={t`New recovery codes`} label={t`New recovery codes`} says={t`The codes that you printed or wrote down work no more from this moment.`} sending={false} onYes={() => void renew()} onClose={() => setAsking(undefined)} />
      <Question opened={asking === "off"} title={t`Turn off the second step`} label={t`Turn off`} says={t`From then on, whoever knows your password signs in as you. Your recovery codes go too.`} sending={false} onYes={() => void turnOff()} onClose={() => setAsking(undefined)} />
      <Modal opened={Boolean(begun)} onClose={() => setBegun(undefined)} title={t`Set up a second step`} closeButtonProps={{ "aria-label": t`Close` }}>
        <form onSubmit={(event) => { event.preventDefault(); void confirm(String(new FormData(event.currentTarget).get("code") ?? "")); }}>
          <Stack gap="md">
            <Text size="sm"><Trans>1. Point your authenticator application at this picture.</Trans></Text>
            {begun ? <img alt={t`Picture for your authenticator application`} width={220} height={220} style={{ alignSelf: "center", background: "white" }} src={`data:image/svg+xml,${encodeURIComponent(begun.picture)}`} /> : null}
            <Text size="sm"><Trans>Or type this into it:</Trans> <code style={{ overflowWrap: "anywhere" }}>{secret}</code></Text>
            <TextInput name="code" label={t`2. Type the code that it shows`} inputMode="numeric" autoComplete="one-time-code" required withAsterisk={false} />
            {refused ? <Refusal>{refused}</Refusal> : null}
            <Group justify="flex-end"><Button type="submit"><Trans>Turn on</Trans></Button></Group>
          </Stack>
        </form>
      </Modal>
      {codes ? <RecoveryCodes codes={codes} onClose={() => setCodes(undefined)} /> : null}
    </Panel>
  );
}

/** The providers of one's organizations: which are linked, since when, and when they last let one in. */
export function ProvidersPanel({ account, changed }: Props) {
  const { t } = useLingui();
  const said = useSaid();
  return (
    <Panel title={t`Sign in with your organization`}>
      <Stack gap="sm">
        <Text size="sm"><Trans>Your organization has a page where its people sign in. Link it once, and sign in here with it.</Trans></Text>
        <ul className="rows">
          {account.providers.map((one) => (
            <li key={one.organization} className="spread">
              <span>
                {one.name} {one.demanded ? <Tag tone="teal"><Trans>the only way in</Trans></Tag> : null}<br />
                <span className="quiet">{one.linked ? <Trans>linked {date(one.linked.createdAt)}</Trans> : <Trans>not linked</Trans>}{one.linked?.usedAt ? <> · <Trans>last used {date(one.linked.usedAt)}</Trans></> : null}</span>
              </span>
              {one.linked ? (
                one.demanded ? null : <Button variant="default" size="compact-sm" aria-label={t`Unlink ${one.name}`} onClick={() => void said(ask("DELETE", `/account/providers/${one.linked?.id}`), t`It signs you in no more.`).then(changed)}><Trans>Unlink</Trans></Button>
              ) : (
                <Button variant="default" size="compact-sm" aria-label={t`Link ${one.name}`} onClick={() => void said(leaveFor("/account/providers", { organization: one.organization }), t`You are sent to your organization's page.`)}><Trans>Link</Trans></Button>
              )}
            </li>
          ))}
        </ul>
      </Stack>
    </Panel>
  );
}

export function PasskeysPanel({ account, changed }: Props) {
  const { t } = useLingui();
  const said = useSaid();
  const [naming, setNaming] = useState(false);
  const here = window.location.origin === account.passkeysAt;
  const add = async (name: string): Promise<void> => {
    setNaming(false);
    await said(addPasskey(name), t`The passkey is added. Next time, it signs you in.`);
    changed();
  };
  return (
    <Panel title={t`Passkeys`} {...(here ? { action: <Button variant="default" size="compact-sm" onClick={() => setNaming(true)}><Trans>Add a passkey</Trans></Button> } : {})}>
      <Stack gap="sm">
        <Text size="sm"><Trans>With a passkey you sign in by finger, face or PIN, and nobody can read it along or guess it. Add two: one on your telephone, one where you work.</Trans></Text>
        {here ? null : <Text size="sm"><Trans>Passkeys work at <a href={account.passkeysAt}>{account.passkeysAt}</a>: open Presencia there.</Trans></Text>}
        {account.passkeys.length ? (
          <ul className="rows">
            {account.passkeys.map((one) => (
              <li key={one.id} className="spread">
                <span>{one.name} <span className="quiet">{one.usedAt ? <Trans>last used {date(one.usedAt)}</Trans> : <Trans>not used yet</Trans>}</span></span>
                <Button variant="default" size="compact-sm" aria-label={t`Remove ${one.name}`} onClick={() => void said(ask("DELETE", `/account/passkeys/${one.id}`), t`The passkey signs in nobody any more.`).then(changed)}><Trans>Remove</Trans></Button>
              </li>
            ))}
          </ul>
        ) : null}
      </Stack>
      <Modal opened={naming} onClose={() => setNaming(false)} title={t`Add a passkey`} closeButtonProps={{ "aria-label": t`Close` }}>
        <form onSubmit={(event) => { event.preventDefault(); void add(String(new FormData(event.currentTarget).get("name") ?? "")); }}>
          <Stack gap="md">
            <TextInput name="name" label={t`A name that you will know it by`} placeholder={t`Blue telephone`} required withAsterisk={false} maxLength={80} data-autofocus />
            <Group justify="flex-end"><Button type="submit"><Trans>Go on</Trans></Button></Group>
          </Stack>
        </form>
      </Modal>
    </Panel>
  );
}
