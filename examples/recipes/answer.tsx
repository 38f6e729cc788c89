import type { HedgedPortfolioResult } from "@hedgeql/sdk";

const percent = new Intl.NumberFormat("en", { style: "percent", minimumFractionDigits: 2 });

/** Beta, what the hedge removed, and the last five hedged returns. */
export function Answer({ regression, effectiveness, returns }: HedgedPortfolioResult["hedgedPortfolio"]) {
  return (
    <section aria-label="Answer">
      <dl>
        <dt>Beta</dt>
        <dd>{regression.beta.toFixed(4)}</dd>
        <dt>Effectiveness</dt>
        <dd>{effectiveness === null ? "not defined" : percent.format(effectiveness)}</dd>
      </dl>
      <table>
        <caption>The last of {returns.length.toLocaleString("en")} hedged returns</caption>
        <tbody>
          {Array.from(returns.values.subarray(-5), (value, i) => (
            <tr key={returns.dates.at(i - 5)}>
              <th scope="row">{returns.dates.at(i - 5)}</th>
              <td>{percent.format(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
