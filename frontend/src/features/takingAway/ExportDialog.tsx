import { Button, Checkbox, Group, Modal, SimpleGrid, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Refusal } from "~/design/pieces";
import { Segments } from "~/design/Segments";
import { useFocusBack } from "~/forms/focus";
import { takeAway } from "~/graph/takeAway";
import { COLUMNS } from "./columns";

/** Take a table away: as what, and which columns. Only what one sees is in it; the trail says that it was taken. */
export function ExportDialog({ what, given, about, onClose }: { what: "cases" | "hearings"; /** The organization and the filter. */ given: object; about: string; onClose: () => void }) {
  const { t, i18n } = useLingui();
  useFocusBack();
  const [form, setForm] = useState("xlsx");
  const [chosen, setChosen] = useState<string[]>(() => COLUMNS[what].filter((one) => !one.sensitive).map((one) => one.name));
  const [refused, setRefused] = useState<string>();
  const [taking, setTaking] = useState(false);
  const take = async (): Promise<void> => {
    setTaking(true);
    // In the order in which they are offered.
    const { got, refused: no } = await takeAway(what, { ...given, format: form, columns: COLUMNS[what].map((one) => one.name).filter((name) => chosen.includes(name)) });
    setTaking(false);
    setRefused(no);
    if (got === undefined) return;
    notifications.show({ message: t`Saved as ${got}. The export is in the trail.` });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={what === "cases" ? t`Export cases` : t`Export hearings`}>
      <Stack gap="md">
        <div>{about} <Trans>Only what you may see is in it. Who took it, when and how much is in the trail.</Trans></div>
        <Segments aria-label={t`As what`} value={form} onChange={setForm} data={[{ value: "xlsx", label: t`Spreadsheet (XLSX)` }, { value: "csv", label: "CSV" }, { value: "json", label: "JSON" }]} />
        <Checkbox.Group label={t`Columns`} value={chosen} onChange={setChosen}>
          <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} mt={8} spacing={8}>
            {COLUMNS[what].map((one) => <Checkbox key={one.name} value={one.name} label={i18n._(one.label)} />)}
          </SimpleGrid>
        </Checkbox.Group>
        {refused ? <Refusal>{refused}</Refusal> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}><Trans>Cancel</Trans></Button>
          <Button loading={taking} disabled={chosen.length === 0} onClick={() => void take()}><Trans>Export</Trans></Button>
        </Group>
      </Stack>
    </Modal>
  );
}
