import { Alert, Anchor, Button, Checkbox, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { Refusal } from "~/design/pieces";
import { type Next, type Said, ask, leaveFor, withPasskey } from "~/graph/account";
import { lostUnsent, sayWhose } from "~/graph/device";
import { CodeForm } from "./CodeForm";
import { Threshold } from "./Threshold";

const route = getRouteApi("/sign-in");

export function SignInPage() {
  const { t } = useLingui();
  const { next, organization } = route.useSearch();
  const [step, setStep] = useState<"password" | "code" | "forgot" | "sent" | "organization">(organization ? "organization" : "password");
  const [refused, setRefused] = useState("");
  const [busy, setBusy] = useState(false);

  const [own, setOwn] = useState(false);
  const [lost] = useState(lostUnsent);

  // Only now: whoever is not let in changes nothing of what this device keeps.
  const inside = (): void => void sayWhose(own).finally(() => window.location.assign(next ?? "/"));
  const tried = async (proof: Promise<Said<Next>>): Promise<void> => {
    setBusy(true);
    const { given, refused: no } = await proof;
    setBusy(false);
    if (no) setRefused(no.kind === "NotReached" ? t`The server could not be reached. Try again.` : no.message || t`That did not work. Try again, or another way.`);
    else if (given.next === "code") setStep("code");
    else inside();
  };
  const submitted = (form: FormData): void => {
    setRefused("");
    const email = String(form.get("email") ?? "");
    if (step === "organization") {
      setBusy(true);
      void leaveFor("/session/provider", { organization: String(form.get("organization") ?? "").trim().toLowerCase() }).then(({ refused: no }) => {
        if (!no) return;
        setBusy(false);
        setRefused(no.message || t`The server could not be reached. Try again.`);
      });
      return;
    }
    if (step === "forgot") {
      void ask("POST", "/session/reset", { email }).then(({ refused: no }) => (no ? setRefused(no.message || t`The server could not be reached. Try again.`) : setStep("sent")));
    } else void tried(ask("POST", "/session", { email, password: String(form.get("password") ?? "") }));
  };

  if (step === "code") return <Threshold title={t`Sign in`}><CodeForm inside={inside} again={() => setStep("password")} /></Threshold>;
  return (
    <Threshold title={t`Sign in`}>
      <form onSubmit={(event) => { event.preventDefault(); submitted(new FormData(event.currentTarget)); }}>
        <Stack gap="md">
          {lost > 0 ? <Alert color="orange" variant="light" role="status"><Plural value={lost} one="# thing you had noted without a signal was not sent, because your session had ended. Enter it again." other="# things you had noted without a signal were not sent, because your session had ended. Enter them again." /></Alert> : null}
          <Title order={1}>{step === "password" ? <Trans>Sign in</Trans> : step === "organization" ? <Trans>Sign in with your organization</Trans> : <Trans>Choose a new password</Trans>}</Title>
          {step === "sent" ? (
            <Alert role="status" color="teal" variant="light"><Trans>If somebody signs in with this address, a letter is on its way to it. It holds a button that works once, for one hour.</Trans></Alert>
          ) : step === "organization" ? (
            <TextInput name="organization" label={t`Your organization's short name`} description={t`Your admin knows it: elm-city. You are sent to the page where you sign in at work, and come back.`} defaultValue={organization ?? ""} autoComplete="organization" autoCapitalize="none" required withAsterisk={false} size="md" autoFocus />
          ) : (
            <>
              {step === "forgot" ? <Text size="sm"><Trans>Type the address that you sign in with. A letter brings you a button with which you choose a new password.</Trans></Text> : null}
              <TextInput name="email" type="email" label={t`E-mail`} autoComplete="username" required withAsterisk={false} size="md" />
              {step === "password" ? <PasswordInput name="password" label={t`Password`} autoComplete="current-password" required withAsterisk={false} size="md" visibilityToggleButtonProps={{ "aria-label": t`Show the password` }} /> : null}
            </>
          )}
          {step === "password" ? <Checkbox checked={own} onChange={(event) => setOwn(event.currentTarget.checked)} label={t`This phone or computer is my own`} description={t`Today's and tomorrow's hearings stay readable on it without a signal, for 12 hours or until you sign out. Leave it empty on a shared device: nothing is kept.`} /> : null}
          {refused ? <Refusal>{refused}</Refusal> : null}
          {step === "sent" ? null : <Button type="submit" size="md" loading={busy}>{step === "password" ? <Trans>Sign in</Trans> : step === "organization" ? <Trans>Go there</Trans> : <Trans>Send the letter</Trans>}</Button>}
          {step === "password" ? <Button variant="default" size="md" onClick={() => { setRefused(""); void tried(withPasskey("/session/passkey")); }}><Trans>Use a passkey</Trans></Button> : null}
          {step === "password" ? <Button variant="default" size="md" onClick={() => { setRefused(""); setStep("organization"); }}><Trans>Sign in with your organization</Trans></Button> : null}
          <Anchor component="button" type="button" size="sm" ta="left" onClick={() => { setRefused(""); setStep(step === "password" ? "forgot" : "password"); }}>{step === "password" ? <Trans>I forgot my password</Trans> : <Trans>Back to signing in</Trans>}</Anchor>
        </Stack>
      </form>
    </Threshold>
  );
}
