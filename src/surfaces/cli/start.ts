import { type Command, EXIT } from "./command.ts";

export const start: Command = {
  name: "start",
  usage: "start",
  summary: "Serve the operators' sites. The first start makes keys and store and publishes version 1.",
  help: `
PORT (8080) and HOST (127.0.0.1) say where. UPHELD_DATA (./data) and UPHELD_KEYS (./keys) are two folders, neither
inside the other. A later start never changes what is in force. Ctrl-C ends it when running work is done.`,
  options: {},
  async run({ installation, terminal }) {
    await installation.start(terminal);
    return EXIT.done;
  },
};
