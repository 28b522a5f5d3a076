/** One unit of a draft regulation that people point at: a Pasal, or a part that has none. */
export interface Unit {
  /** "pasal-9", "penjelasan-pasal-9", "pembukaan", "lampiran": unique in its text. */
  key: string;
  /** As it is quoted: "Pasal 9". */
  label: string;
  part: 'opening' | 'body' | 'closing' | 'explanation' | 'annex';
  /** "BAB III INDUSTRI UNGGULAN DAERAH". */
  chapter?: string;
  /** Its text by ayat; a Pasal without ayat has one without a number. */
  paragraphs: Paragraph[];
}

export interface Paragraph {
  /** "(2)", or none. */
  ayat?: string;
  text: string;
}

const chapterLine = /^BAB\s+([IVXLC]{1,8}|\d{1,3})(?:\s+(.+))?$/i;
const articleLine = /^Pasal\s+(\d{1,4}[A-Z]?)$/i;
const sectionLine = /^(Bagian|Paragraf)\s+(Ke[a-z]+|\d{1,2})$/i;
const ayatLine = /^\((\d{1,3}[a-z]?)\)\s*(.*)$/;
const closingLine = /^Agar setiap orang mengetahuinya/i;
const explanationLine = /^PENJELASAN$/;
const annexLine = /^LAMPIRAN(\s+[IVXLC]{1,8}|\s+\d{1,2})?$/;

const parts = { opening: 'Pembukaan', closing: 'Penutup', explanation: 'Penjelasan', annex: 'Lampiran' } as const;

/**
 * Reads a draft in the order of UU 12/2011, Annex II: opening, Bab and Pasal with their ayat, closing, explanation, annexes. A text that
 * keeps no such order is one unit, so that nothing of it is lost.
 */
export function splitArticles(text: string): Unit[] {
  const reader = new ArticleReader();
  for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/)) reader.take(line.replace(/[\s\u00a0]+/g, ' ').trim());
  return reader.units.filter(({ paragraphs, part }) => paragraphs.length > 0 || part === 'body');
}

class ArticleReader {
  readonly units: Unit[] = [];
  private readonly keys = new Map<string, number>();
  private part: Unit['part'] = 'opening';
  /** The heading of the Bab one is in; its title is its text. */
  private chapter: Unit | undefined;
  private current = this.begin('pembukaan', parts.opening);

  take(line: string): void {
    if (line === '') return;
    const chapter = chapterLine.exec(line);
    const article = articleLine.exec(line);
    if (explanationLine.test(line) && this.part !== 'annex') return this.turnTo('explanation');
    if (annexLine.test(line)) return this.turnTo('annex', line);
    if (chapter && ['opening', 'body'].includes(this.part)) return this.open(chapter[1]!.toUpperCase(), chapter[2]);
    if (article && ['opening', 'body', 'explanation'].includes(this.part)) return this.article(article[1]!);
    if (sectionLine.test(line) && this.chapter) {
      this.current = this.begin(`${this.chapter.key}-${line.toLowerCase().replace(/ /g, '-')}`, `${this.chapter.label} ${line}`);
      return;
    }
    if (closingLine.test(line) && this.part === 'body') this.turnTo('closing');
    this.say(line);
  }

  private open(number: string, title: string | undefined): void {
    this.part = 'body';
    this.chapter = undefined;
    this.current = this.begin(`bab-${number.toLowerCase()}`, `BAB ${number}`);
    this.chapter = this.current;
    if (title) this.say(title);
  }

  private article(number: string): void {
    if (this.part === 'opening') this.part = 'body';
    const key = `pasal-${number.toLowerCase()}`;
    this.current = this.part === 'explanation' ? this.begin(`penjelasan-${key}`, `Penjelasan Pasal ${number}`) : this.begin(key, `Pasal ${number}`);
  }

  private turnTo(part: 'closing' | 'explanation' | 'annex', line?: string): void {
    this.part = part;
    this.chapter = undefined;
    const label = line ? `Lampiran${line.slice('LAMPIRAN'.length)}` : parts[part];
    this.current = this.begin(label.toLowerCase().replace(/ /g, '-'), label);
  }

  private say(line: string): void {
    const ayat = ayatLine.exec(line);
    const last = this.current.paragraphs.at(-1);
    if (ayat && this.part === 'body') this.current.paragraphs.push({ ayat: `(${ayat[1]})`, text: ayat[2]! });
    else if (last && this.part === 'body') last.text += `${last.text === '' ? '' : '\n'}${line}`;
    else this.current.paragraphs.push({ text: line });
  }

  /** A number that occurs twice is a mistake of the draft: the second keeps a key of its own. */
  private begin(key: string, label: string): Unit {
    const times = (this.keys.get(key) ?? 0) + 1;
    this.keys.set(key, times);
    const chapter = this.chapter && [this.chapter.label, this.chapter.paragraphs[0]?.text].filter(Boolean).join(' ');
    const unit: Unit = { key: times === 1 ? key : `${key}.${times}`, label, part: this.part, ...(chapter && { chapter }), paragraphs: [] };
    this.units.push(unit);
    return unit;
  }
}
