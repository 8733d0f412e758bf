import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { PersonField } from "~/forms/choosers";
import { CheckField, ChoiceField, ChoicesField, LanguagesField, NumberField, TextField, said, useChoices } from "~/forms/fields";
import { listed } from "~/forms/listed";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { Accreditation, ProceedingKind, Qualification } from "~/graph/generated/graphql";
import { accreditationWords, proceedingKindWords, qualificationWords } from "~/language/words";

const Recorded = graphql(`
  query AttorneyRecorded($id: ID!) {
    node(id: $id) {
      __typename
      ... on Person {
        id name
        attorney { qualification barStates goodStanding eoirRegistered accreditation accreditedUntil statementFiled admittedCourts languages openToOffers mostCases hoursAMonth places remote interests wantsMentor supervisor { id } mentor { id } conflictsContact { id } }
      }
    }
  }
`);
const Record = graphql(`
  mutation RecordAttorney($input: RecordAttorneyInput!) {
    recordAttorney(input: $input) { __typename ... on RecordAttorneyPayload { person { id attorney { qualification languages openToOffers } } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Typed = { qualification: Qualification; barStates: string; goodStanding: boolean; eoirRegistered: boolean; accreditation: string; accreditedUntil: string; supervisorId: string; statementFiled: boolean; admittedCourts: string; languages: string[]; openToOffers: boolean; mostCases: number | undefined; hoursAMonth: number | undefined; places: string; remote: boolean; interests: string[]; wantsMentor: boolean; mentorId: string; conflictsContactId: string };

/** Where somebody may appear, and what they take on: what offers and suggestions go by. */
export function AttorneyDialog({ personId, onClose }: { personId: string; onClose: () => void }) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: Recorded, variables: { id: personId }, requestPolicy: "network-only" });
  const qualifications = useChoices(qualificationWords);
  const accreditations = useChoices(accreditationWords);
  const kinds = useChoices(proceedingKindWords);
  if (data?.node?.__typename !== "Person") return null;
  const known = data.node.attorney;
  const defaults: Typed = {
    qualification: known?.qualification ?? "ATTORNEY", barStates: known?.barStates.join(", ") ?? "", goodStanding: known?.goodStanding ?? true, eoirRegistered: known?.eoirRegistered ?? false,
    accreditation: known?.accreditation ?? "", accreditedUntil: known?.accreditedUntil ?? "", supervisorId: known?.supervisor?.id ?? "", statementFiled: known?.statementFiled ?? false,
    admittedCourts: known?.admittedCourts.join(", ") ?? "", languages: known?.languages ?? [], openToOffers: known?.openToOffers ?? true, mostCases: known?.mostCases ?? undefined, hoursAMonth: known?.hoursAMonth ?? undefined,
    places: known?.places.join(", ") ?? "", remote: known?.remote ?? true, interests: known?.interests ?? [], wantsMentor: known?.wantsMentor ?? false, mentorId: known?.mentor?.id ?? "", conflictsContactId: known?.conflictsContact?.id ?? "",
  };
  return (
    <VerbDialog verb={Record} wide title={t`Where they may appear: ${data.node.name}`} submit={t`Save`} defaults={defaults} input={(typed: Typed) => ({ ...typed, personId, barStates: listed(typed.barStates), admittedCourts: listed(typed.admittedCourts), places: listed(typed.places), interests: typed.interests as ProceedingKind[], accreditation: (said(typed.accreditation) as Accreditation | undefined) ?? null, accreditedUntil: said(typed.accreditedUntil) ?? null, supervisorId: said(typed.supervisorId) ?? null, mentorId: said(typed.mentorId) ?? null, conflictsContactId: said(typed.conflictsContactId) ?? null, mostCases: typed.mostCases ?? null, hoursAMonth: typed.hoursAMonth ?? null })} told={t`Saved.`} onClose={onClose}>
      <ChoiceField name="qualification" label={t`What they are`} required options={qualifications} />
      <TextField name="barStates" label={t`State bars`} hint={t`By the letters of the state: CT, MA. Any will do in immigration court.`} />
      <CheckField name="goodStanding" label={t`In good standing there`} />
      <CheckField name="eoirRegistered" label={t`Registered with EOIR`} />
      <ChoiceField name="accreditation" label={t`Accreditation`} hint={t`Of accredited representatives.`} options={accreditations} />
      <TextField name="accreditedUntil" type="date" label={t`Accredited until`} />
      <TextField name="admittedCourts" label={t`Federal courts that admitted them`} hint={t`Such as ctd, mad, ca2.`} />
      <PersonField name="supervisorId" label={t`Supervised by`} hint={t`Of students and graduates.`} kinds={["STAFF"]} />
      <CheckField name="statementFiled" label={t`The statement is filed: supervised, and unpaid by the client`} />
      <LanguagesField name="languages" label={t`Languages`} />
      <CheckField name="openToOffers" label={t`Open to offers`} />
      <NumberField name="mostCases" label={t`How many cases at once`} />
      <NumberField name="hoursAMonth" label={t`Hours a month`} />
      <TextField name="places" label={t`Where they go to`} hint={t`States, and courts by their code: CT, HAR.`} />
      <CheckField name="remote" label={t`Takes hearings by video or telephone`} />
      <ChoicesField name="interests" label={t`Likes to take`} options={kinds} />
      <CheckField name="wantsMentor" label={t`Wants a mentor beside them`} />
      <PersonField name="mentorId" label={t`Mentor`} kinds={["STAFF"]} />
      <PersonField name="conflictsContactId" label={t`Conflicts contact`} hint={t`Who answers whether a client conflicts with theirs. Left empty: they themselves.`} kinds={["STAFF"]} />
      <p className="quiet" style={{ margin: 0 }}><Trans>What stands here decides who is suggested, and what forms can be recorded.</Trans></p>
    </VerbDialog>
  );
}
