import { Checkbox, type ComboboxParsedItem, MultiSelect, NumberInput, Select, TextInput, Textarea } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Controller, useFormContext } from "react-hook-form";
import { LANGUAGES_SPOKEN, WRITTEN_IN, spoken } from "~/language/speech";
import { ZONES, zoneName } from "~/language/times";
import type { Option } from "./choices";
import { useCalled } from "./conflict";

export { useChoices } from "./choices";

type Common = { name: string; label: string; hint?: string; required?: boolean };

/** What a server's refusal of one field is called among a form's errors. */
export const REFUSED = "refused";

/** What is wrong with a field, and by which name its dialog finds it. A refusal is read out; what is only missing is found by the focus. */
function useField(name: string, label: string, options?: readonly Option[]): { error: ReactNode; wrapperProps: { "data-field": string } } {
  const { formState } = useFormContext();
  useCalled(name, label, options);
  const found = formState.errors[name];
  const message = typeof found?.message === "string" ? found.message : undefined;
  return { error: message && found?.type === REFUSED ? <span role="alert">{message}</span> : message, wrapperProps: { "data-field": name } };
}

export function TextField({ name, label, hint, required = false, type = "text", autoFocus = false }: Common & { type?: "text" | "email" | "tel" | "date" | "time" | "datetime-local"; autoFocus?: boolean }) {
  const { t } = useLingui();
  const { register } = useFormContext();
  const shown = useField(name, label);
  return <TextInput {...register(name, required ? { required: t`This is needed.` } : {})} type={type} label={label} description={hint} {...shown} withAsterisk={required} data-autofocus={autoFocus || undefined} autoComplete="off" />;
}

export function LongField({ name, label, hint, required = false }: Common) {
  const { t } = useLingui();
  const { register } = useFormContext();
  const shown = useField(name, label);
  return <Textarea {...register(name, required ? { required: t`This is needed.` } : {})} label={label} description={hint} {...shown} withAsterisk={required} autosize minRows={3} />;
}

export function NumberField({ name, label, hint }: Common) {
  const shown = useField(name, label);
  return <Controller name={name} render={({ field }) => <NumberInput ref={field.ref} label={label} description={hint} {...shown} min={0} value={field.value ?? ""} onChange={(value) => field.onChange(value === "" ? undefined : Number(value))} />} />;
}

export function CheckField({ name, label, hint, required = false }: Common) {
  const { t } = useLingui();
  const { register } = useFormContext();
  const shown = useField(name, label);
  return <Checkbox {...register(name, required ? { required: t`This is needed.` } : {})} label={label} description={hint} {...shown} />;
}

/** Options that a server found for what is typed: by what no label shows, so that none is left out here. */
type Found = { found?: boolean; nothing?: string };
const ALL = { filter: ({ options }: { options: ComboboxParsedItem[] }) => options };

export function ChoiceField({ name, label, hint, required = false, options, searchable = false, onSearch, found = false, nothing }: Common & Found & { options: readonly Option[]; searchable?: boolean; onSearch?: (text: string) => void }) {
  const { t } = useLingui();
  const shown = useField(name, label, options);
  return (
    <Controller
      name={name}
      rules={required ? { required: t`This is needed.` } : {}}
      render={({ field }) => (
        <Select ref={field.ref} label={label} description={hint} {...shown} withAsterisk={required} data={[...options]} searchable={searchable || options.length > 9} openOnFocus={false} clearable={!required} allowDeselect={!required} value={field.value || null} onChange={(value) => field.onChange(value ?? "")} nothingFoundMessage={nothing ?? t`Nothing found`} clearButtonProps={{ "aria-label": t`Clear` }} {...(found ? ALL : {})} {...(onSearch ? { onSearchChange: onSearch } : {})} />
      )}
    />
  );
}

export function ChoicesField({ name, label, hint, required = false, options, onSearch, found = false, nothing }: Common & Found & { options: readonly Option[]; onSearch?: (text: string) => void }) {
  const { t } = useLingui();
  const shown = useField(name, label, options);
  return (
    <Controller
      name={name}
      rules={required ? { validate: (value: unknown) => (Array.isArray(value) && value.length > 0) || t`This is needed.` } : {}}
      render={({ field }) => <MultiSelect ref={field.ref} label={label} description={hint} {...shown} withAsterisk={required} data={[...options]} searchable openOnFocus={false} value={field.value ?? []} onChange={field.onChange} nothingFoundMessage={nothing ?? t`Nothing found`} {...(found ? ALL : {})} {...(onSearch ? { onSearchChange: onSearch } : {})} />}
    />
  );
}

export function ZoneField({ name, label, hint }: Common) {
  return <ChoiceField name={name} label={label} {...(hint ? { hint } : {})} required options={ZONES.map((zone) => ({ value: zone, label: zoneName(zone) }))} />;
}

/** A language by its name: nobody knows its code by heart. One that is on file and not in the list stays choosable. */
export function LanguageField({ name, label, required = false }: Common) {
  const { getValues } = useFormContext();
  const known: string = getValues(name) ?? "";
  return <ChoiceField name={name} label={label} required={required} searchable options={languages(known ? [known] : [])} />;
}

/** Languages by their names, as many as there are. */
export function LanguagesField({ name, label }: Common) {
  const { getValues } = useFormContext();
  return <ChoicesField name={name} label={label} options={languages(getValues(name) ?? [])} />;
}

function languages(known: readonly string[]): Option[] {
  // The courts write "SP": it stays what it is on file, and stands in the list once.
  const foreign = known.filter((code) => !LANGUAGES_SPOKEN.includes(code));
  const called = foreign.map(spoken);
  return [...foreign, ...LANGUAGES_SPOKEN.filter((code) => !called.includes(spoken(code)))].map((code) => ({ value: code, label: spoken(code) }));
}

/** A language that the house writes in. */
export function WrittenLanguageField({ name, label }: Common) {
  return <ChoiceField name={name} label={label} required options={WRITTEN_IN} />;
}

/** What was typed, or nothing: an empty field says nothing. */
export function said(text: string | undefined | null): string | undefined {
  const trimmed = text?.trim();
  return trimmed ? trimmed : undefined;
}
