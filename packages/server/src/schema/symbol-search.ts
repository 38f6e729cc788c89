import { formatDate } from "@hedgeql/core";
import { DEFAULT_MATCHES, MAX_MATCHES } from "../analysis/symbol-search.ts";
import {
  type SearchFailure as Failure,
  type FoundSymbol,
  type FoundSymbols,
  MAX_SEARCH_CHARACTERS,
} from "../prices/price-history.ts";
import { PriceSourceEnum } from "./asset.ts";
import { builder } from "./builder.ts";
import { type ErrorCode, ErrorCodeEnum } from "./error-code.ts";

/** In points: each search may be a request to Yahoo, and one of ours may hold no more than some dozens of them. */
const SEARCH_COST = 25;

const InstrumentKindEnum = builder.enumType("InstrumentKind", {
  description: "What an instrument is.",
  values: {
    EQUITY: { description: "A share of a company." },
    ETF: { description: "A fund that trades at an exchange." },
    INDEX: { description: "An index: a measure, which cannot itself be traded." },
    FUND: { description: "A mutual or a money market fund." },
    CURRENCY: { description: "The price of one currency in another." },
    CRYPTO: { description: "The price of a cryptocurrency in a currency." },
    FUTURE: { description: "A future." },
  } as const,
});

const SymbolMatch = builder.objectRef<FoundSymbol>("SymbolMatch").implement({
  description: "An instrument that a search found. `asset` has more of it.",
  fields: (t) => ({
    symbol: t.string({
      description: "The symbol with its source's prefix, as queries take it.",
      resolve: ({ id }) => id,
    }),
    source: t.expose("source", { type: PriceSourceEnum, description: "Where its prices come from." }),
    name: t.exposeString("name", { nullable: true, description: "Its name, where the source gives one." }),
    exchange: t.exposeString("exchange", {
      nullable: true,
      description: "Where it trades, in the words of the source's search: `asset` may have others.",
    }),
    kind: t.expose("kind", {
      type: InstrumentKindEnum,
      nullable: true,
      description: "What it is; null where the source does not say.",
    }),
    firstDate: t.field({
      type: "Date",
      nullable: true,
      description: "The first date with a price; null where only loading the prices would tell: Yahoo's and files'.",
      resolve: ({ firstDate }) => (firstDate === null ? null : formatDate(firstDate)),
    }),
    lastDate: t.field({
      type: "Date",
      nullable: true,
      description: "The last date with a price; null as `firstDate` is.",
      resolve: ({ lastDate }) => (lastDate === null ? null : formatDate(lastDate)),
    }),
  }),
});

const SearchFailure = builder.objectRef<Failure>("SearchFailure").implement({
  description: "Why a source has no part in what was found.",
  fields: (t) => ({
    source: t.expose("source", { type: PriceSourceEnum, description: "The source that failed." }),
    code: t.field({
      type: ErrorCodeEnum,
      description: "Stable, for programs: `SOURCE_UNAVAILABLE` or `RATE_LIMITED`.",
      resolve: ({ code }) => code as ErrorCode,
    }),
    message: t.exposeString("message", { description: "What went wrong." }),
  }),
});

const SymbolSearch = builder.objectRef<FoundSymbols>("SymbolSearch").implement({
  description: "What a search found, and which sources could not be searched.",
  fields: (t) => ({
    matches: t.field({
      type: [SymbolMatch],
      description:
        "The sample's first, then files', then Yahoo's; of each source a symbol that is the text itself before all others. Where there are more than `limit`, each source has its share. Empty where nothing matches.",
      resolve: ({ matches }) => [...matches],
    }),
    failures: t.field({
      type: [SearchFailure],
      description: "One for each source that failed, while the others answer; empty where none did.",
      resolve: ({ failures }) => [...failures],
    }),
  }),
});

builder.queryField("symbols", (t) =>
  t.field({
    type: SymbolSearch,
    complexity: SEARCH_COST,
    description: `Symbols whose spelling or name has a text, for a box that suggests while one types. Yahoo has 3 seconds at most, and after no answer is left out for 10; ask for \`sources: [SAMPLE, CSV]\` beside it to show those at once. Errors: \`BAD_INPUT\` for a text of more than ${MAX_SEARCH_CHARACTERS} characters or with control characters in it, and for a limit outside of 1 to ${MAX_MATCHES}.`,
    args: {
      search: t.arg.string({
        required: true,
        description:
          "A part of a symbol or of a name, in any case. A prefix searches its source alone: `sample:aa`, `csv:`. Empty: all that the sample and your files have, and nothing of Yahoo's.",
      }),
      sources: t.arg({ type: [PriceSourceEnum], description: "Which sources to search. Default: all." }),
      limit: t.arg.int({
        defaultValue: DEFAULT_MATCHES,
        description: `The most matches wanted, from 1 to ${MAX_MATCHES}.`,
      }),
    },
    resolve: (_, args, { analysis }) => analysis.searchSymbols(args),
  }),
);
