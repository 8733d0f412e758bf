import { Alert, Anchor, Center, Group, Loader, Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, type ReactNode } from "react";

/** One screen: its name, what may be done on it, and the rest. Also names the browser's tab. */
export function Page(props: { title: ReactNode; name: string; above?: ReactNode; actions?: ReactNode; lead?: ReactNode; children: ReactNode }): ReactNode {
  useEffect(() => {
    document.title = `${props.name} · Presencia`;
  }, [props.name]);
  return (
    <Stack gap="md" className="room">
      <div>
        {props.above}
        <Group justify="space-between" align="flex-start" gap="sm">
          <div style={{ minWidth: 0, flex: "1 1 16rem" }}>
            <Title order={1} tabIndex={-1}>{props.title}</Title>
            {props.lead ? <Text c="dimmed" size="sm" mt={4} maw="46rem">{props.lead}</Text> : null}
          </div>
          {props.actions ? <Group gap="xs">{props.actions}</Group> : null}
        </Group>
      </div>
      {props.children}
    </Stack>
  );
}

/** A part of a screen with a name of its own. */
export function Section(props: { title: ReactNode; count?: number; actions?: ReactNode; flush?: boolean; children: ReactNode }): ReactNode {
  return (
    <section className="section">
      <div className="section-head">
        <Title order={2} style={{ flex: 1 }}>
          {props.title}
          {props.count ? <Text span c="dimmed" fw={400} ml={8} className="numbers">{props.count}</Text> : null}
        </Title>
        {props.actions ? <Group gap={6}>{props.actions}</Group> : null}
      </div>
      {props.flush ? props.children : <div className="section-body">{props.children}</div>}
    </section>
  );
}

/** Nothing here yet, and what to do about it. */
export function Empty(props: { title: ReactNode; children?: ReactNode; action?: ReactNode; small?: boolean }): ReactNode {
  return (
    <Stack gap={6} align={props.small ? "flex-start" : "center"} px="md" py={props.small ? "sm" : 48} ta={props.small ? "start" : "center"}>
      <Text {...(props.small ? { c: "dimmed", size: "sm" } : { fw: 600 })}>{props.title}</Text>
      {props.children ? <Text c="dimmed" size="sm" maw="34rem">{props.children}</Text> : null}
      {props.action}
    </Stack>
  );
}

export function Waiting(): ReactNode {
  const { t } = useLingui();
  return <Center mih="12rem" role="status" aria-label={t`Loading`}><Loader size="sm" /></Center>;
}

/** The server could not be asked. Says so, and offers to ask again. */
export function Trouble(props: { again: () => void }): ReactNode {
  return (
    <Alert color="red" role="alert" title={<Trans>This could not be loaded</Trans>}>
      <Trans>What you see may be missing something. Do not rely on it.</Trans>{" "}
      <Anchor component="button" type="button" onClick={props.again} underline="always"><Trans>Try again</Trans></Anchor>
    </Alert>
  );
}

/** Unknown is an answer, and is shown as one. */
export function Unknown(props: { children?: ReactNode }): ReactNode {
  return <Text span inherit c="dimmed" fs="italic" fw={400}>{props.children ?? <Trans>Unknown</Trans>}</Text>;
}

export function Facts(props: { label: string; children: ReactNode }): ReactNode {
  return <dl className="facts" aria-label={props.label}>{props.children}</dl>;
}

export function Fact(props: { name: ReactNode; small?: ReactNode; children: ReactNode }): ReactNode {
  return <div><dt>{props.name}</dt><dd>{props.children}{props.small ? <small>{props.small}</small> : null}</dd></div>;
}
