import vue from "eslint-plugin-vue";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["node_modules/", "dist/", "typings/"] },
  ...tseslint.configs.recommended,
  ...vue.configs["flat/recommended"],
  { files: ["**/*.vue"], languageOptions: { parserOptions: { parser: tseslint.parser } } },
  {
    files: ["**/*.ts", "**/*.vue"],
    rules: {
      "no-undef": "off", // the type checker knows better
      complexity: ["error", 8],
      "max-lines": ["error", 400],
      eqeqeq: "error",
      "prefer-const": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-expressions": ["error", { allowShortCircuit: true, allowTernary: true }],
      "vue/no-v-html": "error",
      "vue/max-attributes-per-line": "off",
      "vue/singleline-html-element-content-newline": "off",
      "vue/html-self-closing": "off",
      "vue/html-indent": "off",
      "vue/html-closing-bracket-newline": "off",
      "vue/require-default-prop": "off",
    },
  },
  {
    // One place speaks to the product: src/services/request.ts.
    files: ["src/**/*.ts", "src/**/*.vue"],
    ignores: ["src/services/request.ts", "src/services/live.ts", "src/kiosk/reader.ts", "src/kiosk/scanner.ts"],
    rules: { "no-restricted-globals": ["error", "fetch", "XMLHttpRequest", "EventSource", "localStorage", "sessionStorage"], "no-eval": "error" },
  },
);
