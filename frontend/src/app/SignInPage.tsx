import { Anchor, Button, PasswordInput, Stack, TextInput, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Refusal } from "~/design/pieces";
import { signIn } from "~/graph/client";
import { speak } from "~/language/i18n";

const route = getRouteApi("/sign-in");

export function SignInPage() {
  const { t, i18n } = useLingui();
  const { next } = route.useSearch();
  const [refused, setRefused] = useState("");
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    document.title = `${t`Sign in`} · Presencia`;
  }, [t]);

  const submitted = async (form: FormData): Promise<void> => {
    setBusy(true);
    const answer = await signIn(String(form.get("email") ?? ""), String(form.get("password") ?? ""));
    if (answer !== "unreachable" && answer.signedIn) {
      window.location.assign(next ?? "/");
      return;
    }
    setBusy(false);
    setRefused(answer === "unreachable" ? t`The server could not be reached. Try again.` : answer.message || t`The address or the password is not right.`);
  };

  return (
    <div className="sign">
      <aside>
        <div className="mark"><img src="/presencia.svg" alt="" /> Presencia</div>
        <div>
          <p style={{ fontSize: "1.75rem", lineHeight: 1.3, fontWeight: 620, margin: 0, maxWidth: "18ch" }}><Trans>People in the room change what happens there.</Trans></p>
          <p style={{ opacity: 0.85, maxWidth: "40ch" }}><Trans>Every date kept true, everyone told in time, and nothing said that the client has not allowed.</Trans></p>
        </div>
        <div />
      </aside>
      <main>
        <form style={{ width: "100%", maxWidth: 360 }} onSubmit={(event) => { event.preventDefault(); void submitted(new FormData(event.currentTarget)); }}>
          <Stack gap="md">
            <Title order={1}><Trans>Sign in</Trans></Title>
            <TextInput name="email" type="email" label={t`E-mail`} autoComplete="username" required withAsterisk={false} size="md" />
            <PasswordInput name="password" label={t`Password`} autoComplete="current-password" required withAsterisk={false} size="md" visibilityToggleButtonProps={{ "aria-label": t`Show the password` }} />
            {refused ? <Refusal>{refused}</Refusal> : null}
            <Button type="submit" size="md" loading={busy}><Trans>Sign in</Trans></Button>
            <Anchor component="button" type="button" size="sm" onClick={() => void speak(i18n.locale === "es" ? "en" : "es")}>{i18n.locale === "es" ? "English" : "Español"}</Anchor>
          </Stack>
        </form>
      </main>
    </div>
  );
}
