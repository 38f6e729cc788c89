import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** An HTTP server that is none of ours, for as long as the test runs. */
export async function withServer(listener: RequestListener, run: (url: string) => Promise<void>): Promise<void> {
  const other = createServer(listener);
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  try {
    await run(`http://127.0.0.1:${(other.address() as AddressInfo).port}/graphql`);
  } finally {
    other.closeAllConnections();
    other.close();
  }
}
