import { type Received, send, sendForm } from "../http-client.ts";
import type { RunningProduct } from "../running-product.ts";

const PATH = "/ru/feedback/";

/** The hidden fields of the feedback form as a browser got it. */
export async function openFormPage({
  port,
  host,
}: RunningProduct): Promise<Readonly<Record<string, string>>> {
  const page = await send({ port, host, path: PATH });
  const token = /name="shown" value="([^"]+)"/u.exec(page.text)?.[1];
  if (token === undefined) throw new Error(`The form shows no token: ${page.status}`);
  return { shown: token };
}

/** Sends the form as a browser does; the reference is there when it was received. */
export async function postForm(
  { port, host }: RunningProduct,
  hidden: Readonly<Record<string, string>>,
  fields: Readonly<Record<string, string>>,
): Promise<Received & { readonly reference: string | undefined }> {
  const answer = await sendForm({ port, host, path: PATH }, { ...fields, ...hidden });
  const reference = /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/u.exec(answer.text)?.[0];
  return { ...answer, reference: answer.status === 200 ? reference : undefined };
}
