import { Alert, Badge, Group, Skeleton, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useId, useState } from "react";
import { telephone } from "~/language/telephone";
import { bareTime, day, time } from "~/language/times";
import { InSections, type Standing, useFolded, useSections } from "./sections";

export function Page({ title, tab = title, about, actions, children, onPaper = true }: { title: string; /** What the tab says where the title should not travel into histories and screenshots. */ tab?: string; about?: ReactNode; actions?: ReactNode; children: ReactNode; /** Whether its heading is printed with it. */ onPaper?: boolean }) {
  useEffect(() => {
    document.title = `${tab} · Presencia`;
  }, [tab]);
  return (
    <>
      <Group justify="space-between" align="flex-end" mb="lg" gap="md" {...(onPaper ? {} : { className: "not-on-paper" })}>
        <div>
          <Title order={1}>{title}</Title>
          {about ? <Text c="dimmed" size="sm" mt={4} component="div">{about}</Text> : null}
        </div>
        {actions ? <Group gap="xs">{actions}</Group> : null}
      </Group>
      {children}
    </>
  );
}

type PanelProps = { title: string; action?: ReactNode; children: ReactNode; flush?: boolean; /** How many things are in it: said where it is folded. */ count?: number; /** Short enough to stand open on every screen. */ foldable?: boolean };

/** A part of a page under a heading. Within {@link Sections} on a narrow screen the heading folds and unfolds it. */
export function Panel({ title, action, children, flush = false, count, foldable = true }: PanelProps) {
  const [panel, setPanel] = useState<HTMLElement | null>(null);
  const { open, turn } = useFolded(title, panel, foldable);
  const id = useId();
  return (
    <section className="panel" aria-label={title} ref={setPanel} data-folded={open ? undefined : true}>
      <header>
        <Title order={2}>{turn ? <button type="button" className="fold" aria-expanded={open} aria-controls={id} onClick={turn}><span>{title}</span>{count ? <span className="count">{count}</span> : null}</button> : title}</Title>
        {action && open ? <Group gap={6}>{action}</Group> : null}
      </header>
      <div id={id} className={flush ? "folds" : "folds body"} hidden={!open}>{children}</div>
    </section>
  );
}

/** A page of many panels. On a narrow screen they are folded, and a list at the top leads to each; of one that is `called` something it stays in sight on a wide screen, too. */
export function Sections({ name, head, called, children }: { name: string; /** What stands above the list and is never folded. */ head: ReactNode; /** Whose page it is, where the list stays in sight on a wide screen. */ called?: ReactNode; children: ReactNode }) {
  const { t } = useLingui();
  const { sections, standing } = useSections(name);
  const go = ({ title, panel }: Standing): void => {
    sections.set(title, true);
    panel.scrollIntoView({ block: "start" });
    const heading = panel.querySelector<HTMLElement>("header .fold") ?? panel.querySelector<HTMLElement>("h2");
    if (heading instanceof HTMLHeadingElement) heading.tabIndex = -1;
    heading?.focus({ preventScroll: true });
  };
  return (
    <InSections.Provider value={sections}>
      {head}
      {(!sections.roomy || called) && standing.length > 1 ? (
        <nav className="jump" data-roomy={sections.roomy || undefined} aria-label={t`On this page`}>
          {sections.roomy ? <div className="called">{called}</div> : null}
          {standing.map((one) => <button key={one.title} type="button" onClick={() => go(one)}>{one.title}</button>)}
        </nav>
      ) : null}
      {children}
    </InSections.Provider>
  );
}

/** Panels that somebody has just asked for: they are never folded. */
export function Unfolded({ children }: { children: ReactNode }) {
  return <InSections.Provider value={undefined}>{children}</InSections.Provider>;
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <Text fw={600}>{title}</Text>
      {children ? <div className="quiet">{children}</div> : null}
    </div>
  );
}

/** Unknown is an answer, and is shown as one. */
export function Unknown({ children }: { children?: ReactNode }) {
  return <span className="unknown">{children ?? <Trans>Unknown</Trans>}</span>;
}

export type Tone = "gray" | "teal" | "green" | "orange" | "red" | "blue" | "yellow";

export function Tag({ tone = "gray", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <Badge color={tone} variant="light" radius="sm" tt="none" fw={550} size="md" styles={{ root: { flexShrink: 0, maxWidth: "100%" }, label: { overflow: "visible" } }}>
      {children}
    </Badge>
  );
}

export function Loading() {
  return (
    <div aria-busy="true">
      {[62, 88, 74, 80].map((width) => (
        <Skeleton key={width} height={18} width={`${width}%`} my={14} />
      ))}
    </div>
  );
}

/** While the first answer is on its way; and when none came, that is said, so that nobody takes silence for "nothing there". */
export function Awaiting({ failed }: { failed: boolean }) {
  return failed ? <Refusal><Trans>This could not be loaded. What stands here may be incomplete; try again.</Trans></Refusal> : <Loading />;
}

export function Refusal({ children }: { children: ReactNode }) {
  return (
    <Alert color="red" variant="light" role="alert">
      {children}
    </Alert>
  );
}

/** The number of a case is one word: it is never broken at its hyphen. */
export function CaseNumber({ children }: { children: ReactNode }) {
  return <span className="unbroken">{children}</span>;
}

/** When something takes place: in the zone of the place, with the zone said, or plainly without an hour. */
export function When({ at, zone, hourKnown = true, until }: { at: string; zone: string; hourKnown?: boolean; until?: string }) {
  return (
    <time dateTime={at} style={{ whiteSpace: "nowrap" }}>
      {day(at, zone)}
      <br />
      <span className="quiet">{hourKnown ? (until ? `${bareTime(at, zone)} – ${time(until, zone)}` : time(at, zone)) : <Trans>hour not known</Trans>}</span>
    </time>
  );
}

/** A number to dial: on a telephone, one tap. */
export function Telephone({ number }: { number: string }) {
  return <a href={`tel:${number}`} className="plain" style={{ whiteSpace: "nowrap" }}>{telephone(number)}</a>;
}
