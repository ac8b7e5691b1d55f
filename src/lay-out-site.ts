import type { Configuration } from "./configuration.ts";
import type { OpenedOperator } from "./open-operator.ts";
import type { Site } from "./platform/http/index.ts";
import type { DevelopmentMailbox } from "./platform/mail/index.ts";
import type { CompiledPolicy } from "./policy/index.ts";
import { originsOf } from "./origins.ts";
import { type DraftDesk, operatorSite, readChangeNews } from "./surfaces/site/index.ts";

/** An operator's site from a policy, with every address at which a document was ever published. */
export async function layOutSite(
  operator: OpenedOperator,
  policy: CompiledPolicy,
  around: {
    readonly configuration: Configuration;
    readonly mailbox: DevelopmentMailbox | null;
    readonly desk: DraftDesk | null;
  },
): Promise<Site> {
  const addresses = await operator.store.read((reader) => operator.publication.addresses(reader));
  const news = await readChangeNews(operator, policy);
  const { configuration, mailbox, desk } = around;
  const origins = originsOf(policy, configuration);
  return operatorSite(operator, policy, { origins, mailbox, desk, addresses, news });
}
