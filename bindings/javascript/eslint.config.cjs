// `npx eslint --config bindings/javascript/eslint.config.cjs bindings/javascript examples tests/bindings/javascript`
const js = require("@eslint/js");
const globals = require("globals");

module.exports = [
  js.configs.recommended,
  {
    languageOptions: { globals: globals["shared-node-browser"] },
    rules: { eqeqeq: "error", "no-var": "error", "prefer-const": "error", "no-eval": "error", "no-implied-eval": "error" },
  },
  {
    files: ["examples/webview2-page/**", "page/**", "tests/**"],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ["examples/javascript/**", "tests/**"],
    languageOptions: { globals: globals.node },
  },
  {
    files: ["**/*.cjs"],
    languageOptions: { globals: globals.node, sourceType: "commonjs" },
  },
];
