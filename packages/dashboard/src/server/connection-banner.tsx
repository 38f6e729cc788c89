import { useEffect, useSyncExternalStore } from "react";
import type { Reconnection } from "./reconnection.ts";
import { useSecondsSince } from "./use-part.ts";

/** Says that the server is out of reach, when it is asked again, and asks when the window or the network is back. */
export function ConnectionBanner({ reconnection }: { readonly reconnection: Reconnection }) {
  const { isDown, retryAt } = useSyncExternalStore(reconnection.subscribe, reconnection.get);
  const since = useSecondsSince(0, isDown);
  useEffect(() => {
    const events = ["online", "focus"] as const;
    for (const event of events) addEventListener(event, reconnection.retryNow);
    return () => {
      for (const event of events) removeEventListener(event, reconnection.retryNow);
    };
  }, [reconnection]);
  if (!isDown) return null;
  const left = Math.ceil(retryAt / 1000 - since);
  return (
    <div className="notice failure connection">
      <p>
        <strong>The server does not answer.</strong> What is shown is the last answer, if there is one.{" "}
        <span className="counting">{left > 0 ? `Asking again in ${left} s.` : "Asking again …"}</span>{" "}
        <button type="button" onClick={reconnection.retryNow}>
          Try now
        </button>
      </p>
    </div>
  );
}
