import { Trans } from "@lingui/react/macro";
import { currentLanguage } from "~/language/i18n";
import { plainDate } from "~/language/times";
import { Word } from "~/language/Word";
import { lawReadWords } from "~/language/words";

type Text = { code: string; citation: string; inForceFrom: string; read: keyof typeof lawReadWords; says: string; saysEs: string };

/** A text of law as of a day: what it says, its citation, since when it holds, and how far it was checked. Never a verdict. */
export function Law({ of, about }: { of: Text; /** To what it is said: a courthouse. */ about?: string }) {
  const spanish = currentLanguage() === "es";
  // What the law says is read in two languages; in a third it would be our own translation of a law.
  const says = <span lang={spanish ? "es" : "en"}>{spanish ? of.saysEs : of.says}</span>;
  return (
    <div className="quiet" style={{ borderLeft: "3px solid var(--house-line)", paddingLeft: 10, marginTop: 6 }}>
      <div>{about ? `${about}: ` : null}{says}</div>
      <div>{of.citation} · <Trans>version {of.code}, in force from {plainDate(of.inForceFrom)}</Trans> · <Word of={of.read} in={lawReadWords} /></div>
    </div>
  );
}
