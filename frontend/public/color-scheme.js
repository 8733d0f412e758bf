// Before the first paint, so that a dark room stays dark. A file of its own: the page allows no inline script.
(function () {
  var chosen = null;
  try {
    chosen = window.localStorage.getItem("mantine-color-scheme-value");
  } catch (_) {
    // Storage may be closed in a private window; then the system decides.
  }
  var scheme = chosen === "light" || chosen === "dark" ? chosen : matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  document.documentElement.setAttribute("data-mantine-color-scheme", scheme);
})();
