import type { Paper, PaperBlock } from '#process/minutes/index';
import { makePdf } from '../pdf-maker';

/** Scripts that the embedded font has letters for; anything else shows by its code point, so that nothing is lost without a trace. */
const drawn = /[\u0020-\u007E\u00A0-\u024F\u02BC\u0370-\u03FF\u0400-\u045F\u2010-\u2027\u2030-\u203A\u20AC\u2122\u2264\u2265\uFFFD]/u;
const spoken: Readonly<Record<string, string>> = { '→': '->', '←': '<-', '✓': '(v)' };

/** Letters after which a word may break when it is longer than any line, in a cell and in the open. */
const longest = { cell: 24, open: 80 };
/** A row with a longer text than this may be cut by the end of a page. */
const wholeRow = 1_500;

/** A paper as PDF in an embedded font, uncompressed. The bytes depend on its content alone. */
export async function paperPdf({ title, subtitles, mark, blocks }: Paper): Promise<Buffer> {
  const head = shown(mark);
  return makePdf({
    info: { title: shown(title), subject: head }, pageSize: 'A4', pageMargins: [57, 64, 57, 57],
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.15 },
    header: { text: head, alignment: 'right', italics: true, fontSize: 8, margin: [57, 30, 57, 0] },
    footer: (page: number, pages: number) => ({ text: `- ${page} / ${pages} -`, alignment: 'center', fontSize: 8, margin: [0, 16, 0, 0] }),
    content: [
      { text: shown(title), bold: true, fontSize: 13, alignment: 'center', margin: [0, 0, 0, 4] },
      ...subtitles.map((text) => ({ text: shown(text), alignment: 'center' })),
      { text: ' ' },
      ...blocks.map(written),
    ],
  });
}

function written(block: PaperBlock): object {
  switch (block.kind) {
    case 'heading':
      return { text: shown(block.text), bold: true, fontSize: 11, margin: [0, 10, 0, 4], headlineLevel: 1 };
    case 'paragraph':
      return { text: shown(block.text), margin: [0, 0, 0, 5] };
    case 'list':
      return { ul: block.items.map(shown), margin: [0, 0, 0, 6] };
    case 'table':
      return grid(block.columns, block.rows);
    case 'signatures':
      return places(block.places);
  }
}

function grid(columns: readonly { title: string; share: number }[], rows: readonly (readonly string[])[]): object {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const cells = (texts: readonly string[], bold = false) => texts.map((text) => ({ text: shown(text, longest.cell), bold, fontSize: 8 }));
  return {
    margin: [0, 2, 0, 8],
    table: { headerRows: 1, dontBreakRows: rows.flat().every((text) => text.length <= wholeRow), widths: columns.map(({ share }) => `${((100 * share) / whole).toFixed(2)}%`), body: [cells(columns.map(({ title }) => title), true), ...rows.map((row) => cells(row))] },
  };
}

function places(all: readonly { office: string; of: string }[]): object {
  const place = (one: { office: string; of: string } | undefined) => ({ text: one ? `${shown(one.office)}\n${shown(one.of)}\n\n\n(………………………………)\nNIP ………………` : '', alignment: 'center', margin: [0, 6, 0, 6] });
  const pairs = Array.from({ length: Math.ceil(all.length / 2) }, (_, at) => [place(all[2 * at]), place(all[2 * at + 1])]);
  return { table: { widths: ['50%', '50%'], body: pairs, dontBreakRows: true }, layout: 'noBorders' };
}

/** The text as the font can show it, with places where a word that fits no line may break. */
function shown(text: string, most = longest.open): string {
  const drawable = [...text.normalize('NFC')].map((letter) => spoken[letter] ?? (drawn.test(letter) ? letter : `[U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`)).join('');
  return drawable.replace(new RegExp(`[^\\s\\u200B]{${most}}(?=[^\\s])`, 'gu'), '$&\u200B');
}
