import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import pdfmake from "pdfmake";
import { MUTED, type Paper, PAPER_STYLES } from "./paper.ts";

/** Prints one paper and ends. It fetches nothing, and of this machine's files it reads the four of its font. */

const fonts = join(dirname(createRequire(import.meta.url).resolve("pdfmake/package.json")), "fonts/Roboto");
const ROBOTO = {
  normal: join(fonts, "Roboto-Regular.ttf"),
  bold: join(fonts, "Roboto-Medium.ttf"),
  italics: join(fonts, "Roboto-Italic.ttf"),
  bolditalics: join(fonts, "Roboto-MediumItalic.ttf"),
};

pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => Object.values(ROBOTO).includes(path));
pdfmake.setFonts({ Roboto: ROBOTO });

const paper = workerData as Paper;
const { content, title, author, language, createdAt, foot, pages } = paper;
const printed = pdfmake.createPdf({
  ...PAPER_STYLES,
  content,
  language,
  tagged: true,
  displayTitle: true,
  info: { title, author, creator: "Upheld", producer: "Upheld", creationDate: new Date(createdAt) },
  footer: (page, count) => ({
    columns: [
      { text: foot, width: "*" },
      {
        text: pages.replace("{page}", String(page)).replace("{pages}", String(count)),
        alignment: "right",
        width: "auto",
      },
    ],
    fontSize: 8,
    color: MUTED,
    margin: [62, 24, 62, 0],
  }),
  // A title never stands alone at the foot of a page.
  pageBreakBefore: (node, { getFollowingNodesOnPage }) =>
    node.headlineLevel === 2 && getFollowingNodesOnPage().length === 0,
});
parentPort?.postMessage(new Uint8Array(await printed.getBuffer()));
