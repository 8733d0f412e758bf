import { Anchor, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect } from "react";
import { LANGUAGES, type Language, speak } from "~/language/i18n";

/** The pages before one is signed in. */
export function Threshold({ title, children }: { title: string; children: ReactNode }) {
  const { i18n } = useLingui();
  useEffect(() => {
    document.title = `${title} · Presencia`;
  }, [title]);
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
        <div style={{ width: "100%", maxWidth: 360 }}>
          {children}
          <Group gap="sm" mt="md">{(Object.keys(LANGUAGES) as Language[]).filter((code) => code !== i18n.locale).map((code) => <Anchor key={code} component="button" type="button" size="sm" lang={code} onClick={() => void speak(code)}>{LANGUAGES[code]}</Anchor>)}</Group>
        </div>
      </main>
    </div>
  );
}
