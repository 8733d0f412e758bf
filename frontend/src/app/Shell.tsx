import { ActionIcon, Button, CloseButton, Group, Kbd, useMantineColorScheme } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, Outlet, useLocation, useNavigate } from "@tanstack/react-router";
import { Suspense, lazy, useEffect, useState } from "react";
import { DropItem, DropLabel, DropMenu } from "~/design/DropMenu";
import { Icon, type IconName } from "~/design/Icon";
import { Loading } from "~/design/pieces";
import { InboxBell } from "~/features/inbox/InboxBell";
import { signOut } from "~/graph/client";
import { appears, bringsTables, comparesOutcomes, reportsArrests, reportsToFunders, takesInArrests, useViewer } from "~/graph/viewer";
import { useWaiting } from "~/graph/waiting";
import { LANGUAGES, type Language, speak } from "~/language/i18n";
import { HERE } from "~/language/times";
import { type Act } from "./offered";
import { useKeys } from "./keys";
import { opened } from "./recent";
import { stand, useStanding } from "./tour";
import { Confirming } from "./Confirming";
import { Connection, Newer } from "./Connection";
import { Updated } from "./Updated";

const Question = lazy(() => import("~/forms/Question").then((found) => ({ default: found.Question })));
const ReportDialog = lazy(() => import("~/features/reports/ReportDialog").then((found) => ({ default: found.ReportDialog })));
const NewCaseDialog = lazy(() => import("~/features/cases/NewCaseDialog").then((found) => ({ default: found.NewCaseDialog })));
const AddPersonDialog = lazy(() => import("~/features/people/AddPersonDialog").then((found) => ({ default: found.AddPersonDialog })));
const HelpPanel = lazy(() => import("./help/HelpPanel").then((found) => ({ default: found.HelpPanel })));
const Tour = lazy(() => import("./Tour").then((found) => ({ default: found.Tour })));
const Shortcuts = lazy(() => import("./Shortcuts").then((found) => ({ default: found.Shortcuts })));
const OfflinePage = lazy(() => import("./OfflinePage").then((found) => ({ default: found.OfflinePage })));
const Palette = lazy(() => import("./Palette").then((found) => ({ default: found.Palette })));

export function usePlaces(): { to: "/" | "/board" | "/monday" | "/my-work" | "/calls" | "/calendar" | "/actions" | "/people" | "/tasks" | "/subscriptions" | "/messages" | "/community" | "/operations" | "/what-happened" | "/reports"; icon: IconName; label: string; key: string }[] {
  const { t } = useLingui();
  const { viewer } = useViewer();
  return [
    { to: "/", icon: "today", label: t`Today`, key: "h" },
    { to: "/board", icon: "board", label: t`Board`, key: "b" },
    ...(appears(viewer) ? [{ to: "/my-work" as const, icon: "work" as const, label: t`My work`, key: "y" }] : []),
    { to: "/calendar", icon: "calendar", label: t`Calendar`, key: "c" },
    { to: "/actions", icon: "action", label: t`Actions`, key: "a" },
    { to: "/tasks", icon: "task", label: t`Tasks`, key: "t" },
    ...(bringsTables(viewer) ? [{ to: "/monday" as const, icon: "week" as const, label: t`Monday's page`, key: "n" }] : []),
    { to: "/people", icon: "people", label: t`People`, key: "p" },
    { to: "/subscriptions", icon: "feed", label: t`Feeds`, key: "f" },
    { to: "/messages", icon: "message", label: t`Messages`, key: "m" },
    { to: "/calls", icon: "call", label: t`Calls`, key: "l" },
    { to: "/community", icon: "community", label: t`Community`, key: "u" },
    ...(takesInArrests(viewer) ? [{ to: "/operations" as const, icon: "operation" as const, label: t`Operations`, key: "o" }] : []),
    ...(comparesOutcomes(viewer) ? [{ to: "/what-happened" as const, icon: "outcome" as const, label: t`What happened`, key: "w" }] : []),
    ...(reportsToFunders(viewer) ? [{ to: "/reports" as const, icon: "report" as const, label: t`For funders`, key: "r" }] : []),
  ];
}

function initials(name: string): string {
  return name.split(" ").map((part) => part[0] ?? "").slice(0, 2).join("");
}

export function Shell() {
  const { t, i18n } = useLingui();
  const places = usePlaces();
  const { viewer, organizationId, fetching, error } = useViewer();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const [palette, setPalette] = useState<"everything" | "creating">();
  const [help, setHelp] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const unsent = useWaiting().length;
  const [making, setMaking] = useState<"case" | "report" | "person">();
  const [explaining, setExplaining] = useState(false);
  const [touring, setTouring] = useState(false);
  const began = useStanding(viewer?.person.id ?? "");
  useEffect(() => opened(pathname), [pathname]);
  useKeys({
    create: () => setPalette("creating"),
    search: () => setPalette("everything"),
    help: () => setHelp(true),
    places: [...places, { key: "i", to: "/inbox" as const }].map((place) => ({ key: place.key, go: () => void navigate({ to: place.to }) })),
  });
  useHotkeys([
    ["mod+K", () => setPalette("everything")],
    ...places.map((place): [string, () => void] => [`alt+${place.key}`, () => void navigate({ to: place.to })]),
  ]);

  // Their role asks for a second step, and they took one.
  const owing = !viewer && error?.response?.status === 403;
  const unreachable = !viewer && !owing && Boolean(error?.networkError) && error?.response?.status !== 401;
  const signedOut = !viewer && !fetching && !unreachable && !owing;
  useEffect(() => {
    if (owing) void navigate({ to: "/second-step", replace: true });
    if (signedOut && pathname !== "/sign-in") void navigate({ to: "/sign-in", search: pathname === "/" ? {} : { next: pathname }, replace: true });
  }, [owing, signedOut, pathname, navigate]);

  if (!viewer && fetching) return <div className="main"><Loading /></div>;
  if (unreachable) return <Suspense fallback={<Loading />}><OfflinePage /></Suspense>;
  if (!viewer) return null;

  const zone = viewer.organization?.timeZone ?? HERE;
  const tour = (): void => {
    stand(viewer.person.id, typeof began === "number" ? began : 0);
    setTouring(true);
  };
  const creates: Act[] = [
    ...(viewer.may.includes("takeInCase") ? [{ key: "new case", label: t`New case`, go: () => setMaking("case") }] : []),
    ...(reportsArrests(viewer) ? [{ key: "report", label: t`Report an arrest`, go: () => setMaking("report") }] : []),
    ...(viewer.may.includes("addPerson") ? [{ key: "person", label: t`Add a person`, go: () => setMaking("person") }] : []),
  ];

  return (
    <>
      <a className="skip" href="#main"><Trans>Skip to the page</Trans></a>
      <div className="frame">
        <nav className="side" aria-label={t`Main`}>
          <Link to="/" className="mark"><img src="/presencia.svg" alt="" /> Presencia</Link>
          {places.map((place) => (
            <Link key={place.to} to={place.to} className="nav" activeOptions={{ exact: place.to === "/", includeSearch: false }}><Icon name={place.icon} /> {place.label}</Link>
          ))}
          <div style={{ flex: 1 }} />
          <Link to="/organization" className="nav"><Icon name="house" /> {viewer.organization?.name ?? t`Organization`}</Link>
        </nav>
        <div style={{ minWidth: 0 }}>
          <header className="top">
            <Button className="asks" variant="default" size="sm" leftSection={<Icon name="search" size={16} />} rightSection={<Kbd className="wide" size="xs">Ctrl K</Kbd>} onClick={() => setPalette("everything")} styles={{ label: { fontWeight: 450 } }}><span className="wide"><Trans>Search or do</Trans></span><span className="narrow"><Trans>Search</Trans></span></Button>
            <div className="news"><Updated /><Newer /></div>
            {began === "new" && !touring ? <Group gap={2} wrap="nowrap" visibleFrom="sm"><Button variant="light" size="compact-sm" onClick={() => tour()}><Trans>New here? Take the tour</Trans></Button><CloseButton size="sm" aria-label={t`No tour`} onClick={() => stand(viewer.person.id, "done")} /></Group> : null}
            {typeof began === "number" && !touring ? <Button variant="light" size="compact-sm" visibleFrom="sm" onClick={() => tour()}><Trans>Go on with the tour</Trans></Button> : null}
            <ActionIcon variant="subtle" color="gray" size="lg" visibleFrom="sm" aria-label={t`Help with this page`} onClick={() => setExplaining(true)}><Icon name="help" /></ActionIcon>
            <InboxBell />
            <DropMenu position="bottom-end" target={<ActionIcon variant="subtle" color="gray" size="lg" aria-label={t`Language`}><Icon name="globe" /></ActionIcon>}>{(Object.keys(LANGUAGES) as Language[]).map((code) => <DropItem key={code} lang={code} {...(code === i18n.locale ? { fw: 650 } : {})} onClick={() => void speak(code)}>{LANGUAGES[code]}</DropItem>)}</DropMenu>
            <DropMenu position="bottom-end" target={<ActionIcon variant="subtle" color="gray" size="lg" visibleFrom="sm" aria-label={t`Light or dark`}><Icon name="moon" /></ActionIcon>}>
                <DropItem onClick={() => setColorScheme("light")}><Trans>Light</Trans></DropItem>
                <DropItem onClick={() => setColorScheme("dark")}><Trans>Dark</Trans></DropItem>
                <DropItem onClick={() => setColorScheme("auto")}><Trans>As the system</Trans></DropItem>
              </DropMenu>
            <DropMenu position="bottom-end" target={<Button className="initials" variant="subtle" color="gray" size="sm" aria-label={`${initials(viewer.person.name)} · ${t`Your account`}`}>{initials(viewer.person.name)}</Button>}>
                <DropLabel>{viewer.person.name}<br />{viewer.organization?.name}</DropLabel>
                {places.slice(5).map((place) => <DropItem key={place.to} hiddenFrom="sm" onClick={() => void navigate({ to: place.to })}>{place.label}</DropItem>)}
                <DropItem leftSection={<Icon name="house" size={16} />} hiddenFrom="sm" onClick={() => void navigate({ to: "/organization" })}>{viewer.organization?.name ?? t`Organization`}</DropItem>
                {viewer.organization?.kind === "LEGAL_PROVIDER" ? <DropItem onClick={() => void navigate({ to: "/offers" })}><Trans>Placements and conflict checks</Trans></DropItem> : null}
                <DropItem onClick={() => void navigate({ to: "/your-account" })}><Trans>Your account</Trans></DropItem>
                <DropItem hiddenFrom="sm" onClick={() => setColorScheme("light")}><Trans>Look: light</Trans></DropItem>
                <DropItem hiddenFrom="sm" onClick={() => setColorScheme("dark")}><Trans>Look: dark</Trans></DropItem>
                <DropItem hiddenFrom="sm" onClick={() => setColorScheme("auto")}><Trans>Look: as the system</Trans></DropItem>
                <DropItem hiddenFrom="sm" onClick={() => setExplaining(true)}><Trans>Help with this page</Trans></DropItem>
                <DropItem onClick={() => setHelp(true)}><Trans>Keyboard shortcuts</Trans></DropItem>
                <DropItem onClick={() => tour()}><Trans>Take the tour</Trans></DropItem>
                <DropItem leftSection={<Icon name="out" size={16} />} onClick={() => (unsent > 0 ? setLeaving(true) : void signOut())}><Trans>Sign out</Trans></DropItem>
              </DropMenu>
          </header>
          <main className="main" id="main" tabIndex={-1}><Connection personId={viewer.person.id} /><Suspense fallback={<Loading />}><Outlet /></Suspense></main>
        </div>
        <nav className="bar" aria-label={t`Main, on a phone`}>
          {places.slice(0, 5).map((place) => <Link key={place.to} to={place.to} className="nav" activeOptions={{ exact: place.to === "/", includeSearch: false }}><Icon name={place.icon} size={20} /> {place.label}</Link>)}
        </nav>
      </div>
      <Confirming />
      {leaving ? <Suspense><Question opened title={t`Sign out`} says={t`What you noted without a signal has not been sent. Signing out forgets it.`} label={t`Sign out and lose it`} sending={false} onYes={() => void signOut()} onClose={() => setLeaving(false)} /></Suspense> : null}
      {palette ? <Suspense><Palette creating={palette === "creating"} onCreate={creates} onClose={() => setPalette(undefined)} /></Suspense> : null}
      <Suspense>
        {explaining ? <HelpPanel onShortcuts={() => setHelp(true)} onTour={tour} onClose={() => setExplaining(false)} /> : null}
        {touring && typeof began === "number" ? <Tour personId={viewer.person.id} roles={viewer.memberships.map((one) => one.role)} at={began} onClose={() => setTouring(false)} /> : null}
        {making === "case" ? <NewCaseDialog organizationId={organizationId} zone={zone} onClose={() => setMaking(undefined)} /> : null}
        {making === "report" ? <ReportDialog organizationId={organizationId} zone={zone} onClose={() => setMaking(undefined)} /> : null}
        {making === "person" ? <AddPersonDialog organizationId={organizationId} onClose={() => setMaking(undefined)} /> : null}
        {help ? <Shortcuts places={[...places, { key: "i", label: t`Inbox` }]} onClose={() => setHelp(false)} /> : null}
      </Suspense>
    </>
  );
}
