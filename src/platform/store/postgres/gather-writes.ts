import pg, { type ClientBase } from "pg";

const gathering = new WeakSet<object>();

/**
 * Has what is sent on this connection from here to the end of the running turn leave in one piece: `begin` with the
 * first question, inserts with what follows them. A system call for each message would cost more than the messages.
 */
export function gatherWrites(client: ClientBase): void {
  if (!(client instanceof pg.Client)) return;
  const { stream } = client.connection;
  if (gathering.has(stream)) return;
  gathering.add(stream);
  stream.cork();
  process.nextTick(() => {
    gathering.delete(stream);
    stream.uncork();
  });
}
