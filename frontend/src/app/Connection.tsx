import { Alert, Button, Group, Stack } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Suspense, lazy, useEffect, useState } from "react";
import { useClient } from "urql";
import { contact, useReached } from "~/graph/contact";
import { isOwn, onNewer } from "~/graph/device";
import { keepSending } from "~/graph/sending";
import { again, drop, useWaiting } from "~/graph/waiting";
import { HERE, time } from "~/language/times";

const KeepsDates = lazy(() => import("~/features/courtDay/MyHearings").then((found) => ({ default: found.KeepsDates })));

/** What waits for a signal, and what the server refused, with its sentence: it stays until somebody has seen it. */
export function WaitingList() {
  const acts = useWaiting();
  const reached = useReached();
  const waits = acts.filter((one) => !one.refused);
  const refused = acts.filter((one) => one.refused);
  return (
    <Stack gap="sm" mb={acts.length > 0 ? "md" : 0}>
      {waits.length > 0 && !reached ? <Alert color="yellow" role="status" py={8}><Plural value={waits.length} one="# thing waits for a signal and is sent by itself:" other="# things wait for a signal and are sent by themselves:" /> {[...new Set(waits.map((one) => one.about))].join(" · ")}</Alert> : null}
      {refused.map((one) => {
        const report = one.verb === "reportHearing" ? String(one.input["hearingId"]) : undefined;
        return (
          <Alert key={one.id} color="red" role="alert" title={one.about}>
            {one.refused}
            <Group gap={8} mt={8}>
              {report ? <Button component={Link} to={`/report-hearing/${encodeURIComponent(report)}`} variant="default"><Trans>Look at it</Trans></Button> : <Button variant="default" onClick={() => void again(one.id)}><Trans>Try again</Trans></Button>}
              <Button variant="subtle" color="gray" onClick={() => void drop(one.id)}><Trans>Throw it away</Trans></Button>
            </Group>
          </Alert>
        );
      })}
    </Stack>
  );
}

/** Sends what waits, keeps what may be kept, and says so when the server is out of reach. */
export function Connection({ personId }: { personId: string }) {
  const { t } = useLingui();
  const client = useClient();
  const reached = useReached();
  useEffect(() => keepSending(client, personId), [client, personId]);
  const at = contact().at;
  return (
    <>
      {isOwn() ? <Suspense><KeepsDates personId={personId} /></Suspense> : null}
      {reached ? null : <Alert color="orange" mb="md" py={8} role="status">{at ? t`Offline, as of ${time(at, HERE)}` : t`Offline`}</Alert>}
      <WaitingList />
    </>
  );
}

/** A newer page waits: whoever reads this one says when. */
export function Newer() {
  const [takeOver, setTakeOver] = useState<() => void>();
  useEffect(() => onNewer((go) => setTakeOver(() => go)), []);
  return takeOver ? <Button size="compact-sm" variant="light" onClick={takeOver}><Trans>A newer version is ready: reload</Trans></Button> : null;
}
