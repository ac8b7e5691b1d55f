/**
 * What makes a message look like advertising (clause itsectr-agreement/4.3.5), as data. Nothing here decides by itself:
 * each sign adds its weight once, asking for something takes weight away, and from `heldFrom` on a message is held for
 * somebody to look at. Phrases are lower case, `ё` written as `е`; `*` stands for any ending of a word, or for a word.
 */
export interface AdvertisingRules {
  readonly heldFrom: number;
  readonly signs: readonly AdvertisingSign[];
  /** Links to other sites: the weight of so many or more; the greatest that fits. */
  readonly links: readonly { readonly from: number; readonly weight: number }[];
  /** Hosts that hide where a link leads, or lead into a messenger. */
  readonly hidingHosts: { readonly weight: number; readonly hosts: readonly string[] };
  /** Links as program code writes them into a text field. */
  readonly markup: { readonly weight: number; readonly patterns: readonly string[] };
  /** How things are cried out. */
  readonly cries: { readonly weight: number; readonly patterns: readonly string[] };
  /** A sum of money, or a share. */
  readonly prices: { readonly weight: number; readonly patterns: readonly string[] };
  /** The same text again: after so many others within so many days. Shorter texts are nobody's in particular. */
  readonly repeated: {
    readonly weight: number;
    readonly others: number;
    readonly days: number;
    readonly fromLength: number;
  };
  /** A long text in less time than anybody types it. */
  readonly quick: { readonly weight: number; readonly withinMs: number; readonly fromLength: number };
}

interface AdvertisingSign {
  readonly code: string;
  /** Below zero for what speaks for a person who asks. */
  readonly weight: number;
  readonly phrases: readonly string[];
}

const listed = (phrases: string) => phrases.split(",").map((phrase) => phrase.trim());

const SIGNS: readonly AdvertisingSign[] = [
  {
    code: "trade",
    weight: 3,
    phrases: listed(`
      казино, casino*, ставк* на спорт, free spins, slots, прогнозист*, football tips, виагр*, viagra,
      cialis, сиалис, похуде*, pounds in a month, without diet, без диет, without prescription,
      криптовалют*, crypto*, bitcoin, биткоин*, forex, форекс*, на бирже, кредит* для бизнеса, займ*,
      loan*, payday, business funding, без залога, списать долги, singles, dating, знакомств* для,
      replica*, реплик*, копии брендов*, followers, накрутк*, подписчиков, real likes, google reviews,
      отзывы от, backlinks, ссылочн* масс*, вечные ссылки, dofollow, guest post*, sponsored article*,
      search engines, email lists, contact database, базы данных предприятий, базы фирм, leads, bulk sms,
      рассылки по, для рассылки, парсинг контактов, contact forms too, софт для рассылки,
      real human traffic, живых посетителей, more traffic, продаем трафик, продвижен* вашего, smm*,
      seo аудит, first page of google, в топ, топа, топ 10, контекстную рекламу под ключ,
      привлечению клиентов, more customers, больше клиентов, заработ*, заработок, passive income,
      пассивн* доход, earn passive, без вложений, work from home, работа на дому, per week trading,
      доходность, окупаемость, франшиз*, franchise, sign up bonus, welcome bonus, university degree,
      дипломы и аттестаты, обналич*, offshore, оптимизируем налоги, приворот*, spell caster, gift card,
      выиграл приз, you have been selected, prize, accounts for sale, aged accounts, продаем аккаунты,
      лицензионные ключи, электронных сигарет, vapes, cdkeys, outsource your, dedicated developers,
      выгодные условия аутсорсинга, iso 9001
    `),
  },
  {
    code: "seller",
    weight: 2,
    phrases: listed(`
      предлагаем, предлагает услуги, предложить вам, готовы предложить, мы специализируемся,
      направляем коммерческое предложение, продаем, продам, купим, сдам, поставляем, производим,
      создадим, настроим, поможем, оформим, выведем, подключим, разместим, поднимем,
      приглашаем вашу компанию, приглашаем на бесплатный, увеличим, гарантируем, от производителя,
      уважаем* руководител*, dear business owner, dear manager, dear sir*, мы нашли ваш сайт,
      мы посмотрели ваш сайт, visited your website, came across your site, came across your website,
      your competitors, ваших конкурентов, довольных клиентов, happy clients, happy customers, we offer,
      we sell, we buy, we export, we design, we can put, we can fix, we recover, we scrape,
      we will promote, we invite, we are a leading, we are an indian, our experts, our agency,
      our consultants, our sales, our robot, our company offers, supplier of, factory offers,
      for new customers, new customers, новым клиентам, новых клиентов, под ключ, done for you,
      наша компания предлагает, our cleaning company offers, для вашего сайта, для вашего бизнеса,
      вашего бизнеса, your business, your brand, your sales,
      предоставляем, осуществляем, изготавливаем, изготовим, реализуем, обеспечим, доставим, привезем, сделаем дешевле, осуществим, разработаем для вас, наши цены, наш магазин, мы поставляем, работаем с, лет на рынке,
      we provide, we specialize, we specialise, we help businesses, we help companies, we guarantee, we deliver, we supply,
      we manufacture, we have helped, our services, our products, our store, our range, our prices, our clients,
      for your business, for your company, to your company, grow your business, on your website
    `),
  },
  {
    code: "bait",
    weight: 1,
    phrases: listed(`
      бесплатн*, free, в подарок, подарим, bonus, бонус*, no obligation, no contract, рассрочк*,
      zero down, no deposit, no experience, опыт не нужен, без справок, pay later,
      подарок, подарки, розыгрыш*, приз*, выиграй*, кэшбэк, легко, без отказа, без проверок, без экзаменов, no risk, no exams,
      no audit, no fee, no credit check, win, winner*, gift*, trial, sample*, пробн*
    `),
  },
  {
    code: "discount",
    weight: 1,
    phrases: listed(`
      скидк*, discount*, off, распродаж*, акци*, sale, special price, special offer, выгодн*, низк* цен*,
      самым низким ценам, дешев*, дорого, cheap*, best price, best offer, lowest, affordable, unbeatable,
      half price, low fees, factory price, ниже рынка, оптом, оптов*, wholesale, bulk, специальн* цен*,
      цены от, по ценам производителя, дешево, вместо, instead of, специальные цены, при заказе,
      при заключении, со склада, отгрузка, от суммы, от объема, опт, минимальный заказ, minimum order,
      moq, in stock,
      цены ниже, лучшие цены, лучшая цена, по себестоимости, экономия, экономьте, сэкономьте, выгода, кешбэк, промокод*,
      save up, save thousands, save money, save, deal*, clearance, coupon*, promo*, competitive price*, great price*, low price*, cashback
    `),
  },
  {
    code: "certainty",
    weight: 1,
    phrases: listed(`
      гаранти*, guarantee*, money back, вернем деньги, risk free, only for results, instantly,
      гарантией, results, результат, proven, certified, официальн* дилер*, надежно, быстро, конфиденциально, анонимно, fast delivery
    `),
  },
  {
    code: "urgency",
    weight: 2,
    phrases: listed(`
      акция, по цене двух, осталось * штук, в день оплаты, в день заказа,
      только сегодня, только для новых, до конца месяца, до конца недели, до конца акции, успейте,
      осталось, мест ограничено, прямо сейчас, срочно нужны, последний шанс, last chance, limited spots,
      limited offer, limited territories, seats are limited, hurry, only this weekend, this weekend,
      this week only, this month only, only today, ends friday, act now, early bird, раннее бронирование,
      первые * клиентов, первые * заявок, first leads, before they are gone, while stocks last,
      before the price, before december, book this month, по старой цене, for new buyers, за * дня,
      за день, in days, instant delivery
    `),
  },
  {
    code: "call",
    weight: 2,
    phrases: listed(`
      перейди* по ссылке, по ссылке, подробности, подробнее, подробная презентация, регистрация,
      оставьте заявку, оставить заявку, оставьте номер, отправьте заявку, ждем ваших заявок, звоните,
      пишите на, пиши в, пишите в, заказывайте, закажите, заказать, записаться, запишитесь, подпишитесь,
      заходи, смотри, запросите, бронируйте, ответьте на это письмо, в ответном письме, прайс,
      прайс лист, каталог и цены, пришлем презентацию, портфолио, приобретайте, купите, инвестируйте,
      покупайте, выбирайте, приходите, торгуйте, играй, click here, order here, order now, order today,
      order your, and order, buy now, shop now, apply now, apply here, apply, sign up, sign up here,
      join, join us, join free, register for, enrol now, learn more, call now, call us, contact us,
      contact our, contact now, text us, reply yes, reply to, reply with, book a, book your, book now,
      schedule a call, get a quote, send you a quote, get your free, get our free, get a free,
      get it now, get started, get your, start your free, start forex, switch now, request our,
      request your, check our, check if you, watch our, visit our, visit https, see the menu, claim it,
      claim, subscribe to, ask for our, send your inquiry, interested, download link, buy * get,
      refer friends, rate card, price list, our portfolio, catalogue,
      ждем вас, ждем вашего звонка, обращайтесь, свяжитесь с нами, наш телефон, напишите нам в, жмите, кликай*, скачай*,
      открой*, получи*, забирай*, успей, вступай*, присоединяйтесь, регистрируйтесь, рассчитаем, пришлем прайс, вышлем каталог,
      buy, try it, call today, get in touch today, reply to this, reply now, send us, see our, view our, download
    `),
  },
  {
    code: "asks",
    weight: -2,
    phrases: listed(`
      подскажите, нам нужен, нам нужна, нам нужно, нам нужны, нужен, нужна, нужно, хотим, хочу, хотел*,
      прошу, можно ли, сможете, можете, возьметесь, беретесь, подскажите пожалуйста, скажите,
      напишите пожалуйста, пришлите, помогите, посмотрите, наш сайт, мой адрес, мои данные,
      как проверить, сколько стоит, когда будет, почему, we need, we would like, would like, could you,
      could we, can you, can we, may i, may we, do you, please send, please delete, how do i, how long,
      i want to, my order, our site, our shop, our website, is it possible, is there, is that possible,
      please check
    `),
  },
];

export const ADVERTISING_RULES: AdvertisingRules = {
  heldFrom: 4,
  signs: SIGNS,
  links: [
    { from: 1, weight: 1 },
    { from: 3, weight: 3 },
  ],
  hidingHosts: {
    weight: 2,
    hosts: listed(`
      bit.ly, goo.gl, t.ly, tinyurl.com, is.gd, cutt.ly, rb.gy, clck.ru, vk.cc, u.to,
      t.me, telegram.me, wa.me, api.whatsapp.com
    `),
  },
  markup: { weight: 4, patterns: ["\\[url[=\\]]", "<a\\s[^>]*href", "\\[link="] },
  cries: { weight: 1, patterns: ["!"] },
  prices: {
    weight: 1,
    patterns: ["(?:\\$|€|£)\\s?\\d", "\\d\\s?(?:рубл|руб\\b|р\\.|₽|долларов)", "\\d\\s?%", "\\d cents?\\b"],
  },
  repeated: { weight: 4, others: 2, days: 7, fromLength: 40 },
  quick: { weight: 1, withinMs: 3_000, fromLength: 200 },
};
