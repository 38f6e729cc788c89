// A server's part in the tests of stores: a process of its own, which may start beside others or be killed.
//
//   node price-store-process.ts <sqlite file or postgres URL> open <symbol>
//   node price-store-process.ts <sqlite file or postgres URL> save-forever <first generation>
//
// It prints "ready", waits for a line on its input, and prints a line for each thing done.
import { once } from "node:events";
import { writeSync } from "node:fs";
import { openPostgresStore } from "../src/prices/stores/postgres.ts";
import { openSqliteStore } from "../src/prices/stores/sqlite.ts";
import { generation } from "./price-generation.ts";

const [location, task, argument] = process.argv.slice(2);

// Written at once: a line that is still in a buffer when the process is killed would be an answer never given.
const say = (line: string | number) => writeSync(1, `${line}\n`);

say("ready");
await once(process.stdin, "data");
process.stdin.destroy();

const store = await (location.startsWith("postgres") ? openPostgresStore(location) : openSqliteStore(location));
if (task === "open") {
  await store.save({ ...generation(1), symbol: argument });
  await store.close();
  say("saved");
} else {
  for (let number = Number(argument); ; number++) {
    await store.save(generation(number));
    say(number);
  }
}
