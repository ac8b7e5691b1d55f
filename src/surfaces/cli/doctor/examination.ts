/** How one thing stands. `note` needs nobody; `warning` will need somebody; `wrong` keeps something from working. */
export type State = "sound" | "note" | "warning" | "wrong";

/** What an examination found. Names of settings, hosts and folders of the operator's own; never a secret or a person. */
export interface Finding {
  readonly topic: Topic;
  readonly state: State;
  /** What was seen, in one sentence. */
  readonly seen: string;
  /** What to do; null where nothing is to be done. */
  readonly remedy: string | null;
}

/** In the order in which they are examined and told. */
export const TOPICS = [
  "machine",
  "disk",
  "operator",
  "keys",
  "journal",
  "clock",
  "mail",
  "dns",
  "tls",
] as const;
export type Topic = (typeof TOPICS)[number];

/** What the settings say, as far as an examination needs it. `app.ts` gives it. */
export interface Surroundings {
  readonly dataFolder: string;
  readonly keysFolder: string;
  readonly operatorsFolder: string;
  readonly development: boolean;
  readonly port: number;
  readonly host: string;
  readonly certificateFile: string | undefined;
  /** Names of the folders with a policy. @throws ConfigurationError */
  operators(): readonly string[];
  /** Connects to the mail server and sends nothing; null where none is set. @throws MailError `mail-settings` */
  reachMail(): Promise<{ readonly reachable: boolean; readonly reason?: string }> | null;
}

export const sound = (topic: Topic, seen: string): Finding => ({ topic, state: "sound", seen, remedy: null });
export const note = (topic: Topic, seen: string): Finding => ({ topic, state: "note", seen, remedy: null });
export const warning = (topic: Topic, seen: string, remedy: string): Finding => ({
  topic,
  state: "warning",
  seen,
  remedy,
});
export const wrong = (topic: Topic, seen: string, remedy: string): Finding => ({
  topic,
  state: "wrong",
  seen,
  remedy,
});
