import { AlignmentType, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { Paper, PaperBlock } from '#process/minutes/index';
import { docxBytes } from '../samples/docx-bytes';
import { centred, paper as sheet, plain } from '../samples/page';

/** A paper as DOCX. The bytes depend on its content alone. */
export async function paperDocx({ title, subtitles, mark, blocks }: Paper): Promise<Buffer> {
  return docxBytes(sheet(title, mark, [centred(title, { bold: true }), ...subtitles.map((line) => centred(line)), centred(''), ...blocks.flatMap(written)]));
}

function written(block: PaperBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ keepNext: true, spacing: { before: 240, after: 100 }, children: [new TextRun({ text: block.text, bold: true })] })];
    case 'paragraph':
      return [plain(block.text)];
    case 'list':
      return block.items.map((text) => new Paragraph({ bullet: { level: 0 }, children: [new TextRun(text)] }));
    case 'table':
      return [rows([block.columns.map(({ title }) => title), ...block.rows], block.columns.map(({ share }) => share)), plain('')];
    case 'signatures':
      return [places(block.places)];
  }
}

function rows(lines: readonly (readonly string[])[], shares: readonly number[]): Table {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: lines.map((cells, row) => new TableRow({
      tableHeader: row === 0,
      children: cells.map((text, at) => new TableCell({ width: { size: Math.round((100 * shares[at]!) / whole), type: WidthType.PERCENTAGE }, children: [new Paragraph({ children: [new TextRun({ text, bold: row === 0, size: 18 })] })] })),
    })),
  });
}

/** Two places beside each other, with room for a hand between office and name. */
function places(all: readonly { office: string; of: string }[]): Table {
  const pairs = Array.from({ length: Math.ceil(all.length / 2) }, (_, at) => all.slice(2 * at, 2 * at + 2));
  const line = (text: string) => new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, size: 20 })] });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: pairs.map((pair) => new TableRow({ cantSplit: true, children: [0, 1].map((at) => new TableCell({ width: { size: 50, type: WidthType.PERCENTAGE }, children: pair[at] ? [line(pair[at].office), line(pair[at].of), line(''), line(''), line('(………………………………)'), line('NIP ………………')] : [line('')] })) })),
  });
}
