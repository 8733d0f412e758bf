import { Button, Checkbox, Group, Modal, Stack, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Refusal } from "~/design/pieces";
import { Segments } from "~/design/Segments";
import { useFocusBack } from "~/forms/focus";
import { takeAway } from "~/graph/takeAway";

/** Hearings of a day or a week on paper, a day a page, in each court's time. */
export function CourtListDialog({ organizationId, from, onClose }: { organizationId: string; from: string; onClose: () => void }) {
  const { t } = useLingui();
  useFocusBack();
  const [day, setDay] = useState(from);
  const [days, setDays] = useState("7");
  const [named, setNamed] = useState(true);
  const [refused, setRefused] = useState<string>();
  const [taking, setTaking] = useState(false);
  const print = async (): Promise<void> => {
    setTaking(true);
    const { got, refused: no } = await takeAway("court-list", { organizationId, from: day, days: Number(days), named });
    setTaking(false);
    setRefused(no);
    if (got !== undefined) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t`Print a court list`}>
      <Stack gap="md">
        <TextInput type="date" label={t`From`} value={day} onChange={(event) => setDay(event.currentTarget.value)} required />
        <Segments aria-label={t`How long`} value={days} onChange={setDays} data={[{ value: "1", label: t`One day` }, { value: "7", label: t`A week` }]} />
        <Checkbox checked={!named} onChange={(event) => setNamed(!event.currentTarget.checked)} label={t`Without names, for a door or a lobby`} description={t`Times, courts and kinds of hearing alone.`} />
        {refused ? <Refusal>{refused}</Refusal> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}><Trans>Cancel</Trans></Button>
          <Button loading={taking} disabled={!day} onClick={() => void print()}><Trans>Make the PDF</Trans></Button>
        </Group>
      </Stack>
    </Modal>
  );
}
