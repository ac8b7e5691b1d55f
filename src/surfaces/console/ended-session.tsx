import { z } from "zod";
import type { Frame, Typed } from "../../platform/http/index.ts";
import { Button, Field, Form, Notice } from "../../platform/ui/index.ts";
import { ConsoleFrame } from "./console-frame.tsx";
import { signInWords } from "./sign-in.messages.ts";

/** A field in which somebody writes at length. */
export interface WrittenField {
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
}

/** What somebody had typed and sent after their session had ended; nothing else of what the page was about. */
export const endedView = z.object({
  written: z.array(
    z.object({ name: z.string(), label: z.string(), required: z.boolean(), text: z.string() }),
  ),
  /** The form's other fields, to be sent again with it. */
  beside: z.array(z.object({ name: z.string(), value: z.string() })),
});

export type Ended = z.output<typeof endedView>;

/** Tells what was written from what only goes with it. */
export function endedOf(typed: Typed, written: readonly WrittenField[]): Ended {
  const names = new Set(written.map(({ name }) => name));
  return {
    written: written.map((field) => ({ ...field, text: typed[field.name] ?? "" })),
    beside: Object.entries(typed)
      .filter(([name]) => !names.has(name))
      .map(([name, value]) => ({ name, value })),
  };
}

/**
 * The answer to a form whose session has ended meanwhile: nothing was done, and the text is there to be sent once they
 * have signed in. It goes back to who sent it and is kept nowhere else: not on the server, not in an address, not in a
 * cache. Without a script.
 */
export function EndedSession({ ended, frame }: { readonly ended: Ended; readonly frame: Frame }) {
  const { language, links } = frame;
  const words = signInWords(language);
  const hidden = Object.fromEntries(ended.beside.map(({ name, value }) => [name, value]));
  return (
    <ConsoleFrame frame={frame} title={words.endedTitle} around={null} wrong>
      <h1>{words.endedTitle}</h1>
      <Notice language={language} kind="warning" title={words.endedNothing} first />
      <ol>
        <li>
          <a href={links.page("/console/sign-in/")} target="_blank" rel="noopener">
            {words.endedSignIn}
          </a>
        </li>
        <li>{words.endedBack}</li>
      </ol>
      <Form language={language} action={frame.self} hidden={hidden}>
        {ended.written.map(({ name, label, required, text }) => (
          <Field
            language={language}
            kind="long-text"
            name={name}
            label={label}
            required={required}
            value={text}
          />
        ))}
        <Button>{words.endedSend}</Button>
      </Form>
    </ConsoleFrame>
  );
}
