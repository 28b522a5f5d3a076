import { makePdf } from '../pdf-maker';
import { sampleMark } from './page';

/** A one-column letter in a standard font. */
export async function samplePdf(title: string, lines: readonly string[]): Promise<Buffer> {
  return makePdf({
    info: { title, subject: sampleMark }, pageSize: 'A4', pageMargins: [70, 70, 70, 60],
    defaultStyle: { font: 'Times', fontSize: 12, lineHeight: 1.2 },
    header: { text: sampleMark, alignment: 'right', italics: true, fontSize: 9, margin: [0, 30, 70, 0] },
    content: [{ text: title, bold: true, fontSize: 14, alignment: 'center', margin: [0, 0, 0, 16] }, ...lines.map((text) => ({ text: text || ' ', margin: [0, 0, 0, 6] }))],
  });
}
