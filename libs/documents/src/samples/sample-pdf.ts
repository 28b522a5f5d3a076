import pdfmake = require('pdfmake');
import times = require('pdfmake/standard-fonts/Times');
import { sampleMark } from './page';

const builtIn = new Set(Object.values(times.Times));
pdfmake.setFonts(times);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => builtIn.has(path));

/** A one-column letter in a standard font. Uncompressed and with a fixed date, so that the same words give the same bytes. */
export async function samplePdf(title: string, lines: readonly string[]): Promise<Buffer> {
  const moment = new Date(Date.UTC(2026, 0, 1));
  return pdfmake.createPdf({
    info: { title, author: 'Selaras', subject: sampleMark, creator: 'Selaras', producer: 'Selaras', creationDate: moment, modDate: moment },
    compress: false, pageSize: 'A4', pageMargins: [70, 70, 70, 60],
    defaultStyle: { font: 'Times', fontSize: 12, lineHeight: 1.2 },
    header: { text: sampleMark, alignment: 'right', italics: true, fontSize: 9, margin: [0, 30, 70, 0] },
    content: [{ text: title, bold: true, fontSize: 14, alignment: 'center', margin: [0, 0, 0, 16] }, ...lines.map((text) => ({ text: text || ' ', margin: [0, 0, 0, 6] }))],
  }).getBuffer();
}
