import { useQuery } from "urql";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, getRouteApi } from "@tanstack/react-router";
import { Awaiting, Page, Panel, Telephone } from "~/design/pieces";
import { HouseFeeds } from "~/features/feeds/HouseFeeds";
import { RevokeFeeds } from "~/features/feeds/RevokeFeeds";
import { ToCheckPanel } from "~/features/dateChecks/ToCheckPanel";
import { ShiftsPanel } from "~/features/dateChecks/ShiftsPanel";
import { DutyPanel } from "~/features/duty/DutyPanel";
import { MembersPanel } from "~/features/members/MembersPanel";
import { RevokeSignInLinks } from "~/features/members/RevokeSignInLinks";
import { LetterSamples } from "~/features/messages/LetterSamples";
import { RemindersPanel } from "~/features/reminders/RemindersPanel";
import { HoldsPanel } from "~/features/retention/HoldsPanel";
import { KeptPanel } from "~/features/retention/KeptPanel";
import { AskWhoSaw } from "~/features/seen/AskWhoSaw";
import { graphql } from "~/graph/generated";
import { zoneName } from "~/language/times";
import type { OrganizationPart } from "./search";

const House = graphql(`
  query OrganizationPage {
    viewer { may person { id } organization { id name phone timeZone kind ...Members ...Duty ...Shifts ...DatesToCheck ...Holds ...Kept } }
  }
`);

const route = getRouteApi("/shell/organization");

/** In parts, each with an address of its own: `/organization?part=trail`. */
export function OrganizationPage() {
  const { t } = useLingui();
  const { part = "people" } = route.useSearch();
  const [{ data, error }, again] = useQuery({ query: House });
  const may = data?.viewer?.may ?? [];
  const house = data?.viewer?.organization;
  if (!house) return <Awaiting failed={Boolean(error)} />;
  const legal = house.kind === "LEGAL_PROVIDER";
  const parts: { part: OrganizationPart; label: string; shown: boolean }[] = [
    { part: "people", label: t`People and duty`, shown: true },
    { part: "dates", label: t`Date checkers`, shown: legal && may.includes("endShift") },
    { part: "messages", label: t`Messages and reminders`, shown: true },
    { part: "trail", label: t`Who saw what`, shown: may.includes("readAudit") },
    { part: "keeping", label: t`How long things are kept`, shown: true },
    { part: "keys", label: t`Addresses and tokens`, shown: true },
  ];
  return (
    <Page title={house.name} about={<>{house.phone ? <><Telephone number={house.phone} /> · </> : null}{zoneName(house.timeZone)}</>}>
      <nav className="parts" aria-label={t`Parts of this page`}>
        {parts.filter((one) => one.shown).map((one) => <Link key={one.part} to="/organization" search={one.part === "people" ? {} : { part: one.part }} className="nav" activeOptions={{ exact: true, includeSearch: true }} {...(one.part === part ? { "aria-current": "page" as const } : {})}>{one.label}</Link>)}
      </nav>
      <div className="stack">
        {part === "people" ? <><DutyPanel of={house} maySave={may.includes("saveDutyRota")} /><MembersPanel of={house} mayManage={may.includes("takeOnMember")} /></> : null}
        {part === "dates" && legal && may.includes("endShift") ? <ShiftsPanel of={house} mayStart={may.includes("startShift")} onChanged={() => again({ requestPolicy: "network-only" })} /> : null}
        {part === "dates" && legal && may.includes("startShift") ? <ToCheckPanel of={house} /> : null}
        {part === "messages" ? (
          <>
            <RemindersPanel organizationId={house.id} mayEdit={may.includes("editNoticePlan")} />
            <LetterSamples organizationId={house.id} />
            <Panel title={t`How each message went`}><p style={{ margin: 0 }}><Trans>One letter to one person on one channel is one message, and each of them stands in <Link to="/messages">the list of messages</Link>. On a case or an action people are counted instead: whoever was written to on two channels is one person.</Trans></p></Panel>
          </>
        ) : null}
        {part === "trail" && may.includes("readAudit") ? <AskWhoSaw /> : null}
        {part === "keeping" ? <><HoldsPanel of={house} mayPlace={may.includes("placeHold")} />{may.includes("takeOnMember") ? <KeptPanel of={house} /> : null}</> : null}
        {part === "keys" ? (
          <>
            <HouseFeeds />
            <Panel title={t`Tokens for scripts`}><p style={{ margin: 0 }}><Trans>A token acts as the person it belongs to, so each is made, seen and ended by that person alone, on <Link to="/your-account">the page of their account</Link>: with its name, what it may do, when it was last used and when it ends. Whoever is let go loses theirs at once; whoever runs the house ends one with <code>presencia token revoke</code>.</Trans></p></Panel>
            {may.includes("revokeEverybodysFeeds") ? (
              <Panel title={t`When an address got out`}>
                <p style={{ marginTop: 0 }}><Trans>If nobody knows which calendar address got into other hands, end all of them. Each person's own are on their page of feeds.</Trans></p>
                <RevokeFeeds organizationId={house.id} everybody /> <RevokeSignInLinks organizationId={house.id} />
              </Panel>
            ) : null}
          </>
        ) : null}
      </div>
    </Page>
  );
}
