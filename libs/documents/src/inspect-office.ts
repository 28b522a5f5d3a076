import type { StoredBytes } from './document-store';
import { described, oleMagic, startsWith } from './media';
import { refuse, type DocumentRefusal } from './refusal';
import { readZip, type ZipLimits } from './read-zip';
import { attributes, isHostileTarget, xmlText } from './office-xml';
import { bytesOf } from './memory-bytes';

const main = 'application/vnd.openxmlformats-officedocument';
const mainPart = { docx: `${main}.wordprocessingml.document.main+xml`, xlsx: `${main}.spreadsheetml.sheet.main+xml` };
const macros = /macroenabled|vbaproject|ms-excel\.(intl)?macrosheet|ms-office\.vba/i;
const macroParts = /(^|\/)(vbaproject[^/]*\.bin|vbadata\.xml|macrosheets\/[^/]+)$/i;
const objectParts = /(^|\/)(activex\/|oleobject[^/]*$|embeddings\/(?![^/]+\.xlsx$))/i;
const mostOfAPart = 4 * 1024 * 1024;
const mostOfANested = 4 * 1024 * 1024;
const mostNested = 20;

/**
 * Refuses a docx or xlsx that is no such thing (ECMA-376-2: content types and main part) or that carries a program: macros, OLE, ActiveX,
 * a template fetched from elsewhere. A chart's own workbook may be embedded; it is held to the same rules, one level deep.
 */
export async function inspectOffice(bytes: StoredBytes, media: 'docx' | 'xlsx', nested = false, limits?: ZipLimits): Promise<DocumentRefusal | undefined> {
  const names = new Set<string>();
  let contentTypes: string | undefined;
  const workbooks: Buffer[] = [];
  const refused = await readZip(bytes, {
    limits,
    keep: (name) => name === '[Content_Types].xml' || name.endsWith('.rels') ? mostOfAPart : /embeddings\/[^/]+\.xlsx$/i.test(name) ? mostOfANested : 16,
    entry: (name, content) => {
      names.add(name.toLowerCase());
      if (macroParts.test(name)) return refuse('macro-document', `holds ${name}`);
      if (objectParts.test(name) || (nested && /embeddings\//i.test(name))) return refuse('embedded-object-refused', `holds ${name}`);
      if (startsWith(content, oleMagic) && !/printersettings/i.test(name)) return refuse('embedded-object-refused', `${name} is an OLE compound file`);
      if (described(content) === 'a program') return refuse('embedded-object-refused', `${name} is a program`);
      if (name === '[Content_Types].xml') contentTypes = xmlText(content);
      else if (name.toLowerCase().endsWith('.rels')) return refusedRelations(name, xmlText(content));
      else if (/embeddings\//i.test(name) && workbooks.push(content) > mostNested) return refuse('embedded-object-refused', `more than ${mostNested} embedded workbooks`);
      return undefined;
    },
  });
  return refused ?? refusedTypes(contentTypes, names, media) ?? refusedNested(workbooks, limits);
}

async function refusedNested(workbooks: readonly Buffer[], limits?: ZipLimits): Promise<DocumentRefusal | undefined> {
  for (const workbook of workbooks) {
    const refused = await inspectOffice(bytesOf(workbook), 'xlsx', true, limits);
    if (refused) return refused.refused === 'magic-mismatch' ? refuse('embedded-object-refused', `embedded workbook: ${refused.detail}`) : refused;
  }
  return undefined;
}

function refusedTypes(xml: string | undefined, names: ReadonlySet<string>, media: 'docx' | 'xlsx'): DocumentRefusal | undefined {
  if (xml === undefined) return refuse('magic-mismatch', `declared as ${media}, but is a zip archive without [Content_Types].xml`);
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return refuse('magic-mismatch', '[Content_Types].xml declares a document type');
  if (macros.test(xml)) return refuse('macro-document', 'a macro-enabled content type');
  if (/oleobject|ms-office\.activex/i.test(xml)) return refuse('embedded-object-refused', 'a content type of OLE or ActiveX');
  const found = attributes(xml, 'Override').some(({ ContentType, PartName }) =>
    ContentType?.toLowerCase() === mainPart[media] && names.has((PartName ?? '').replace(/^\//, '').toLowerCase()));
  return found ? undefined : refuse('magic-mismatch', `declared as ${media}, but its main part is another one or missing`);
}

function refusedRelations(name: string, xml: string): DocumentRefusal | undefined {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return refuse('magic-mismatch', `${name} declares a document type`);
  for (const { Type = '', Target = '', TargetMode = '' } of attributes(xml, 'Relationship')) {
    if (/\/(vbaProject|wordVbaData|xlMacrosheet|xlIntlMacrosheet)$/i.test(Type)) return refuse('macro-document', `${name} refers to macros`);
    if (/\/(oleObject|control|activeXControlBinary)$/i.test(Type)) return refuse('embedded-object-refused', `${name} refers to an embedded object`);
    if (/\/(attachedTemplate|frame|subDocument)$/i.test(Type) && /external/i.test(TargetMode) && isHostileTarget(Target)) {
      return refuse('macro-document', `${name} fetches ${Type.split('/').pop()} from elsewhere`);
    }
  }
  return undefined;
}
