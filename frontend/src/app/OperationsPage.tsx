import { Button } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Empty, Page } from "~/design/pieces";
import { OpenOperation } from "~/features/operations/OpenOperation";
import { graphql } from "~/graph/generated";
import { useViewer } from "~/graph/viewer";
import { plainDay } from "~/language/times";

const Operations = graphql(`
  query Operations {
    operations { id name place beganOn cases { id } }
  }
`);

/** Raids and sweeps, each with everybody who was arrested in it. */
export function OperationsPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { viewer, organizationId } = useViewer();
  const [{ data, error }] = useQuery({ query: Operations });
  const [open, setOpen] = useState(false);
  const rows = data?.operations;
  return (
    <Page title={t`Operations`} about={<Trans>Raids and sweeps, so that many people are taken in at once and found together.</Trans>} actions={viewer?.may.includes("openOperation") ? <Button onClick={() => setOpen(true)}><Trans>Open an operation</Trans></Button> : null}>
      <div className="panel">
        {rows ? null : <div className="body"><Awaiting failed={Boolean(error)} /></div>}
        {rows?.length === 0 ? <Empty title={t`No operation yet`}><Trans>When many people are arrested at one place or on one day, open an operation: they are typed or pasted as one list, and their cases stay together.</Trans></Empty> : null}
        <ul className="rows">
          {rows?.map((one) => (
            <li key={one.id} className="spread">
              <span>
                <Link to="/operations/$operationId" params={{ operationId: one.id }} className="plain">{one.name}</Link>
                <div className="quiet">{[one.place, plainDay(one.beganOn)].filter(Boolean).join(" · ")}</div>
              </span>
              <span><Plural value={one.cases.length} one="# case" other="# cases" /></span>
            </li>
          ))}
        </ul>
      </div>
      {open ? <OpenOperation organizationId={organizationId} onOpened={(operationId) => void navigate({ to: "/operations/$operationId", params: { operationId } })} onClose={() => setOpen(false)} /> : null}
    </Page>
  );
}
