import { Modal } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Page, Unfolded } from "~/design/pieces";
import { SignOffsWaiting } from "~/features/actions/SignOffsWaiting";
import { AttorneyDialog } from "~/features/assignments/AttorneyDialog";
import { OffersPanel } from "~/features/assignments/OffersPanel";
import { AvailabilityPanel } from "~/features/availability/AvailabilityPanel";
import { MyHearings } from "~/features/courtDay/MyHearings";
import { NearDeadlines } from "~/features/deadlines/NearDeadlines";
import { DocumentsPanel } from "~/features/documents/DocumentsPanel";
import { isOwn, keepHere, wipe } from "~/graph/device";
import { graphql } from "~/graph/generated";
import { useViewer } from "~/graph/viewer";

const Papers = graphql(`
  query PapersOfCase($shortId: String!) { case(shortId: $shortId) { id ...DocumentsOfCase } }
`);

/** One case's documents, a tap away from its hearing. */
function PapersOfCase({ shortId, onClose }: { shortId: string; onClose: () => void }) {
  const { t } = useLingui();
  const [{ data, error }, again] = useQuery({ query: Papers, variables: { shortId } });
  return (
    <Modal opened onClose={onClose} size="lg" title={t`Documents of ${shortId}`} closeButtonProps={{ "aria-label": t`Close` }}>
      <Unfolded>{data?.case ? <DocumentsPanel of={data.case} onChanged={() => again({ requestPolicy: "network-only" })} /> : <Awaiting failed={Boolean(error)} />}</Unfolded>
      <p><Link to="/cases/$shortId" params={{ shortId }}><Trans>The whole case</Trans></Link></p>
    </Modal>
  );
}

/** An attorney's own work, in the order of the hours: what they stand before, what waits for their word, and when they can take more. */
export function MyWork() {
  const { viewer } = useViewer();
  const [papers, setPapers] = useState<string>();
  const [appearing, setAppearing] = useState(false);
  const [own, setOwn] = useState(isOwn);
  // The report must open where there is no signal, also on a device that keeps nothing.
  useEffect(() => void import("./ReportHearingPage"), []);
  const turn = (): void => void (own ? wipe() : keepHere()).then(() => setOwn(isOwn()));
  return (
    <div className="stack">
      <MyHearings key={String(own)} onPapers={setPapers} keeping={{ own, change: turn }} />
      <OffersPanel />
      <SignOffsWaiting />
      <NearDeadlines />
      {viewer ? <AvailabilityPanel personId={viewer.person.id} appear={() => setAppearing(true)} /> : null}
      {papers ? <PapersOfCase shortId={papers} onClose={() => setPapers(undefined)} /> : null}
      {appearing && viewer ? <AttorneyDialog personId={viewer.person.id} onClose={() => setAppearing(false)} /> : null}
    </div>
  );
}

export function MyWorkPage() {
  const { t } = useLingui();
  return <Page title={t`My work`}><MyWork /></Page>;
}
