import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

// Without `module-sync` Vite resolves a second copy of graphql, and `instanceof GraphQLError` fails in tests only.
const ssr = { resolve: { conditions: ["module-sync", ...defaultServerConditions] } };

// Limits are there to end what hangs. On a busy machine a second, which is the default of a poll, is soon over.
const expect = { poll: { timeout: 15_000 } };

export default defineConfig({
  test: {
    projects: [
      { ssr, test: { name: "unit", include: ["packages/**/*.test.ts"], testTimeout: 30_000, expect } },
      {
        ssr,
        test: {
          name: "e2e",
          include: ["tests/**/*.test.ts"],
          globalSetup: "tests/built-page.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect,
        },
      },
    ],
  },
});
