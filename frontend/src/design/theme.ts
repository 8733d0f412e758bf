import { i18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { type CSSVariablesResolver, createTheme, defaultVariantColorsResolver } from "@mantine/core";

/** Calm and legible for a whole day: one deep teal that acts, greys with a little warmth, colour only where it tells something. */
export const theme = createTheme({
  primaryColor: "teal",
  primaryShade: { light: 7, dark: 7 },
  autoContrast: true,
  defaultRadius: "md",
  cursorType: "pointer",
  fontFamily: '"Inter Variable", system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif',
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
  headings: { fontWeight: "620", sizes: { h1: { fontSize: "1.375rem", lineHeight: "1.3" }, h2: { fontSize: "0.9375rem", lineHeight: "1.4" }, h3: { fontSize: "0.875rem", lineHeight: "1.4" } } },
  colors: {
    teal: ["#eef7f7", "#dcecec", "#b6d8d9", "#8cc3c6", "#69b1b5", "#4fa3a9", "#2d8288", "#14646c", "#105159", "#0a3c43"],
    gray: ["#f8f8f6", "#f1f1ee", "#e6e6e2", "#d8d8d3", "#c6c6c0", "#a3a39d", "#7b7b76", "#565652", "#3b3b38", "#232321"],
    dark: ["#d9dadb", "#b4b7b9", "#8f9396", "#63686b", "#43484b", "#33383b", "#25292c", "#1b1f21", "#15181a", "#0e1011"],
  },
  variantColorResolver: (input) => defaultVariantColorsResolver(input),
  components: {
    Modal: { styles: { title: { fontWeight: 620, fontSize: "1rem" } }, defaultProps: { centered: false, radius: "lg", overlayProps: { backgroundOpacity: 0.45 }, closeButtonProps: { "aria-label": "Close" } } },
    Notification: { defaultProps: () => ({ closeButtonProps: { "aria-label": i18n._(msg`Close`) } }) },
    // Who types a part of a word and presses Enter means the first that matches.
    Select: { defaultProps: { selectFirstOptionOnChange: true } },
    MultiSelect: { defaultProps: { selectFirstOptionOnChange: true } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true } },
  },
});

const HUES = ["gray", "red", "pink", "grape", "violet", "indigo", "blue", "cyan", "teal", "green", "lime", "yellow", "orange"] as const;

/** WCAG AA contrast for quiet text and for tinted tags, in both schemes. */
export const cssVariables: CSSVariablesResolver = (given) => {
  const light: Record<string, string> = {
    "--mantine-color-dimmed": given.colors["gray"]?.[7] ?? "#565652",
    "--mantine-color-placeholder": given.colors["gray"]?.[7] ?? "#565652",
    "--mantine-color-error": "#b42318",
    "--house-ground": "#f6f6f3",
    "--house-surface": "#ffffff",
    "--house-line": "#e4e4df",
    "--house-hover": "#f3f6f5",
  };
  const dark: Record<string, string> = {
    "--mantine-color-dimmed": given.colors["dark"]?.[1] ?? "#b4b7b9",
    "--mantine-color-placeholder": given.colors["dark"]?.[1] ?? "#b4b7b9",
    "--mantine-color-error": "#ff9d92",
    "--mantine-color-anchor": given.colors["teal"]?.[3] ?? "#8cc3c6",
    "--house-ground": "#121517",
    "--house-surface": "#1a1e20",
    "--house-line": "#2c3235",
    "--house-hover": "#20262a",
  };
  for (const hue of HUES) {
    light[`--mantine-color-${hue}-light-color`] = given.colors[hue]?.[9] ?? "#000";
    dark[`--mantine-color-${hue}-light-color`] = given.colors[hue]?.[2] ?? "#fff";
  }
  for (const scheme of [light, dark]) {
    // White on the usual red is read by too few.
    scheme["--mantine-color-red-filled"] = "#b42318";
    scheme["--mantine-color-red-filled-hover"] = "#912018";
  }
  light["--mantine-color-orange-light-color"] = "#8a3200";
  light["--mantine-color-green-light-color"] = "#1b5e2b";
  light["--mantine-color-yellow-light-color"] = "#6b4e00";
  return { variables: {}, light, dark };
};
