import { Button, Group, Select } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Refusal } from "~/design/pieces";
import { graphql } from "~/graph/generated";
import { type Payload, useVerb } from "~/graph/verbs";
import type { MakeClientStatementMutation } from "~/graph/generated/graphql";
import { LANGUAGES, type Language } from "~/language/i18n";
import { spoken } from "~/language/speech";

const Make = graphql(`
  mutation MakeClientStatement($input: MakeClientStatementInput!) {
    makeClientStatement(input: $input) {
      __typename
      ... on MakeClientStatementPayload { statement { language clientsLanguage inClientsLanguage title made closing parts { title lines } } }
      ... on UserError { message }
    }
  }
`);

/** What a client who asks is given on paper: in their language, whatever the page's is. */
export function StatementSheet({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const { send, sending } = useVerb(Make);
  const [language, setLanguage] = useState<string | null>(null);
  const [made, setMade] = useState<Payload<MakeClientStatementMutation>["statement"]>();
  const [refused, setRefused] = useState<string>();
  const make = async (): Promise<void> => {
    const { done, refused: no } = await send({ caseId, language });
    setRefused(no?.message);
    if (done) setMade(done.statement);
  };
  return (
    <>
      <Group className="not-on-paper" align="flex-end" gap="xs" mb="md">
        <Select label={t`Language`} placeholder={t`The client's`} clearable clearButtonProps={{ "aria-label": t`Clear` }} value={language} onChange={setLanguage} data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))} />
        <Button loading={sending} onClick={() => void make()}><Trans>Make the statement</Trans></Button>
        {made ? <Button variant="default" onClick={() => window.print()}><Trans>Print</Trans></Button> : null}
      </Group>
      {made ? <p className="quiet not-on-paper"><InWhich made={made} /></p> : null}
      {refused ? <Refusal>{refused}</Refusal> : null}
      <div aria-live="polite">
        {made ? (
          <article className="panel sheet" lang={made.language} aria-label={made.title}>
            <div className="body">
              <h2>{made.title}</h2>
              <p className="quiet">{made.made}</p>
              {made.parts.map((part) => (
                <section key={part.title}>
                  <h3>{part.title}</h3>
                  <ul>{part.lines.map((line) => <li key={line}>{line}</li>)}</ul>
                </section>
              ))}
              <p>{made.closing}</p>
            </div>
          </article>
        ) : null}
      </div>
    </>
  );
}

/** In which language the paper is, and why, where that is not the client's. */
function InWhich({ made }: { made: Payload<MakeClientStatementMutation>["statement"] }) {
  const written = LANGUAGES[made.language as Language];
  if (made.inClientsLanguage) return <Trans>In the client’s language: {written}.</Trans>;
  if (!made.clientsLanguage) return <Trans>In {written}. The record names no language of the client: ask, and enter it.</Trans>;
  const theirs = spoken(made.clientsLanguage);
  return <Trans>In {written}. The record says that the client speaks {theirs}: read it out with an interpreter, or choose another language.</Trans>;
}
