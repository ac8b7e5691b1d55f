import type { Child } from "hono/jsx";
import type { Link } from "../http/index.ts";
import type { Language } from "../i18n/index.ts";
import {
  LanguageSwitch,
  Menu,
  MenuButton,
  type NavigationItem,
  Shell,
  type ShellProps,
  SkipLink,
} from "./shell.tsx";
import { uiWords } from "./ui.messages.ts";

export interface ConsoleLayoutProps extends ShellProps {
  /** What this part of the site is called, beside the operator's name; leads to its first page. */
  readonly name: string;
  readonly home: Link;
  readonly navigation: readonly NavigationItem[];
  /** Below the navigation: the way out. */
  readonly end?: Child;
}

/** The frame of the rooms behind the site: the navigation at the side, the work beside it. */
export function ConsoleLayout(props: ConsoleLayoutProps) {
  const { frame, title, wrong = false, name, home, navigation, end, children } = props;
  return (
    <Shell frame={frame} title={`${title} · ${name}`} wrong={wrong}>
      <header class="header header-console">
        <SkipLink frame={frame} />
        <a class="header-name" href={home}>
          {frame.siteName} <span class="header-part">{name}</span>
        </a>
        <LanguageSwitch frame={frame} />
        {navigation.length > 0 && <MenuButton frame={frame} />}
      </header>
      <div class="console">
        {navigation.length > 0 && (
          <Menu frame={frame} items={navigation} place="side">
            {end}
          </Menu>
        )}
        <main class="main main-console" id="content">
          {children}
        </main>
      </div>
    </Shell>
  );
}

export type StatusKind = "neutral" | "info" | "success" | "warning" | "error";

/** One word on how something stands. The colour repeats what the word says, and never says more. */
export function Status({
  kind = "neutral",
  children,
}: {
  readonly kind?: StatusKind;
  readonly children?: Child;
}) {
  return <span class={`status status-${kind}`}>{children}</span>;
}

export interface RowProps {
  /** Where the row leads; without it the row only says. */
  readonly link?: Link;
  readonly title: Child;
  /** What stands after the title: statuses. */
  readonly marks?: Child;
  /** One quiet line below. */
  readonly note?: Child;
  /** At the end: an age, a date, a button. */
  readonly end?: Child;
}

/** A list of things to work on, one a row. */
export function Rows({ label, children }: { readonly label?: string; readonly children?: Child }) {
  return (
    <ul class="rows" {...(label === undefined ? {} : { "aria-label": label })}>
      {children}
    </ul>
  );
}

/** One thing of a list. */
export function Row({ link, title, marks, note, end }: RowProps) {
  return (
    <li class="row">
      <div class="row-text">
        <p class="row-title">
          {link === undefined ? title : <a href={link}>{title}</a>} {marks}
        </p>
        {note !== undefined && <p class="row-note">{note}</p>}
      </div>
      {end !== undefined && <div class="row-end">{end}</div>}
    </li>
  );
}

/** A figure, and what it counts; leads to what was counted. */
export interface FigureItem {
  readonly number: number | string;
  readonly label: string;
  readonly link?: Link;
  /** Said by the label too; the colour is not alone. */
  readonly kind?: StatusKind;
}

/** A few figures side by side. */
export function Figures({ items }: { readonly items: readonly FigureItem[] }) {
  return (
    <ul class="figures">
      {items.map(({ number, label, link, kind = "neutral" }) => (
        <li class={`figure figure-${kind}`}>
          <span class="figure-number">{number}</span>{" "}
          <span class="figure-label">{link === undefined ? label : <a href={link}>{label}</a>}</span>
        </li>
      ))}
    </ul>
  );
}

export interface BesideProps {
  /** Heads the column at the side. */
  readonly title: string;
  readonly side: Child;
  readonly children?: Child;
}

/** The work, and level with it what has happened: as a clause and its margin. One below the other where it is narrow. */
export function Beside({ title, side, children }: BesideProps) {
  return (
    <div class="beside">
      <div class="beside-main">{children}</div>
      <aside class="beside-side" aria-label={title}>
        <h2 class="beside-title">{title}</h2>
        {side}
      </aside>
    </div>
  );
}

export interface HappenedItem {
  readonly when: Child;
  readonly what: Child;
  /** Who, under which clause. */
  readonly note?: Child;
  readonly refused?: boolean;
}

/** What has happened, newest first. */
export function Happened({ items }: { readonly items: readonly HappenedItem[] }) {
  return (
    <ol class="happened">
      {items.map(({ when, what, note, refused = false }) => (
        <li class={refused ? "happened-item happened-refused" : "happened-item"}>
          <p class="happened-when">{when}</p>
          <p class="happened-what">{what}</p>
          {note !== undefined && <p class="happened-note">{note}</p>}
        </li>
      ))}
    </ol>
  );
}

/** A list's neighbouring pages. */
export function Pages({
  language,
  newest,
  older,
}: {
  readonly language: Language;
  readonly newest: Link | null;
  readonly older: Link | null;
}) {
  if (newest === null && older === null) return null;
  const t = uiWords(language);
  return (
    <nav class="pages" aria-label={t.listPages}>
      {newest !== null && <a href={newest}>{t.newest}</a>}
      {older !== null && (
        <a href={older} rel="next">
          {t.older}
        </a>
      )}
    </nav>
  );
}

/** A choice among a few views of one list. */
export function Filter({
  label,
  items,
}: {
  readonly label: string;
  readonly items: readonly NavigationItem[];
}) {
  return (
    <nav class="filter" aria-label={label}>
      <ul class="filter-items">
        {items.map(({ label: text, link, current }) => (
          <li>
            <a href={link} {...(current === true ? { "aria-current": "true" as const } : {})}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Buttons that belong together, side by side. */
export function Actions({ children }: { readonly children?: Child }) {
  return <div class="actions">{children}</div>;
}

/** What matters less at once, behind its name: HTML's own disclosure, without a script. */
export function Disclosure(props: {
  readonly title: Child;
  readonly open?: boolean;
  readonly children?: Child;
}) {
  const { title, open = false, children } = props;
  return (
    <details class="disclosure" open={open}>
      <summary>{title}</summary>
      <div class="disclosure-body">{children}</div>
    </details>
  );
}
