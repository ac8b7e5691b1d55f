export type {
  Edition,
  Publication,
  PublishedVersion,
  StoredDocument,
  WantedDocument,
} from "./publication.ts";
