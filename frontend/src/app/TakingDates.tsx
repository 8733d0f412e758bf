import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { CourtListDialog } from "~/features/takingAway/CourtListDialog";
import { ExportDialog } from "~/features/takingAway/ExportDialog";
import { takesAway, useViewer } from "~/graph/viewer";
import type { CalendarRange } from "~/graph/generated/graphql";
import { HERE, date, wallIn } from "~/language/times";

/** The dates that the calendar shows, as a table or on paper. */
export function TakingDates({ range }: { range: CalendarRange & { from: string; until: string } }) {
  const { t } = useLingui();
  const { viewer, organizationId } = useViewer();
  const [open, setOpen] = useState<"export" | "list">();
  if (!takesAway(viewer)) return null;
  const { from, until, ...filter } = range;
  const end = (): void => setOpen(undefined);
  return (
    <>
      <Button variant="default" onClick={() => setOpen("list")}><Trans>Court list (PDF)</Trans></Button>
      <Button variant="default" onClick={() => setOpen("export")}><Trans>Export</Trans></Button>
      {open === "export" ? <ExportDialog what="hearings" given={{ organizationId, from, until, filter }} about={filtered(filter) ? t`Hearings from ${date(from)} to ${date(until)}, under the calendar's filters.` : t`Hearings from ${date(from)} to ${date(until)}.`} onClose={end} /> : null}
      {open === "list" ? <CourtListDialog organizationId={organizationId} from={wallIn(new Date().toISOString(), HERE).slice(0, 10)} onClose={end} /> : null}
    </>
  );
}

function filtered(filter: object): boolean {
  return Object.values(filter).some(Boolean);
}
