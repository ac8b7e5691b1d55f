import type { Site } from "upheld/policy";

export const site: Site = {
  home: {
    title: { en: "Where is the second projector?", ru: "Где второй проектор?" },
    lead: {
      en: "PROIT Inventory knows. It also knows when its lamp was changed, and that the licence on the laptop next to it ends in March.",
      ru: "ПроИТ Инвентарь знает. А ещё знает, когда в нём меняли лампу и что лицензия на ноутбуке рядом кончается в марте.",
    },
    body: {
      en: `## A card for each machine

Where it stands, what runs on it, what broke, who mended it. Nothing to install: open the browser, write the card, stick the label on.

## Made for small workshops

One school, two surgeries, a printing shop with nine presses. If your list still fits into one head, you do not need us. If that head is on holiday, you do.

## Machines, not people

The cards have no field for names. For your own account we ask for a name and an address, and say beside each field what it is needed for. The service agreement is short; read it before you register. If something in the privacy policy bothers you, tell us which section.`,
      ru: `## Карточка на каждую машину

Где стоит, что на ней работает, что ломалось, кто чинил. Устанавливать нечего: открыли браузер, заполнили карточку, наклеили этикетку.

## Для небольших хозяйств

Одна школа, два врачебных кабинета, типография на девять станков. Пока весь список помещается в одной голове, мы не нужны. Когда эта голова в отпуске — очень нужны.

## Машины, а не люди

Поля для фамилий в карточках нет. Для вашей учётной записи мы просим имя и адрес и у каждого поля пишем, зачем оно. Соглашение короткое — прочтите его до регистрации. А если что-то смущает в политике конфиденциальности, скажите, в каком разделе.`,
    },
  },
};
