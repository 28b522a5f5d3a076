import pdfmake = require('pdfmake');
import roboto = require('pdfmake/fonts/Roboto');
import times = require('pdfmake/standard-fonts/Times');

const builtIn = new Set([times.Times, roboto.Roboto].flatMap((faces) => Object.values(faces)));
pdfmake.setFonts({ ...times, ...roboto });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => builtIn.has(path));

/** Uncompressed and with a fixed date, so that the same content gives the same bytes. Nothing is fetched, and no file but the fonts is read. */
export async function makePdf({ info, ...definition }: { info: { title: string; subject: string } } & Record<string, unknown>): Promise<Buffer> {
  const moment = new Date(Date.UTC(2026, 0, 1));
  return pdfmake.createPdf({ ...definition, info: { ...info, author: 'Selaras', creator: 'Selaras', producer: 'Selaras', creationDate: moment, modDate: moment }, compress: false }).getBuffer();
}
