export { assetRoutes } from "./assets.ts";
export { ErrorPage } from "./error-page.tsx";
export {
  Check,
  type CheckProps,
  Field,
  type FieldProps,
  Form,
  type FormError,
  type FormProps,
} from "./form.tsx";
export { Layout, type LayoutProps, type NavigationItem } from "./layout.tsx";
export {
  Button,
  ButtonLink,
  type ButtonProps,
  Code,
  type Column,
  DefinitionList,
  EmptyState,
  External,
  Notice,
  type NoticeProps,
  Table,
  type TableProps,
} from "./parts.tsx";
