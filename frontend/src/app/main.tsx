import "@fontsource-variable/inter/wght.css";
import "~/design/mantine.css";
import "~/design/house.css";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { MantineProvider } from "@mantine/core";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Provider } from "urql";
import { cssVariables, theme } from "~/design/theme";
import { leave, makeClient } from "~/graph/client";
import { leavingOwed, openWithoutSignal } from "~/graph/device";
import { preferredLanguage, speak } from "~/language/i18n";
import { router } from "./router";
import { Told } from "./Told";

/** Styles that the page makes itself carry it; no other inline style is obeyed. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
// The dialogs' scroll lock asks for it by this name (get-nonce).
Object.assign(window, { __webpack_nonce__: nonce });

const client = makeClient(() => {
  if (window.location.pathname !== "/sign-in") window.location.assign(`/sign-in?next=${encodeURIComponent(window.location.pathname)}`);
});


// Whoever signed out where there was no signal is signed out before anything is asked.
const left = leavingOwed() ? leave() : Promise.resolve();

void openWithoutSignal();
void left.then(async () => {
  await speak(preferredLanguage());
  router.update({ context: { client } });
  // Who is looking, and what the address leads to, are fetched while nothing is drawn yet.
  void router.load();
  const root = document.getElementById("root");
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto" getStyleNonce={() => nonce}>
          <Told />
          <Provider value={client}>
            <RouterProvider router={router} context={{ client }} />
          </Provider>
        </MantineProvider>
      </I18nProvider>
    </StrictMode>,
  );
});
