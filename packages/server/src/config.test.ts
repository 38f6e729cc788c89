import { describe, expect, test } from "vitest";
import { readConfig } from "./config.ts";

describe("CORS_ORIGINS", () => {
  test.each([
    ["", []],
    ["https://app.example.com", ["https://app.example.com"]],
    [" https://a.example.com , http://localhost:5173,", ["https://a.example.com", "http://localhost:5173"]],
  ])("%j lists %j", (value, origins) => {
    expect(readConfig({ CORS_ORIGINS: value }).corsOrigins).toEqual(origins);
  });

  test.each([
    "*",
    "null",
    "https://a.example.com,*",
    "https://a.example.com,null",
    "https://*.example.com",
    "https://a.example.com/",
    "https://A.example.com",
    "https://a.example.com:443",
    "file:///page.html",
    "data:text/html,x",
    "a.example.com",
  ])("%j is refused: no browser sends it as an origin, or everybody's may", (value) => {
    expect(() => readConfig({ CORS_ORIGINS: value })).toThrow(
      /^CORS_ORIGINS must be origins such as https:\/\/app\.example\.com, .*, neither \* nor null, got "/,
    );
  });
});
