import { Trans, useLingui } from "@lingui/react/macro";
import { ChoiceField, LanguageField, LongField, TextField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { GivenBy } from "~/graph/generated/graphql";
import { givenByWords } from "~/language/words";

const Give = graphql(`
  mutation GiveConsentToSeekCounsel($input: GiveConsentInput!) {
    giveConsent(input: $input) { __typename ... on GiveConsentPayload { consent { id standing } case { id ...RepresentationOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Given = { givenBy: GivenBy; language: string; circumstances: string; expiresOn: string };

/** The one consent that an offer outside the lead organization needs, recorded where it is missed. */
export function SeekCounselConsent({ caseId, language, onClose }: { caseId: string; language: string; onClose: () => void }) {
  const { t } = useLingui();
  const givers = useChoices(givenByWords);
  const inHalfAYear = new Date(Date.now() + 180 * 86_400_000).toISOString().slice(0, 10);
  return (
    <VerbDialog
      verb={Give}
      title={t`The client's consent to seek counsel`}
      submit={t`Record it`}
      defaults={{ givenBy: "CLIENT", language, circumstances: "", expiresOn: inHalfAYear } satisfies Given}
      input={(typed: Given) => ({ caseId, purpose: "SEEK_COUNSEL" as const, audience: "ADVOCATES" as const, channel: "ANY" as const, nameForm: "NONE" as const, givenBy: typed.givenBy, language: typed.language, circumstances: said(typed.circumstances), expiresOn: typed.expiresOn })}
      told={({ consent }) => consent.standing ? t`The consent is recorded. The case can be offered.` : t`Recorded as told by somebody else: counsel confirms it with the client first.`}
      onClose={onClose}
    >
      <p className="quiet" style={{ margin: 0 }}><Trans>Attorneys of other offices may be told what an offer says: no name, no exact place.</Trans></p>
      <ChoiceField name="givenBy" label={t`Who said yes`} required options={givers} />
      <LanguageField name="language" label={t`In which language`} required />
      <LongField name="circumstances" label={t`How it was asked`} />
      <TextField name="expiresOn" type="date" label={t`Until`} required />
    </VerbDialog>
  );
}
