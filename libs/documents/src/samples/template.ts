import type { Paragraph, Table } from 'docx';
import { docxBytes } from './docx-bytes';
import { centred, grid, paper, plain } from './page';
import { outlineOf } from './template-outlines';

export interface TemplateContext {
  /** "Kabupaten Seluma". */
  regionName?: string;
  programmeYear?: number;
  /** The office at the head of the paper. */
  officeName?: string;
  /** Lines printed as "name: value" above the body, for example `registerNumber`. */
  facts?: Readonly<Record<string, string>>;
}

/** A form to fill in for any document type: what does not follow from the context is left as dots. The same input gives the same bytes. */
export async function template(documentType: string, label: { id: string; en: string }, context: TemplateContext = {}): Promise<Buffer> {
  const { regionName = '………………', programmeYear, officeName, facts = {} } = context;
  const outline = outlineOf(documentType);
  const region = regionName.toUpperCase();
  return docxBytes(paper(`${label.id} (${label.en})`, `Templat / template: ${documentType}`, [
    centred(`PEMERINTAH ${region}`, { bold: true }), centred((officeName ?? 'PERANGKAT DAERAH ………………').toUpperCase()), centred(''),
    centred(label.id.toUpperCase(), { bold: true }), centred(label.en), centred(outline.numbered ? `NOMOR: ……/……/${programmeYear ?? '20……'}` : ''),
    ...Object.entries(facts).map(([name, value]) => plain(`${name}: ${value}`)),
    ...outline.parts.flatMap((part): (Paragraph | Table)[] => typeof part === 'string'
      ? [plain(part.replaceAll('{region}', regionName).replaceAll('{year}', programmeYear ? String(programmeYear) : '20……'))]
      : [grid([part.columns, ...Array.from({ length: part.rows }, (_, at) => [String(at + 1), ...part.columns.slice(1).map(() => '')])]), plain('')]),
    ...(outline.signedBy ? [plain(''), plain('………………, tanggal ………………'), plain(`${outline.signedBy},`), plain(''), plain('(………………………………)'), plain('NIP ………………')] : []),
  ]));
}
