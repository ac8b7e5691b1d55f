import type { Child } from "hono/jsx";
import {
  LanguageSwitch,
  Menu,
  MenuButton,
  type NavigationItem,
  Shell,
  type ShellProps,
  SkipLink,
} from "./shell.tsx";

export interface LayoutProps extends ShellProps {
  readonly navigation?: readonly NavigationItem[];
  readonly footer?: Child;
}

/** The frame of a public page: skip link, header with the operator's name and its pages, main, footer. */
export function Layout(props: LayoutProps) {
  const { frame, title, wrong = false, feed, navigation = [], footer, children } = props;
  return (
    <Shell frame={frame} title={title} wrong={wrong} {...(feed === undefined ? {} : { feed })}>
      <header class="header">
        <SkipLink frame={frame} />
        <a class="header-name" href={frame.links.page("/")}>
          {frame.siteName}
        </a>
        {navigation.length > 0 && <Menu frame={frame} items={navigation} place="header" />}
        <LanguageSwitch frame={frame} />
        {navigation.length > 0 && <MenuButton frame={frame} />}
      </header>
      <main class="main" id="content">
        {children}
      </main>
      <footer class="footer">{footer}</footer>
    </Shell>
  );
}
