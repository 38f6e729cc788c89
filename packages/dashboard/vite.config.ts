import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Where `vite` (development) sends the questions of the page; the built page asks the server that serves it. */
const api = process.env.HEDGEQL_URL ?? "http://127.0.0.1:4000";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // Vega-Lite takes four small functions from `vega`, which `vega-util` has too: so the rest of Vega stays out.
  resolve: { alias: [{ find: /^vega$/, replacement: "vega-util" }] },
  build: {
    outDir: "dist",
    target: "es2023",
    // The charts are one file of some 700 kB, loaded beside the first question: that is known, and no reason to warn.
    chunkSizeWarningLimit: 1000,
    // The page's Content-Security-Policy wants files: nothing is put into the HTML or the CSS.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/graphql": api } },
});
