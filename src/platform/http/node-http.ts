/**
 * Node's own HTTP, not imported as an ES module: as one it also makes Node's fetch and WebSocket client, which nobody
 * here asks for, and the heap of a server is a tenth larger.
 */
export const { createServer, request } = process.getBuiltinModule("node:http");
