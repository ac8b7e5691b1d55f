/** What the page that checks receipts refuses with, beside its findings. */
export const RECEIPT_PAGE_ERRORS = {
  "receipts-busy": {
    status: 429,
    message: {
      en: "Too many receipts are being checked at this moment. The command “npx upheld receipt verify” checks yours without us.",
      ru: "Сейчас проверяется слишком много квитанций. Команда «npx upheld receipt verify» проверит вашу и без нас.",
    },
  },
} as const;
