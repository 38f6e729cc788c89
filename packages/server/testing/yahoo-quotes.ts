import { body, type YahooAnswer } from "./yahoo-answers.ts";

/** One hit of a search, in Yahoo's form. Loose, because tests break it. */
export type Quote = Readonly<Record<string, unknown>>;

/** A hit as Yahoo writes it on a good day: a stock at Nasdaq. What `about` has takes the place of that. */
export function quote(symbol: string, about: Quote = {}): Quote {
  return {
    exchange: "NMS",
    shortname: symbol,
    quoteType: "EQUITY",
    symbol,
    index: "quotes",
    score: 20_000,
    typeDisp: "Equity",
    longname: `${symbol} Inc.`,
    exchDisp: "NASDAQ",
    isYahooFinance: true,
    ...about,
  };
}

/** A search among these: the quotes with the text in their symbol or in a name, in this order, as many as asked for. */
export function quotes(...listed: readonly Quote[]): YahooAnswer {
  return (request, response) => {
    const text = request.search?.toLowerCase() ?? "";
    const count = Number(new URL(request.path, "http://stand-in").searchParams.get("quotesCount"));
    const words = ({ symbol, shortname, longname }: Quote) => `${symbol} ${shortname} ${longname}`.toLowerCase();
    const found = listed.filter((listing) => words(listing).includes(text)).slice(0, count);
    return searchResult({ quotes: found })(request, response);
  };
}

/** These fields as the answer to a search, whatever it is for, among all that Yahoo sends beside them. */
export function searchResult(fields: object): YahooAnswer {
  const news = {
    uuid: "6e5d8c5e-8f0c-3d9e-9d0a-3a1a5c1e2f00",
    title: "Shares rise, or fall",
    publisher: "Newswire",
    link: "https://news.example/shares",
    providerPublishTime: 1_717_200_000,
    type: "STORY",
    relatedTickers: ["NEWS"],
  };
  return body(
    JSON.stringify({
      explains: [],
      count: 1,
      news: [news],
      nav: [{ navName: "Screeners", navUrl: "https://finance.example/screener" }],
      lists: [],
      researchReports: [],
      totalTime: 21,
      timeTakenForQuotes: 412,
      ...fields,
    }),
  );
}
