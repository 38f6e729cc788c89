import { type AddressInfo, connect, createServer, type NetConnectOpts, type Socket } from "node:net";

/** A network between a client and a server that a test can break. */
export interface BreakableProxy {
  /** On 127.0.0.1. */
  readonly port: number;
  /** Breaks every connection at once, without a word. New ones work. */
  breakConnections(): void;
  /** Lets nothing more through on the connections of now, and leaves them open: a server that is frozen. */
  freezeConnections(): void;
  close(): Promise<void>;
}

/** Starts a proxy in front of a server, which it passes every byte to and from. */
export async function startBreakableProxy(target: NetConnectOpts): Promise<BreakableProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ]) {
      sockets.add(from);
      from.pipe(to);
      from.on("error", () => {});
      from.once("close", () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const breakConnections = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    breakConnections,
    freezeConnections() {
      for (const socket of sockets) socket.unpipe().pause();
    },
    close() {
      return new Promise((resolve) => {
        server.close(() => resolve());
        breakConnections();
      });
    },
  };
}
