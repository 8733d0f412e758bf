import { Anchor, Button, Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Suspense, lazy, useCallback, useEffect, useState } from "react";
import { Loading, Refusal } from "~/design/pieces";
import { AuthenticatorPanel, PasskeysPanel } from "~/features/account/SignInMethods";
import { type Account, type Next, type Said, ask, withPasskey } from "~/graph/account";
import { signOut } from "~/graph/client";
import { Threshold } from "./Threshold";

const Confirm = lazy(() => import("~/features/account/Confirm").then((found) => ({ default: found.Confirm })));

/** For whoever's role asks for a second step and who signed in with one: set one up, or take the one that is there. */
export function SecondStepPage() {
  const { t } = useLingui();
  const [account, setAccount] = useState<Account>();
  const [refused, setRefused] = useState("");
  const [settingUp, setSettingUp] = useState(false);
  const look = useCallback(() => {
    void ask<Account>("GET", "/account").then(({ given, refused: no }) => {
      if (no?.kind === "SignInRefused") window.location.replace("/sign-in");
      else if (no) setRefused(no.message || t`The server could not be reached. Try again.`);
      setAccount(given);
      // The panels stay until one leaves: recovery codes are shown once.
      if (given?.owesSecondStep && !given.authenticator && !given.passkeys.length) setSettingUp(true);
    });
  }, [t]);
  useEffect(look, [look]);
  const tried = async (proof: Promise<Said<Next>>): Promise<void> => {
    const { refused: no } = await proof;
    if (no) setRefused(no.message || t`That did not work. Try again, or another way.`);
    else window.location.replace("/");
  };
  const title = t`A second step`;
  const held = account && (account.authenticator || account.passkeys.length > 0);
  return (
    <Threshold title={title}>
      <Stack gap="md">
        <Title order={1}>{title}</Title>
        {refused ? <Refusal>{refused}</Refusal> : null}
        {!account && !refused ? <Loading /> : null}
        {account && !account.owesSecondStep ? (
          <>
            <Text size="sm">{settingUp ? <Trans>Your second step is set up. From now on you are asked for it when you sign in.</Trans> : <Trans>You have taken it already.</Trans>}</Text>
            <Button size="md" onClick={() => window.location.replace("/")}><Trans>Go on</Trans></Button>
          </>
        ) : null}
        {account?.owesSecondStep && held && !settingUp ? (
          <>
            <Text size="sm"><Trans>Your role here asks for two steps, and you took one. Take the one that you set up.</Trans></Text>
            {account.passkeys.length ? <Button size="md" onClick={() => { setRefused(""); void tried(withPasskey("/account/proof/passkey")); }}><Trans>Use a passkey</Trans></Button> : null}
            {account.authenticator ? <Button variant="default" size="md" onClick={() => void signOut()}><Trans>Sign in again, with your code</Trans></Button> : null}
          </>
        ) : null}
        {account && settingUp ? (
          <>
            {account.owesSecondStep ? <Text size="sm"><Trans>Your role here opens what people's safety hangs on, so a password alone does not open it. Set up one of these; it takes two minutes.</Trans></Text> : null}
            <PasskeysPanel account={account} changed={look} />
            <AuthenticatorPanel account={account} changed={look} />
          </>
        ) : null}
        <Anchor component="button" type="button" size="sm" ta="left" onClick={() => void signOut()}><Trans>Sign out</Trans></Anchor>
      </Stack>
      <Suspense fallback={null}><Confirm /></Suspense>
    </Threshold>
  );
}
