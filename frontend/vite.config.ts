import { fileURLToPath } from "node:url";
import { makeConfig } from "@lingui/conf";
import babel from "@rolldown/plugin-babel";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { documents } from "./scripts/documents";
import { packed } from "./scripts/packed";
import { spoken } from "./scripts/spoken";
import { VitePWA } from "vite-plugin-pwa";

// Told here, because the macro would else load lingui.config.ts, whose tools `make run` does not install.
const linguiConfig = makeConfig({ sourceLocale: "en", locales: ["en", "es", "pt", "ht"] }, { skipValidation: true });

/** The API that `make run` (or a second terminal) serves while the page is developed. */
const api = process.env["PRESENCIA_API"] ?? "http://127.0.0.1:8000";
const through = { target: api, changeOrigin: false };

export default defineConfig({
  resolve: { alias: { "~": fileURLToPath(new URL("./src", import.meta.url)) } },
  plugins: [
    // Lingui's macros are the only thing that still needs Babel; they must run before React's own transform.
    babel({
      include: /\/src\/.*\.tsx?$/,
      exclude: /\/src\/(graph\/generated|language\/catalogs)\//,
      parserOpts: { plugins: ["typescript", "jsx"] },
      plugins: [documents, ["@lingui/babel-plugin-lingui-macro", { linguiConfig }], spoken],
    }),
    react(),
    // What opens without a signal: our own worker, told by the build which files there are. The page puts it in place
    // itself, and only on a device that is somebody's own.
    VitePWA({
      strategies: "injectManifest",
      srcDir: "worker",
      filename: "sw.js",
      injectRegister: false,
      manifestFilename: "manifest.json",
      // Nobody who looks at a home screen learns from it what the program is for.
      manifest: { name: "Presencia", short_name: "Presencia", start_url: "/", display: "standalone", background_color: "#ffffff", theme_color: "#0d454d", icons: [{ src: "/presencia.svg", sizes: "any", type: "image/svg+xml" }] },
      injectManifest: { globPatterns: ["index.html", "assets/*.{js,css}", "assets/inter-latin*-wght-normal-*.woff2", "presencia.svg", "color-scheme.js"],
        // Pages that show nothing without a signal.
        globIgnores: ["assets/{Calendar,Community,Action,Organization,Operation,People,Account,Messages,Feeds}Page-*"],
        maximumFileSizeToCacheInBytes: 3_000_000,
       },
    }),
    packed(),
  ],
  build: {
    target: "es2022",
    sourcemap: false,
    // Inlined fonts and images would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every visit needs comes in one piece: forty small ones are packed worse, and fetched one by one.
          groups: [
            { name: "page", tags: ["$initial"] },
            // Nearly every page has a field to type into.
            { name: "fields", test: /@mantine\/(core\/esm\/components\/(Input|InputBase|TextInput)|hooks\/esm\/use-(debounced-callback|merged-ref|uncontrolled))\// },
          ],
        },
      },
    },
  },
  server: { proxy: { "/graphql": through, "/session": through, "/feeds/": through, "/a/": through, "/c/": through, "/demo/": through, "/files/": through, "/exports/": through, "^/cases/[^/]+/files$": through } },
});
