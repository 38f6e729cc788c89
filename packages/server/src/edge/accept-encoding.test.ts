import { expect, test } from "vitest";
import { preferredEncoding } from "./accept-encoding.ts";

test.each([
  ["gzip, deflate, br, zstd", "br"],
  ["gzip", "gzip"],
  ["GZIP ; Q=0.5", "gzip"],
  ["br;q=0.5, gzip;q=0.8", "gzip"],
  ["br;q=0.8, gzip;q=0.8", "br"],
  ["br;q=0, gzip;q=0.001", "gzip"],
  ["br;q=0.0, *;q=0.3", "gzip"],
  ["*", "br"],
  ["*;q=0", null],
  ["identity, br;q=0.5", null],
  ["identity;q=0.5, gzip;q=0.7", "gzip"],
  ["identity, gzip", "gzip"],
  ["identity;q=0", null],
  ["br;q=lots", null],
  ["br;q=2", null],
  ["zstd, deflate", null],
  ["brotli", null],
  [";;,,q=1", null],
  ["", null],
  [null, null],
])("Accept-Encoding: %s is best served by %s", (header, expected) => {
  expect(preferredEncoding(header, ["br", "gzip"])).toBe(expected);
});
