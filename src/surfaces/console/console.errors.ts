/** What the console itself refuses. `status` is the HTTP status; nothing is done in any of these cases. */
export const CONSOLE_ERRORS = {
  "needs-publish": {
    status: 403,
    message: {
      en: "This needs the right to publish. A colleague with the right to manage staff can grant it, under Staff.",
      ru: "Для этого нужно право публиковать. Его может дать сотрудник с правом управлять персоналом, в разделе «Сотрудники».",
    },
  },
  "needs-manage-staff": {
    status: 403,
    message: {
      en: "This needs the right to manage staff. A colleague who has it can grant it, under Staff.",
      ru: "Для этого нужно право управлять персоналом. Его может дать сотрудник, у которого оно есть, в разделе «Сотрудники».",
    },
  },
  "needs-manage-keys": {
    status: 403,
    message: {
      en: "This needs the right to manage API keys. A colleague with the right to manage staff can grant it, under Staff.",
      ru: "Для этого нужно право управлять ключами API. Его может дать сотрудник с правом управлять персоналом, в разделе «Сотрудники».",
    },
  },
  "needs-operate": {
    status: 403,
    message: {
      en: "This needs the right to operate. A colleague with the right to manage staff can grant it, under Staff.",
      ru: "Для этого нужно право обслуживать систему. Его может дать сотрудник с правом управлять персоналом, в разделе «Сотрудники».",
    },
  },
  "sign-in-too-often": {
    status: 429,
    message: {
      en: "Too many sign-in links were asked for from your network. Nothing was sent. Wait, or have a link made by the command below.",
      ru: "Из вашей сети запросили слишком много ссылок для входа. Ничего не отправлено. Подождите или получите ссылку командой ниже.",
    },
  },
} as const;
