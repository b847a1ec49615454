import wxmlParser from "@wxml/parser";
import wxml from "eslint-plugin-wxml";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["node_modules/", ".build/", "typings/", "src/miniprogram_npm/"] },
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.recommended],
    rules: {
      complexity: ["error", 8],
      "max-lines": ["error", 400],
      eqeqeq: "error",
      "prefer-const": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-expressions": ["error", { allowShortCircuit: true, allowTernary: true }],
    },
  },
  {
    // One place speaks to the network, one keeps the token: see src/services/request.ts and session.ts.
    files: ["src/**/*.ts"],
    ignores: ["src/services/request.ts", "src/services/files.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        ...["request", "uploadFile", "downloadFile"].map((property) => ({ object: "wx", property, message: "use services/request or services/files" })),
      ],
      "no-eval": "error",
      "no-console": "off",
    },
  },
  {
    files: ["src/**/*.wxml"],
    plugins: { wxml },
    languageOptions: { parser: wxmlParser },
    rules: {
      "wxml/report-wxml-syntax-error": "error",
      "wxml/report-interpolation-error": "error",
      "wxml/report-wxs-syntax-error": "error",
      "wxml/no-duplicate-attributes": "error",
      "wxml/no-inconsistent-tagname": "error",
      "wxml/no-unexpected-string-bool": "error",
      "wxml/no-wx-if-string": "error",
      "wxml/no-wx-for-with-wx-else": "error",
      "wxml/no-dynamic-wx-key": "error",
      "wxml/wx-key": "error",
      "wxml/quotes": "error",
    },
  },
);
