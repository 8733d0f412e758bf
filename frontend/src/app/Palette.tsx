import { Modal, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { useFocusBack } from "~/forms/focus";
import { graphql } from "~/graph/generated";
import { usePlaces } from "./Shell";

const FindCases = graphql(`
  query FindCases($search: String!) {
    cases(filter: { search: $search, includeClosed: true }, first: 8) { edges { node { id shortId client { id publicName } } } }
  }
`);

/** One box for going anywhere: pages by name, cases by number or name; and for what can't wait. */
export function Palette({ onReport, onClose }: { onReport?: () => void; onClose: () => void }) {
  const { t } = useLingui();
  useFocusBack();
  const places = usePlaces();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text.trim(), 200);
  const [at, setAt] = useState(0);
  const [{ data }] = useQuery({ query: FindCases, variables: { search }, pause: search.length < 2 });
  const found = [
    ...(search.length < 2 ? [] : (data?.cases.edges ?? [])).map(({ node }) => ({ key: node.id, label: `${node.shortId} · ${node.client.publicName}`, go: () => navigate({ to: "/cases/$shortId", params: { shortId: node.shortId } }) })),
    ...[
      ...places.map((place) => ({ key: place.to as string, label: place.label, go: (): unknown => navigate({ to: place.to }) })),
      ...(onReport ? [{ key: "report", label: t`Report an arrest`, go: onReport }] : []),
    ].filter((one) => one.label.toLowerCase().includes(text.trim().toLowerCase())),
  ];
  const go = (index: number): void => {
    void found[index]?.go();
    onClose();
  };
  return (
    <Modal.Root opened onClose={onClose} padding="xs" size="lg">
      <Modal.Overlay />
      <Modal.Content aria-label={t`Search or do`}>
        <Modal.Body>
      <TextInput data-autofocus size="md" variant="unstyled" px="sm" aria-label={t`Search or do`} placeholder={t`A case number, a name, a page …`} value={text} role="combobox" aria-expanded aria-controls="palette" aria-activedescendant={`palette-${at}`}
        onChange={(event) => { setText(event.currentTarget.value); setAt(0); }}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") { event.preventDefault(); setAt((now) => Math.min(now + 1, found.length - 1)); }
          if (event.key === "ArrowUp") { event.preventDefault(); setAt((now) => Math.max(now - 1, 0)); }
          if (event.key === "Enter") go(at);
        }} />
      <div id="palette" role="listbox" aria-label={t`Found`}>
        {found.map((one, index) => (
          <UnstyledButton key={one.key} id={`palette-${index}`} role="option" aria-selected={index === at} tabIndex={-1} p="sm" w="100%" style={{ borderRadius: 8, fontSize: "0.875rem", background: index === at ? "var(--house-hover)" : undefined }} onClick={() => go(index)}>{one.label}</UnstyledButton>
        ))}
      </div>
      {found.length === 0 ? <Text size="sm" c="dimmed" p="sm" role="status">{t`Nothing found`}</Text> : null}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
