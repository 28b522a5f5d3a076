import {
  AlignmentType, Document, Footer, Header, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType, type IParagraphOptions,
} from 'docx';

export const sampleMark = 'Data contoh / sample';

export function centred(text: string, options: { bold?: boolean; pageBreakBefore?: boolean } = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER, spacing: { after: 80 }, pageBreakBefore: options.pageBreakBefore, keepNext: true,
    children: [new TextRun({ text, bold: options.bold })],
  });
}

export function plain(text: string, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ alignment: AlignmentType.JUSTIFIED, spacing: { after: 100, line: 300 }, ...options, children: [new TextRun(text)] });
}

const twips = (centimetres: number) => Math.round(centimetres * 567);

/** A label hanging before its text, as in "(1)" or "a."; both indents in centimetres. */
export function hanging(label: string, text: string, left: number, hang = 1): Paragraph {
  return plain(`${label}\t${text}`, { indent: { left: twips(left), hanging: twips(hang) }, tabStops: [{ type: 'left', position: twips(left) }] });
}

/** One line of the preamble: "Menimbang : a. bahwa …"; without a word it continues the one above. */
export function clause(word: string | undefined, label: string, text: string): Paragraph {
  const stops = [2.8, 3.2, 4].map((cm) => ({ type: 'left' as const, position: twips(cm) }));
  return plain(`${word ?? ''}\t${word ? ':' : ''}\t${label}\t${text}`, { indent: { left: twips(4), hanging: twips(4) }, tabStops: stops });
}

export function grid(rows: readonly (readonly string[])[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((cells, row) => new TableRow({
      tableHeader: row === 0,
      children: cells.map((text) => new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold: row === 0 })] })] })),
    })),
  });
}

/** Legal paper (F4) as the drafting rules want it (UU 12/2011, Annex II): Bookman Old Style 12; `mark` stands at the head of every page. */
export function paper(title: string, mark: string, children: (Paragraph | Table)[]): Document {
  return new Document({
    title, creator: 'Selaras', lastModifiedBy: 'Selaras', description: mark,
    styles: { default: { document: { run: { font: 'Bookman Old Style', size: 24, language: { value: 'id-ID' } } } } },
    sections: [{
      properties: { page: { size: { width: 12_191, height: 18_711 }, margin: { top: 1417, bottom: 1417, left: 1701, right: 1417 } } },
      headers: { default: new Header({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ text: mark, italics: true, color: '808080', size: 18 })] })] }) },
      footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: ['- ', PageNumber.CURRENT, ' -'], size: 18 })] })] }) },
      children,
    }],
  });
}
