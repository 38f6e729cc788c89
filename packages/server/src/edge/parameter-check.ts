import type { Plugin } from "graphql-yoga";
import { badRequest } from "./bad-request.ts";

/**
 * Says of the parameters of an address that they are no JSON. Yoga lets the error of `JSON.parse` through, which looks
 * like a defect of ours.
 */
export function useParameterCheck(): Plugin {
  return {
    onRequestParse({ requestParser, setRequestParser }) {
      if (requestParser === undefined) return;
      setRequestParser(async (request) => {
        try {
          return await requestParser(request);
        } catch (error) {
          if (!(error instanceof SyntaxError)) throw error;
          throw badRequest("variables and extensions of an address must be JSON");
        }
      });
    },
  };
}
