import { Group, Kbd, Modal, Stack, Switch, Text } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useSingleKeys } from "./keys";

/** Every shortcut, and the switch that turns single keys off. */
export function Shortcuts({ places, onClose }: { places: readonly { key: string; label: string }[]; onClose: () => void }) {
  const { t } = useLingui();
  const [on, turn] = useSingleKeys();
  const lines: [string, string][] = [
    ["Ctrl K", t`Search or do`],
    ...(on ? ([["/", t`Search or do`], ["C", t`Create something`], ["?", t`This list`]] as [string, string][]) : []),
    ...places.map((place): [string, string] => [on ? `G ${place.key.toUpperCase()}  ·  Alt ${place.key.toUpperCase()}` : `Alt ${place.key.toUpperCase()}`, place.label]),
  ];
  return (
    <Modal opened onClose={onClose} title={t`Keyboard shortcuts`} closeButtonProps={{ "aria-label": t`Close` }}>
      <Stack gap="sm">
        <div>{lines.map(([keys, what]) => <Group key={keys} justify="space-between" py={4}><Text size="sm">{what}</Text><Kbd>{keys}</Kbd></Group>)}</div>
        <Switch label={t`Single keys`} description={<Trans>C, /, ? and G with a letter. They are silent while you type. Turn them off if you speak to your computer, or press keys by mistake.</Trans>} checked={on} onChange={(event) => turn(event.currentTarget.checked)} />
      </Stack>
    </Modal>
  );
}
