import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const account = defineSection<FactsOf<typeof promise>>({
  id: "2",
  title: { en: "The account", ru: "Учётная запись" },
  clauses: [
    {
      id: "2.1",
      text: {
        en: "To use the Service the User registers. What must be stated for that is marked; the rest is stated at will. The User acts in person; whoever acts for an organisation does so as its contact person and answers for being authorised.",
        ru: "Для использования Сервиса Пользователь регистрируется. Обязательные сведения отмечены, остальные указываются по желанию. Пользователь действует лично; тот, кто действует от имени организации, делает это как её контактное лицо и отвечает за наличие полномочий.",
      },
      says: {
        en: "You need an account. Only what is marked must be filled in.",
        ru: "Нужна учётная запись. Заполнять обязательно только отмеченное.",
      },
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
    },
    {
      id: "2.2",
      text: {
        en: "The means of signing in are the User’s alone. Whoever else is to work with the same records gets an access of their own. If the User suspects that somebody else knows them, the User says so at once; the Administration then ends all sessions and has new means set.",
        ru: "Средства входа принадлежат только Пользователю. Тому, кто ещё должен работать с теми же записями, открывают отдельный доступ. Если Пользователь подозревает, что средства входа стали известны другому, он сразу сообщает об этом; тогда Администрация завершает все сеансы и назначает новые средства входа.",
      },
      says: {
        en: "Your login is yours alone. If somebody else knows it, tell us and we shut everybody out.",
        ru: "Данные для входа — только ваши. Если их узнал другой, скажите — мы закроем все сеансы.",
      },
      kind: "prohibition-on-user",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
    },
  ],
});
