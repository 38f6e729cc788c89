import type { HedgedPortfolioQueryVariables } from "@hedgeql/sdk";
import { type FormEvent, type ReactNode, useState } from "react";

interface PageProps {
  readonly title: string;
  /** What stands below the form, for the question that was last asked. */
  readonly children: (question: HedgedPortfolioQueryVariables) => ReactNode;
}

/** A form that asks, and what came of it: the same in every recipe. */
export function Page({ title, children }: PageProps) {
  const [question, setQuestion] = useState<HedgedPortfolioQueryVariables>({
    portfolio: { symbol: "sample:AAPL" },
    benchmarks: ["sample:^GSPC"],
  });
  const ask = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setQuestion({ portfolio: { symbol: `${form.get("portfolio")}` }, benchmarks: [`${form.get("benchmark")}`] });
  };
  return (
    <main>
      <h1>{title}</h1>
      <form onSubmit={ask}>
        <label>
          Portfolio <input name="portfolio" defaultValue="sample:AAPL" required />
        </label>
        <label>
          Benchmark <input name="benchmark" defaultValue="sample:^GSPC" required />
        </label>
        <button type="submit">Hedge</button>
      </form>
      {children(question)}
    </main>
  );
}
