import { defineOperator } from "upheld/policy";
import { consentToNews } from "./consents/news.ts";
import { generalProvisions } from "./privacy-policy/1-general-provisions.ts";
import { terms } from "./privacy-policy/2-terms.ts";
import { data } from "./privacy-policy/3-data.ts";
import { purposes } from "./privacy-policy/4-purposes.ts";
import { grounds } from "./privacy-policy/5-grounds.ts";
import { handling } from "./privacy-policy/6-handling.ts";
import { crossBorder } from "./privacy-policy/7-cross-border.ts";
import { finalProvisions } from "./privacy-policy/8-final-provisions.ts";
import { promise } from "./promise.ts";
import { site } from "./site.ts";

export default defineOperator({
  promise,
  texts: {
    "privacy-policy": [
      generalProvisions,
      terms,
      data,
      purposes,
      grounds,
      handling,
      crossBorder,
      finalProvisions,
    ],
    "consent-news": [consentToNews],
  },
  site,
});
