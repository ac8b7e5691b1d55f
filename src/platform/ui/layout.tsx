import type { Child } from "hono/jsx";
import type { Frame, Link } from "../http/index.ts";
import { LANGUAGE_NAMES } from "../i18n/index.ts";
import { designAssets } from "./assets.ts";
import { uiWords } from "./ui.messages.ts";

export interface NavigationItem {
  readonly label: string;
  readonly link: Link;
  /** True for the page that is shown. */
  readonly current?: boolean;
}

export interface LayoutProps {
  readonly frame: Frame;
  /** What the page is called, without the site's name. */
  readonly title: string;
  /** True when the page shows a form again with errors: its title begins with the word, as WCAG advises. */
  readonly wrong?: boolean;
  readonly navigation?: readonly NavigationItem[];
  readonly footer?: Child;
  readonly children?: Child;
}

/** The shell of every page: language, title, skip link, header with the operator's name, main, footer. */
export function Layout({ frame, title, wrong = false, navigation = [], footer, children }: LayoutProps) {
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
      </head>
      <body>
        <header class="header">
          <a class="skip" href="#content">
            {t.skip}
          </a>
          <a class="header-name" href={frame.links.page("/")}>
            {frame.siteName}
          </a>
          {navigation.length > 0 && (
            <nav aria-label={t.pages}>
              <ul class="header-nav">
                {navigation.map(({ label, link, current }) => (
                  <li>
                    <a href={link} {...(current === true ? { "aria-current": "page" as const } : {})}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <LanguageSwitch frame={frame} />
        </header>
        <main class="main" id="content">
          {children}
        </main>
        <footer class="footer">{footer}</footer>
      </body>
    </html>
  );
}

function LanguageSwitch({ frame }: { readonly frame: Frame }) {
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
