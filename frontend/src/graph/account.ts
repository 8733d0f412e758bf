import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import { t } from "@lingui/core/macro";
import { currentLanguage } from "~/language/i18n";
import { confirmed } from "./confirm";

/** Signing in and one's own sign-in are plain doors beside the graph: passwords have no place in documents. */

export type Said<T> = { given: T; refused?: never } | { refused: { kind: string; message: string; field?: string }; given?: never };

type Method = "GET" | "POST" | "DELETE";

async function once<T>(method: Method, path: string, body?: object): Promise<Said<T>> {
  try {
    const answer = await fetch(path, {
      method,
      credentials: "same-origin",
      headers: { "X-Presencia": "1", "Accept-Language": currentLanguage(), ...(method === "POST" ? { "content-type": "application/json" } : {}) },
      ...(method === "POST" ? { body: JSON.stringify(body ?? {}) } : {}),
    });
    const said: unknown = answer.status === 204 || answer.status === 202 ? {} : await answer.json().catch(() => ({}));
    const found = (typeof said === "object" && said !== null ? said : {}) as Record<string, unknown>;
    if (answer.ok) return { given: found as T };
    return { refused: { kind: String(found["kind"] ?? "Refused"), message: String(found["message"] ?? ""), ...(typeof found["field"] === "string" ? { field: found["field"] } : {}) } };
  } catch {
    return { refused: { kind: "NotReached", message: "" } };
  }
}

/** Ask a door. Where it wants to know once more who it is, that is asked, and then the door once more. */
export async function ask<T>(method: Method, path: string, body?: object): Promise<Said<T>> {
  const first = await once<T>(method, path, body);
  return first.refused?.kind === "ConfirmFirst" && (await confirmed()) ? once<T>(method, path, body) : first;
}

export type Next = { next?: "code" | "account" };
export type Passkey = { id: string; name: string; createdAt: string; usedAt: string | null };
export type Session = { id: string; device: string | null; signedInBy: string; createdAt: string; seenAt: string; here: boolean };
export type Token = { id: string; name: string; scope: "read" | "act"; createdAt: string; usedAt: string | null; expiresAt: string };
export type AppPassword = { id: string; name: string; madeAt: string; usedAt: string | null; usedBy: string | null; until: string };
export type Provider = { organization: string; name: string; demanded: boolean; linked: { id: string; createdAt: string; usedAt: string | null } | null };
export type Account = { owesSecondStep: boolean; password: boolean; providers: Provider[]; authenticator: boolean; recoveryCodes: number; passkeysAt: string; passkeys: Passkey[]; sessions: Session[]; tokens: Token[]; appPasswords: AppPassword[]; calendarsAt: string };
export type Link = { kind: "welcome" | "reset"; email: string; organization: string; provider: string | null; demanded: boolean };

/** Leave for an organization's provider. It comes back only when that is refused. */
export async function leaveFor(path: "/session/provider" | "/account/providers", body: { organization: string; link?: string; anew?: boolean }): Promise<Said<object>> {
  const said = await ask<{ address: string }>("POST", path, body);
  if (said.given) window.location.assign(said.given.address);
  return said;
}

/** Why the browser made nothing, as people can act on it. */
function whyNothing(kind: string, at: string): string {
  if (kind === "SecurityError") return t`Passkeys work at ${at} only. Open Presencia there.`;
  if (kind === "NotAllowedError" || kind === "AbortError") return t`No passkey was chosen, or none of yours is on this device. Try again, or another way.`;
  if (kind === "InvalidStateError") return t`This device holds a passkey of yours already.`;
  return t`This browser can't use passkeys. Take another browser, or another way.`;
}

/** What the browser's own dialog made, or that it was closed or knows no passkey. Passkeys are tied to one address. */
async function browserMade<T>(address: string | undefined, make: () => Promise<T>): Promise<Said<T>> {
  const { protocol, hostname, port } = window.location;
  const at = `${protocol}//${address ?? hostname}${port ? `:${port}` : ""}`;
  const elsewhere = address && hostname !== address && !hostname.endsWith(`.${address}`);
  try {
    if (elsewhere) throw new DOMException("", "SecurityError");
    return { given: await make() };
  } catch (error) {
    const kind = error instanceof Error || error instanceof DOMException ? error.name : "Closed";
    return { refused: { kind, message: whyNothing(kind, at) } };
  }
}

async function passkeyAnswer(): Promise<Said<object>> {
  const asked = await once<{ options: PublicKeyCredentialRequestOptionsJSON }>("POST", "/session/passkey/options");
  if (asked.refused) return asked;
  const { startAuthentication } = await import("@simplewebauthn/browser");
  return browserMade(asked.given.options.rpId, () => startAuthentication({ optionsJSON: asked.given.options }));
}

/** Sign in, or prove that it is still you, with whichever passkey the browser has. */
export async function withPasskey(path: "/session/passkey" | "/account/proof/passkey"): Promise<Said<object>> {
  const made = await passkeyAnswer();
  return made.refused ? made : once("POST", path, { credential: made.given });
}

export async function addPasskey(name: string): Promise<Said<object>> {
  const asked = await ask<{ options: PublicKeyCredentialCreationOptionsJSON }>("POST", "/account/passkeys/options");
  if (asked.refused) return asked;
  const { startRegistration } = await import("@simplewebauthn/browser");
  const made = await browserMade(asked.given.options.rp.id, () => startRegistration({ optionsJSON: asked.given.options }));
  return made.refused ? made : ask("POST", "/account/passkeys", { name, credential: made.given });
}
