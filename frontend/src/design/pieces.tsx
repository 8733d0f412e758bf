import { Alert, Badge, Group, Skeleton, Text, Title } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import { type ReactNode, useEffect } from "react";
import { telephone } from "~/language/telephone";
import { bareTime, day, time } from "~/language/times";

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

export function Panel({ title, action, children, flush = false }: { title: string; action?: ReactNode; children: ReactNode; flush?: boolean }) {
  return (
    <section className="panel" aria-label={title}>
      <header>
        <Title order={2}>{title}</Title>
        {action ? <Group gap={6}>{action}</Group> : null}
      </header>
      {flush ? children : <div className="body">{children}</div>}
    </section>
  );
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
