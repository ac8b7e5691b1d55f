export { ANNOUNCER, announceVersions, oweAnnouncement } from "./announce-version.ts";
export { FOLLOW_LINK } from "./follow-link.ts";
export { messagesHolding } from "./messages-holding.ts";
export { messagesSchema } from "./messages.table.ts";
export { type NewMessage, queueMessage, sendMessageJob } from "./queue-message.ts";
export { SENDER } from "./open-message.ts";
export { type SendingParts, sendMessages } from "./send-message.ts";
