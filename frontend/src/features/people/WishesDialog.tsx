import { SimpleGrid } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import { CheckField, ChoiceField, TextField, WrittenLanguageField, said } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { Channel, WishesOfFragment } from "~/graph/generated/graphql";
import { ZONES, zoneName } from "~/language/times";
import { channelWords } from "~/language/words";

export const WishesPart = graphql(`
  fragment WishesOf on Person { id revision kind name language timeZone channels quietFrom quietUntil wakeForChanges morningDigest }
`);
const Edit = graphql(`
  mutation EditWishes($input: EditWishesInput!) {
    editWishes(input: $input) { __typename ... on EditWishesPayload { person { id ...WishesOf } } ... on Invalid { field } ... on UserError { message } }
  }
`);

const CHANNELS: readonly Channel[] = ["EMAIL", "SMS", "PUSH", "CHAT"];

type Values = { first: string; language: string; timeZone: string; quietFrom: string; quietUntil: string; wakeForChanges: boolean; morning: "" | "yes" | "no" };

/** On which channel, in which language and at which hours somebody is written to. */
export function WishesDialog({ of, onClose }: { of: WishesOfFragment; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const defaults: Values = { first: of.channels[0] ?? "", language: of.language, timeZone: of.timeZone ?? "", quietFrom: of.quietFrom ?? "21:00", quietUntil: of.quietUntil ?? "08:00", wakeForChanges: of.wakeForChanges ?? of.kind === "STAFF", morning: of.morningDigest === null || of.morningDigest === undefined ? "" : of.morningDigest ? "yes" : "no" };
  return (
    <VerbDialog
      verb={Edit}
      title={t`How ${of.name} is written to`}
      submit={t`Save`}
      defaults={defaults}
      input={(typed: Values) => ({ personId: of.id, expectedRevision: of.revision, channels: typed.first ? [typed.first as Channel, ...CHANNELS.filter((one) => one !== typed.first)] : [], language: typed.language, timeZone: said(typed.timeZone) ?? null, quietFrom: said(typed.quietFrom) ?? null, quietUntil: said(typed.quietUntil) ?? null, wakeForChanges: typed.wakeForChanges, ...(of.kind === "STAFF" ? { morningDigest: typed.morning ? typed.morning === "yes" : null } : {}) })}
      told={t`Saved. What is still to come follows.`}
      onClose={onClose}
    >
      <ChoiceField name="first" label={t`Reminders by`} hint={t`A change of a date goes on every channel.`} options={[{ value: "", label: t`As usual: e-mail, else a text` }, ...CHANNELS.map((value) => ({ value, label: i18n._(channelWords[value]) }))]} />
      <WrittenLanguageField name="language" label={t`Writes and reads`} />
      <ChoiceField name="timeZone" label={t`Their clock`} options={[{ value: "", label: t`That of each date` }, ...ZONES.map((value) => ({ value, label: zoneName(value) }))]} />
      <SimpleGrid cols={2}>
        <TextField name="quietFrom" type="time" label={t`Nothing rings from`} />
        <TextField name="quietUntil" type="time" label={t`Until`} />
      </SimpleGrid>
      <CheckField name="wakeForChanges" label={t`A change of a date may ring all the same`} />
      {of.kind === "STAFF" ? <ChoiceField name="morning" label={t`The letter of the morning`} hint={t`What waits, in numbers, at eight on working days.`} options={[{ value: "", label: t`As usual: to whoever coordinates` }, { value: "yes", label: t`Yes` }, { value: "no", label: t`No` }]} /> : null}
    </VerbDialog>
  );
}
