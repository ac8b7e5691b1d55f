export { assetRoutes } from "./assets.ts";
export { ErrorPage } from "./error-page.tsx";
export {
  Check,
  type CheckProps,
  Field,
  FieldGroup,
  type FieldProps,
  Form,
  type FormError,
  type FormProps,
  Trap,
  GroupedCheck,
  Select,
} from "./form.tsx";
export { ProofField, type ProofFieldProps } from "./proof-field.tsx";
export { Layout, type LayoutProps } from "./layout.tsx";
export type { NavigationItem } from "./shell.tsx";
export {
  Actions,
  Beside,
  ConsoleLayout,
  type ConsoleLayoutProps,
  Disclosure,
  type FigureItem,
  Figures,
  Filter,
  Happened,
  type HappenedItem,
  Pages,
  Row,
  Rows,
  Status,
  type StatusKind,
} from "./console.tsx";
export { Difference } from "./difference.tsx";
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
  Sentence,
  Table,
  type TableProps,
} from "./parts.tsx";
