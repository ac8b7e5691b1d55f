import type { Language } from "../i18n/index.ts";
import { type Answer, NO_STORE } from "./answer.ts";
import type { Frame } from "./exchange.ts";
import { errorWords } from "./http.messages.ts";
import type { Rendered } from "./page.ts";
import type { Problem } from "./problem.ts";

/** What an error page says, in the visitor's language. */
export interface ErrorView {
  readonly status: number;
  readonly code: string;
  /** What happened. */
  readonly message: string;
  /** What became of what was sent. */
  readonly kept: string;
  /** What to do now. */
  readonly advice: string;
  readonly requestId: string;
}

/** Draws the error page. The design system implements it; the composition root introduces the two. */
export type ErrorPage = (view: ErrorView, frame: Frame) => Rendered;

/** An error as JSON: `{ error: { code, message, field?, kept, requestId } }`. */
export function answerErrorJson(problem: Problem, language: Language, requestId: string): Answer {
  const { code, message, field, kept, status } = problem;
  const error = {
    code,
    message: message[language],
    ...(field === null ? {} : { field }),
    kept,
    requestId,
  };
  return {
    status,
    headers: {
      ...NO_STORE,
      "Content-Type": "application/json; charset=utf-8",
      Vary: "Accept, Accept-Language",
      // RFC 9110, section 11.6.1: a 401 says how to get in. Programs show a bearer token (RFC 6750).
      ...(status === 401 ? { "WWW-Authenticate": "Bearer" } : {}),
    },
    body: JSON.stringify({ error }),
  };
}

/** The one error page. */
export async function answerErrorPage(problem: Problem, frame: Frame, errorPage: ErrorPage): Promise<Answer> {
  const words = errorWords(frame.language);
  const view: ErrorView = {
    status: problem.status,
    code: problem.code,
    message: problem.message[frame.language],
    kept: words[problem.kept],
    advice: words[adviceFor(problem)],
    requestId: frame.requestId,
  };
  return {
    status: problem.status,
    headers: {
      ...NO_STORE,
      "Content-Type": "text/html; charset=utf-8",
      "Content-Language": frame.language,
      Vary: "Accept, Accept-Language",
    },
    body: `<!DOCTYPE html>${await errorPage(view, frame).toString()}`,
  };
}

function adviceFor({ status, code }: Problem): "goBack" | "goHome" | "tryLater" | "openHere" | "writeToUs" {
  if (code === "cross-origin") return "openHere";
  if (status === 503 || status === 408 || status === 429) return "tryLater";
  if (status >= 500) return "writeToUs";
  return status === 404 || status === 405 || status === 410 || status === 414 ? "goHome" : "goBack";
}
