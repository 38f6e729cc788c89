import { expect, test } from "vitest";
import { describedSvg } from "./described-svg.ts";

test("the root is one image with its text", () => {
  const svg = describedSvg('<svg width="8"><g/></svg>', "A line");
  expect(svg).toBe('<svg role="img" aria-label="A line" width="8"><g/></svg>');
});

test("a description cannot leave its attribute", () => {
  const svg = describedSvg("<svg ><g/></svg>", `"><script>alert("$&$1")</script>&`);
  expect(svg).toContain('aria-label="&quot;&gt;&lt;script&gt;alert(&quot;$&amp;$1&quot;)&lt;/script&gt;&amp;"');
  expect(svg.match(/</g)).toHaveLength(3);
});

test("without a description there is none to say", () => {
  expect(describedSvg("<svg ></svg>", undefined)).toBe("<svg ></svg>");
});
