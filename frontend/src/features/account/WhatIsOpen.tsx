import { Button, Group, Modal, NumberInput, Radio, Stack, Text, TextInput } from "@mantine/core";
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Empty, Panel, Refusal, Tag } from "~/design/pieces";
import { type Account, ask } from "~/graph/account";
import { date, moment } from "~/language/times";
import { useSaid } from "./SignInMethods";

const proofs: Record<string, MessageDescriptor> = {
  password: msg`by password`,
  code: msg`by password and code`,
  recovery_code: msg`by password and recovery code`,
  passkey: msg`by passkey`,
  link: msg`by a link in a letter`,
  provider: msg`at your organization`,
};

type Props = { account: Account; changed: () => void };

export function SessionsPanel({ account, changed }: Props) {
  const { t, i18n } = useLingui();
  const said = useSaid();
  const others = account.sessions.filter((one) => !one.here);
  return (
    <Panel title={t`Where you are signed in`} {...(others.length ? { action: <Button variant="default" size="compact-sm" onClick={() => void said(ask("DELETE", "/account/sessions"), t`You are signed out everywhere else.`).then(changed)}><Trans>Sign out everywhere else</Trans></Button> } : {})} flush>
      <ul className="rows">
        {account.sessions.map((one) => {
          const by = proofs[one.signedInBy];
          const device = one.device ?? t`An unknown browser`;
          return (
            <li key={one.id} className="spread">
              <span>{device} {one.here ? <Tag tone="teal"><Trans>this one</Trans></Tag> : null}<br /><span className="quiet"><Trans>since {moment(one.createdAt)}, {by ? i18n._(by) : one.signedInBy}; last seen {moment(one.seenAt)}</Trans></span></span>
              {one.here ? null : <Button variant="default" size="compact-sm" aria-label={t`Sign out ${device}`} onClick={() => void said(ask("DELETE", `/account/sessions/${one.id}`), t`That browser is signed out.`).then(changed)}><Trans>Sign out</Trans></Button>}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

export function TokensPanel({ account, changed }: Props) {
  const { t } = useLingui();
  const said = useSaid();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState("");
  const [refused, setRefused] = useState("");
  const make = async (form: FormData): Promise<void> => {
    const { given, refused: no } = await ask<{ token: string }>("POST", "/account/tokens", { name: String(form.get("name") ?? ""), days: Number(form.get("days")), scope: String(form.get("scope") ?? "read") });
    if (no) {
      setRefused(no.message || t`That did not work. Nothing was changed; try again.`);
      return;
    }
    setMade(given.token);
    changed();
  };
  const close = (): void => {
    setMaking(false);
    setMade("");
    setRefused("");
  };
  return (
    <Panel title={t`Tokens for scripts`} action={<Button variant="default" size="compact-sm" onClick={() => setMaking(true)}><Trans>Make a token</Trans></Button>} flush>
      {account.tokens.length ? (
        <ul className="rows">
          {account.tokens.map((one) => (
            <li key={one.id} className="spread">
              <span>{one.name} <Tag>{one.scope === "read" ? <Trans>reads</Trans> : <Trans>reads and acts</Trans>}</Tag><br /><span className="quiet"><Trans>until {date(one.expiresAt)}</Trans> · {one.usedAt ? <Trans>last used {date(one.usedAt)}</Trans> : <Trans>not used yet</Trans>}</span></span>
              <Button variant="default" size="compact-sm" aria-label={t`Revoke ${one.name}`} onClick={() => void said(ask("DELETE", `/account/tokens/${one.id}`), t`The token opens nothing any more.`).then(changed)}><Trans>Revoke</Trans></Button>
            </li>
          ))}
        </ul>
      ) : <Empty title={t`No token is open`} />}
      <Modal opened={making} onClose={close} title={t`Make a token`} closeButtonProps={{ "aria-label": t`Close` }}>
        {made ? (
          <Stack gap="md">
            <Text size="sm"><Trans>This is the token. It is shown this one time.</Trans></Text>
            <code style={{ overflowWrap: "anywhere" }}>{made}</code>
            <Group justify="flex-end"><Button variant="default" onClick={() => void navigator.clipboard.writeText(made)}><Trans>Copy</Trans></Button><Button onClick={close}><Trans>I have it</Trans></Button></Group>
          </Stack>
        ) : (
          <form onSubmit={(event) => { event.preventDefault(); void make(new FormData(event.currentTarget)); }}>
            <Stack gap="md">
              <TextInput name="name" label={t`What it is for`} required withAsterisk={false} maxLength={80} data-autofocus />
              <NumberInput name="days" label={t`For how many days`} defaultValue={90} min={1} max={366} required withAsterisk={false} />
              <Radio.Group name="scope" label={t`It may`} defaultValue="read"><Stack gap={6} mt={6}><Radio value="read" label={t`read what you may read`} /><Radio value="act" label={t`read and act, but nothing that asks you to confirm`} /></Stack></Radio.Group>
              {refused ? <Refusal>{refused}</Refusal> : null}
              <Group justify="flex-end"><Button type="submit"><Trans>Make the token</Trans></Button></Group>
            </Stack>
          </form>
        )}
      </Modal>
    </Panel>
  );
}
