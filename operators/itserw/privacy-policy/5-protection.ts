import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const protection = defineSection<FactsOf<typeof promise>>({
  id: "5",
  title: { en: "How information is protected", ru: "Как защищается информация" },
  clauses: [
    {
      id: "5",
      text: {
        en: ({ measures, bullets }) =>
          `The Operator takes the necessary legal, organisational and technical measures, or sees to it that they are taken, to protect personal data against unlawful or accidental access, destruction, alteration, blocking, copying, provision and distribution, and against other unlawful acts. Among them are:
${bullets(measures)}`,
        ru: ({ measures, bullets }) =>
          `Оператор принимает необходимые правовые, организационные и технические меры или обеспечивает их принятие для защиты персональных данных от неправомерного или случайного доступа к ним, уничтожения, изменения, блокирования, копирования, предоставления, распространения, а также от иных неправомерных действий. В их числе:
${bullets(measures)}`,
      },
      says: {
        en: "We protect your data by rules, by order and by technique, and those who work for us must do so too.",
        ru: "Мы защищаем ваши данные правилами, порядком работы и техникой и требуем того же от тех, кто на нас работает.",
      },
      kind: "security-measure",
      enforceability: "evidencable",
      kept: { pending: "leaves" },
    },
    {
      id: "5.rsa",
      text: {
        en: ({ crypto }) =>
          `The products use encryption: ${crypto}. The keys are stored apart from the data.`,
        ru: ({ crypto }) =>
          `В продуктах применяется шифрование: ${crypto}. Ключи хранятся отдельно от данных.`,
      },
      says: {
        en: "Our products encrypt your data, so that a stolen copy is of no use.",
        ru: "Продукты шифруют ваши данные, чтобы от украденной копии не было пользы.",
      },
      kind: "security-measure",
      enforceability: "enforceable",
      kept: { pending: "products" },
    },
    {
      id: "5.2fa",
      text: {
        en: ({ mfa }) => `A second step guards signing in to accounts where that is needed: ${mfa}.`,
        ru: ({ mfa }) =>
          `Там, где это необходимо, вход в учётные записи защищён вторым шагом проверки: ${mfa}.`,
      },
      says: {
        en: "Where it matters, signing in takes a second step besides the first.",
        ru: "Там, где это важно, для входа нужен второй шаг проверки.",
      },
      kind: "security-measure",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
    },
    {
      id: "5.sessions",
      text: {
        en: "Sessions of those who have signed in are protected: they cannot be guessed or read by others, they end by themselves, and their owner can end them.",
        ru: "Сеансы вошедших Пользователей защищены: их нельзя угадать или перехватить в открытом виде, они завершаются сами, и владелец может их завершить.",
      },
      says: {
        en: "Once you have signed in, nobody else can slip into your session, and you can end it anywhere.",
        ru: "После входа никто другой не сможет воспользоваться вашим сеансом, а завершить его можно отовсюду.",
      },
      kind: "security-measure",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
    },
    {
      id: "5.improve",
      text: {
        en: "The Operator keeps improving how information is collected, stored and processed, and how it is protected. It reviews the measures regularly and writes down what it found, who puts it right, and by when.",
        ru: "Оператор постоянно совершенствует способы сбора, хранения и обработки информации и её защиты. Он регулярно пересматривает принятые меры и записывает, что обнаружено, кто и к какому сроку это исправит.",
      },
      says: {
        en: "We look over our protection regularly and write down what has to get better.",
        ru: "Мы регулярно проверяем свою защиту и записываем, что нужно улучшить.",
      },
      kind: "security-measure",
      enforceability: "evidencable",
      kept: { pending: "leaves" },
    },
  ],
});
