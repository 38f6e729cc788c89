import { defineConfig } from "vite";

export default defineConfig({
  build: {
    rolldownOptions: {
      input: ["index.html", "urql.html", "apollo.html", "tanstack-query.html"],
      // TanStack Query marks its files for servers that render React: here that says nothing.
      onLog(level, log, show) {
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") show(level, log);
      },
    },
  },
});
