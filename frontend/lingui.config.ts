import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "es", "pt", "ht"],
  catalogs: [
    {
      path: "<rootDir>/src/language/catalogs/{locale}",
      include: ["src"],
      exclude: ["**/generated/**", "**/catalogs/**", "**/*.test.*"],
    },
  ],
  format: formatter({ lineNumbers: false, origins: true }),
  compileNamespace: "ts",
});
