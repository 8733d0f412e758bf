import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Panel, Unfolded } from "~/design/pieces";
import { DetainersPanel } from "~/features/detainers/DetainersPanel";
import { IncidentsPanel } from "~/features/incidents/IncidentsPanel";
import { PreparednessPanel } from "~/features/preparedness/PreparednessPanel";

const ROOMS = ["detainer", "incidents", "preparedness"] as const;
type Room = (typeof ROOMS)[number];

/** Three rooms of a case that are asked for when somebody opens them: the page stays light, and the trail says who looked. */
export function RightsOfCase({ shortId }: { shortId: string }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<Room>();
  const labels: Record<Room, string> = { detainer: t`Detainer`, incidents: t`Rights and incidents`, preparedness: t`Family preparedness` };
  return (
    <Unfolded>
      <Panel title={t`Rights`} foldable={false}>
        <Group gap={6}>
          {ROOMS.map((room) => <Button key={room} size="compact-sm" variant={open === room ? "filled" : "default"} aria-expanded={open === room} onClick={() => setOpen(open === room ? undefined : room)}>{labels[room]}</Button>)}
        </Group>
        {open ? null : <p className="quiet" style={{ margin: "8px 0 0" }}><Trans>Shown to the legal team only, when opened.</Trans></p>}
      </Panel>
      {open === "detainer" ? <DetainersPanel shortId={shortId} /> : null}
      {open === "incidents" ? <IncidentsPanel shortId={shortId} /> : null}
      {open === "preparedness" ? <PreparednessPanel shortId={shortId} /> : null}
    </Unfolded>
  );
}
