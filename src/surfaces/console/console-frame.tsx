import type { Child } from "hono/jsx";
import type { Frame } from "../../platform/http/index.ts";
import { Button, ConsoleLayout, Form, type NavigationItem, Notice } from "../../platform/ui/index.ts";
import type { StaffRight } from "../../people/staff/index.ts";
import type { Around } from "./around.ts";
import { consoleWords } from "./console.messages.ts";
import { doneText } from "./done.ts";

/** The console's rooms: where each is, and the right without which it stays shut. */
const ROOMS = [
  { word: "due", path: "/console/", right: null },
  { word: "enquiries", path: "/console/enquiries/", right: null },
  { word: "versions", path: "/console/versions/", right: null },
  { word: "publish", path: "/console/publish/", right: "publish" },
  { word: "rules", path: "/console/rules/", right: null },
  { word: "staff", path: "/console/staff/", right: "manage-staff" },
  { word: "keys", path: "/console/keys/", right: "manage-keys" },
  { word: "jobs", path: "/console/jobs/", right: "operate" },
] as const satisfies readonly { word: string; path: `/console/${string}`; right: StaffRight | null }[];

export interface ConsoleFrameProps {
  readonly frame: Frame;
  readonly title: string;
  /** Who is signed in, what they may do, and what they have just done; null when nobody is. */
  readonly around: Around | null;
  /** Path of the room that the page belongs to, to mark it. */
  readonly room?: Room;
  readonly wrong?: boolean;
  readonly children?: Child;
}

/** Rooms' names by their path, for what leads to them. */
export type Room = (typeof ROOMS)[number]["path"];

/** The frame of the console's pages: its rooms, as far as they are open to who is signed in, and the way out. */
export function ConsoleFrame(props: ConsoleFrameProps) {
  const { frame, title, around, room, wrong = false, children } = props;
  const { language, links } = frame;
  const words = consoleWords(language);
  const navigation: NavigationItem[] = ROOMS.filter(
    ({ right }) => around !== null && (right === null || around.rights.includes(right)),
  ).map(({ word, path }) => ({ label: words[word], link: links.page(path), current: path === room }));
  return (
    <ConsoleLayout
      frame={frame}
      title={title}
      name={words.console}
      home={links.page("/console/")}
      wrong={wrong}
      navigation={navigation}
      end={
        <div class="menu-end">
          {around !== null && around.name !== null && (
            <p class="row-note">{words.signedInAs({ name: around.name })}</p>
          )}
          <Form language={language} action={links.page("/console/sign-out/")}>
            <Button quiet small>
              {words.signOut}
            </Button>
          </Form>
        </div>
      }
    >
      {around !== null && around.done !== null && (
        <Notice language={language} kind="success" title={doneText(around.done, around.name, language)} />
      )}
      {children}
    </ConsoleLayout>
  );
}
