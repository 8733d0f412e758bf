// The shell that opens without a signal: programs, styles, fonts and the page that holds them, and nothing that the
// server said to anybody. No answer of /graphql, no file and no page behind a link passes through here. It is put in
// place only where somebody said that the device is their own (src/graph/device.ts), and is taken away when they leave.
importScripts("/push.js");

/** What the build made: { url, revision }, the page itself among it. */
const BUILT = self.__WB_MANIFEST;
const PAGE = "/index.html";
const SHELL = `presencia-shell-${(BUILT.find((one) => one.url === "index.html") ?? {}).revision ?? "0"}`;
const FILES = new Set(BUILT.map((one) => `/${one.url}`));
/** First steps of addresses at which no page of ours begins: links of people without an account, files, doors. */
const NO_PAGES = new Set(["graphql", "session", "account", "a", "c", "d", "p", "r", "report", "caldav", "demo", "exports", "files", "feeds", "inbound", "health", "metrics", "sightings", "spreadsheets", ".well-known"]);
/** A court's wireless net that answers nothing is no net: after so long the shell is shown. Milliseconds. */
const PATIENCE = 4_000;

self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const shell = await caches.open(SHELL);
      await shell.addAll([...FILES].filter((url) => url !== PAGE));
      // The server makes the page: it fills in a nonce. What is kept of it gets another each time it is shown.
      const page = await fetch("/", { credentials: "omit", cache: "no-store" });
      if (!page.ok) throw new Error("The page could not be fetched.");
      await shell.put(PAGE, page);
    })(),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name.startsWith("presencia-shell-") && name !== SHELL) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

// Whoever reads the page says when the newer one may take its place.
self.addEventListener("message", (event) => {
  if (event.data === "take over") void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (!NO_PAGES.has(url.pathname.split("/")[1] ?? "")) event.respondWith(opened(request));
  } else if (FILES.has(url.pathname)) event.respondWith(caches.match(url.pathname, { cacheName: SHELL }).then((kept) => kept ?? fetch(request)));
});

/** The page from the server, or the one that is kept when the server does not answer. */
async function opened(request) {
  const kept = await caches.match(PAGE, { cacheName: SHELL });
  if (!kept) return fetch(request);
  let late;
  const waited = new Promise((resolve) => { late = setTimeout(() => resolve(undefined), PATIENCE); });
  try {
    return (await Promise.race([fetch(request), waited])) ?? (await anew(kept));
  } catch {
    return anew(kept);
  } finally {
    clearTimeout(late);
  }
}

/** The kept page under a nonce of its own: one that was used before would be none. */
async function anew(kept) {
  const policy = kept.headers.get("content-security-policy") ?? "";
  const old = /'nonce-([\w-]+)'/.exec(policy)?.[1];
  const text = await kept.text();
  if (!old) return new Response(text, { headers: kept.headers });
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16)))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const headers = new Headers(kept.headers);
  headers.set("content-security-policy", policy.replaceAll(old, nonce));
  headers.delete("content-length");
  headers.delete("content-encoding");
  return new Response(text.replaceAll(old, nonce), { headers });
}
