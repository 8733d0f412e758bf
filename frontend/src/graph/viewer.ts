import type { Client } from "@urql/core";
import { useQuery } from "urql";
import { graphql } from "./generated";
import type { Audience, ViewerQuery } from "./generated/graphql";

const Viewer = graphql(`
  query Viewer {
    viewer {
      language
      may
      person { id name }
      organization { id name kind timeZone }
      memberships { role organization { id name kind } }
    }
  }
`);

/** Who is looking, and from which organization. */
export function useViewer() {
  const [{ data, fetching, error }] = useQuery({ query: Viewer });
  const viewer = data?.viewer ?? null;
  return { viewer, fetching, error, organizationId: viewer?.organization?.id ?? viewer?.memberships[0]?.organization?.id ?? "" };
}

/** The same before anything is drawn: whoever draws it afterwards finds the answer, or waits for the same. */
export async function askWho(client: Client): Promise<ViewerQuery["viewer"] | undefined> {
  return (await client.query(Viewer, {}).toPromise()).data?.viewer;
}

/** Whether they see the board as the people of a legal provider do. */
export function isLegal(viewer: { memberships: readonly { organization?: { kind: string } | null | undefined }[] } | null): boolean {
  return viewer?.memberships.some((one) => one.organization?.kind === "LEGAL_PROVIDER") ?? false;
}

/** Whether these are the legal team's eyes, to which an empty list means that there is nothing. */
export function seesAll(audience: Audience): boolean {
  return audience === "COORDINATOR" || audience === "ATTORNEY";
}

/** Whether they tell legal providers of arrests: people of a community group do. */
export function reportsArrests(viewer: { may: readonly string[]; organization?: { kind: string } | null | undefined } | null): boolean {
  return viewer?.organization?.kind === "COMMUNITY_GROUP" && viewer.may.includes("reportArrest");
}

/** Whether they take people in for a legal provider, one by one or a whole operation: they alone see operations. */
export function takesInArrests(viewer: { may: readonly string[]; organization?: { kind: string } | null | undefined } | null): boolean {
  return viewer?.organization?.kind === "LEGAL_PROVIDER" && (viewer.may.includes("takeInArrests") || viewer.may.includes("openOperation"));
}

/** Whether they are told what happened at the hearings of all of their legal provider's cases. */
export function comparesOutcomes(viewer: { may: readonly string[]; organization?: { kind: string } | null | undefined } | null): boolean {
  return viewer?.organization?.kind === "LEGAL_PROVIDER" && viewer.may.includes("exportOutcomes");
}

/** Whether they coordinate cases for a legal provider: what waits there is theirs to see to. */
export function coordinates(viewer: { memberships: readonly { role: string; organization?: { kind: string } | null | undefined }[] } | null): boolean {
  return viewer?.memberships.some((one) => one.role === "COORDINATOR" && one.organization?.kind === "LEGAL_PROVIDER") ?? false;
}

/** Whether they count for funders, for a legal provider. */
export function reportsToFunders(viewer: { may: readonly string[]; organization?: { kind: string } | null | undefined } | null): boolean {
  return viewer?.organization?.kind === "LEGAL_PROVIDER" && viewer.may.includes("makeFunderReport");
}

/** Whether they bring a legal provider's lists: they have Monday's page, which shows what such lists were kept for. */
export function bringsTables(viewer: { may: readonly string[]; organization?: { kind: string } | null | undefined } | null): boolean {
  return viewer?.organization?.kind === "LEGAL_PROVIDER" && viewer.may.includes("importSpreadsheet");
}

/** Whether they may take tables and court lists of a legal provider away. */
export function takesAway(viewer: { may: readonly string[]; organization?: { kind: string } | null | undefined } | null): boolean {
  return viewer?.organization?.kind === "LEGAL_PROVIDER" && viewer.may.includes("exportCases");
}

/** Whether they go to court for clients: their own work has a page. */
export function appears(viewer: { memberships: readonly { role: string }[] } | null): boolean {
  return viewer?.memberships.some((one) => ["ATTORNEY", "ACCREDITED_REPRESENTATIVE", "SUPERVISED_STUDENT"].includes(one.role)) ?? false;
}
