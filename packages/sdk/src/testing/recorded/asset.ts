// Made by `pnpm record-answers` from the answers of a server: do not edit.
export const asset =
  '{"variables":{"symbol":"sample:AAPL"},"data":{"asset":{"__typename":"Asset","id":"sample:AAPL","symbol":"sample:AAPL","source":"SAMPLE","name":"Apple Inc.","currency":"USD","exchange":"NasdaqGS","retrievedAt":null,"stale":null}}}';
