import type { Child } from "hono/jsx";
import type { Frame, Link } from "../http/index.ts";
import { LANGUAGE_NAMES } from "../i18n/index.ts";
import { designAssets } from "./assets.ts";
import { uiWords } from "./ui.messages.ts";

export interface NavigationItem {
  readonly label: string;
  readonly link: Link;
  /** True for the page that is shown; `within` for the room that it belongs to. */
  readonly current?: boolean | "within";
}

export interface ShellProps {
  readonly frame: Frame;
  /** What the page is called, without the site's name. */
  readonly title: string;
  /** True when the page shows a form again with errors: its title begins with the word, as WCAG advises. */
  readonly wrong?: boolean;
  /** An Atom feed of what changes on the page, for readers of feeds to find. */
  readonly feed?: { readonly title: string; readonly link: Link };
  readonly children?: Child;
}

/** What is round every page, whichever frame it has: language, title, styles, the page in other languages. */
export function Shell({ frame, title, wrong = false, feed, children }: ShellProps) {
  const t = uiWords(frame.language);
  const assets = designAssets();
  return (
    <html lang={frame.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${wrong ? t.errorTitle({ title }) : title} · ${frame.siteName}`}</title>
        {assets.preloads[frame.language].map((font) => (
          <link rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        <link rel="stylesheet" href={assets.stylesheet} />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        {frame.languages.map(({ language, link }) => (
          <link rel="alternate" hreflang={language} href={frame.links.absolute(link)} />
        ))}
        {feed !== undefined && (
          <link rel="alternate" type="application/atom+xml" title={feed.title} href={feed.link} />
        )}
      </head>
      <body>{children}</body>
    </html>
  );
}

/** The way past the navigation, for those who come by keyboard. First in every header. */
export function SkipLink({ frame }: Pick<ShellProps, "frame">) {
  return (
    <a class="skip" href="#content">
      {uiWords(frame.language).skip}
    </a>
  );
}

const MENU = "menu";

/**
 * Opens the navigation on a narrow screen, where it would take four lines: HTML's own popover, so that it works
 * without a script, closes by Escape, and is simply there in a browser that knows none.
 */
export function MenuButton({ frame }: Pick<ShellProps, "frame">) {
  return (
    <button type="button" class="menu-button" popovertarget={MENU}>
      {uiWords(frame.language).menu}
    </button>
  );
}

export interface MenuProps {
  readonly frame: Frame;
  readonly items: readonly NavigationItem[];
  /** Stands in the open, level with the header or at the side, wherever there is room. */
  readonly place: "header" | "side";
  /** What comes after the pages. */
  readonly children?: Child;
}

/** The pages: in the open on a wide screen, behind the menu button on a narrow one. */
export function Menu({ frame, items, place, children }: MenuProps) {
  return (
    <nav class={`menu menu-${place}`} id={MENU} popover="auto" aria-label={uiWords(frame.language).pages}>
      <ul class="menu-pages">
        {items.map(({ label, link, current }) => (
          <li>
            <a href={link} {...currentness(current)}>
              {label}
            </a>
          </li>
        ))}
      </ul>
      {children}
      <button type="button" class="menu-button" popovertarget={MENU} popovertargetaction="hide">
        {uiWords(frame.language).close}
      </button>
    </nav>
  );
}

function currentness(current: NavigationItem["current"]) {
  if (current === true) return { "aria-current": "page" as const };
  return current === "within" ? { "aria-current": "true" as const } : {};
}

/** This page in the site's other languages. */
export function LanguageSwitch({ frame }: Pick<ShellProps, "frame">) {
  if (frame.languages.length < 2) return null;
  return (
    <nav class="header-end" aria-label={uiWords(frame.language).languages}>
      <ul class="languages">
        {frame.languages.map(({ language, link }) => (
          <li>
            {language === frame.language ? (
              <span aria-current="true">{LANGUAGE_NAMES[language]}</span>
            ) : (
              <a href={link} lang={language} hreflang={language}>
                {LANGUAGE_NAMES[language]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
