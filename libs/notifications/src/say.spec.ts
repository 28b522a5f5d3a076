import { aNotice, everyTemplate } from '../testing/sample-notices';
import { UnreadableNotice } from './check-facts';
import type { FactName } from './facts';
import type { NoticeData, TemplateName } from './notice';
import { say } from './say';
import { catalogue } from './templates/catalogue';

const indonesian = (template: TemplateName, facts: Partial<NoticeData> = {}) => say(aNotice(template, facts));
const english = (template: TemplateName, facts: Partial<NoticeData> = {}) => say(aNotice(template, facts, { language: 'en' }));

describe('an official reads', () => {
  it('that a case came to the desk, from whom and by when', () => {
    expect(indonesian('task-opened')).toMatchObject({
      subject: 'Kab. Seluma: Penelaahan provinsi menunggu Anda, tenggat 25 Nov 2026',
      happened: 'RPIK Kab. Seluma 2027–2047 kini berada di meja Anda pada tahap Penelaahan provinsi, diteruskan oleh Dinas Perindustrian Kab. Seluma.',
      toDo: 'Buka kasus ini dan kerjakan tahap Penelaahan provinsi.',
      open: 'Buka kasus',
      particulars: [['Wilayah', 'Kab. Seluma'], ['Kasus', 'RPIK Kab. Seluma 2027–2047'], ['Tahap', 'Penelaahan provinsi'], ['Tenggat', '25 Nov 2026 (10 hari kerja lagi)']],
    });
    expect(english('task-opened').subject).toBe('Kab. Seluma: Provincial review is waiting for you, due 25 Nov 2026');
  });
  it('that a stage without a term has no due day, and that a round is not the first', () => {
    const said = english('task-opened', { dueOn: undefined, workingDaysLeft: undefined, round: 2 });
    expect(said.subject).toBe('Kab. Seluma: Provincial review is waiting for you');
    expect(said.particulars).toContainEqual(['Due', 'none set']);
    expect(said.happened).toContain('This is round 2.');
    expect(english('task-opened', { round: 1 }).happened).not.toContain('round');
  });
  it('that a due day is provisional while a year has no holiday table', () => {
    expect(indonesian('reminder', { dueOn: '2028-01-04', provisional: true }).particulars)
      .toContainEqual(['Tenggat', '4 Jan 2028 (3 hari kerja lagi; sementara: tabel libur 2028 belum ada)']);
  });
  it('the same of every line of the digest', () => {
    const items = [{ caseTitle: 'RPIK Seluma', regionName: 'Kab. Seluma', stage: { id: 'Susun', en: 'Draft' }, dueOn: '2028-01-04', workingDaysLeft: 3, provisional: true }];
    expect(JSON.stringify(english('digest', { digest: { late: 0, today: 0, soon: 1, open: 1, unread: 0, items } }))).toContain('4 Jan 2028 (3 working days left; provisional: no holiday table for 2028)');
  });
  it('why a case came back and what to answer', () => {
    expect(indonesian('case-returned').happened).toBe('Disperindag Provinsi Bengkulu mengembalikan RPIK Kab. Seluma 2027–2047 ke tahap Penyusunan rancangan. Alasan: Bertentangan dengan rencana provinsi. Ada 3 catatan yang perlu dijawab. Kasus ini masuk putaran 2.');
    expect(english('case-returned', { remarkCount: 1 }).happened).toContain('To be answered: 1 remark.');
    expect(english('case-returned', { remarkCount: 0 }).happened).not.toContain('remark');
  });
  it('which documents are damaged, that the case is still theirs, and what to do', () => {
    const said = indonesian('transfer-failed', { documents: [{ id: 'Rancangan Perda', en: 'Draft' }, { id: 'Lampiran rencana', en: 'Annex' }] });
    expect(said.happened).toContain(': Rancangan Perda, Lampiran rencana. Kasus tetap di meja Anda');
    expect(said.toDo).toBe('Unggah ulang dokumen tersebut, lalu ajukan sekali lagi.');
  });
  it.each([[3, '3 hari kerja lagi', '3 working days left'], [1, '1 hari kerja lagi', '1 working day left'], [0, 'hari ini', 'today'], [-1, '1 hari kerja terlambat', '1 working day late'], [-5, '5 hari kerja terlambat', '5 working days late']])(
    'how much time is left (%s)', (workingDaysLeft, id, en) => {
      expect(indonesian('reminder', { workingDaysLeft }).subject).toBe(`Pengingat: Kab. Seluma, Penelaahan provinsi, tenggat 25 Nov 2026 (${id})`);
      expect(english('reminder', { workingDaysLeft }).subject).toBe(`Reminder: Kab. Seluma, Provincial review, due 25 Nov 2026 (${en})`);
    });
  it('in which capacity they are told of a late stage', () => {
    expect(english('overdue', { rung: 1 }).happened).toContain('You are told as the superior.');
    expect(indonesian('overdue', { rung: 5, workingDaysLeft: -5 }).happened).toBe('Tahap Penelaahan provinsi untuk RPIK Kab. Seluma 2027–2047 di Disperindag Provinsi Bengkulu jatuh tempo pada 20 Nov 2026 dan belum selesai (5 hari kerja terlambat). Anda diberi tahu sebagai administrator.');
  });
  it('the old day, the new day and the cause when a calendar changes late', () => {
    expect(english('deadline-moved').happened).toBe('The due day of the stage Provincial review for RPIK Kab. Seluma 2027–2047 moved from 25 Nov 2026 to 26 Nov 2026. The cause: the decree on collective leave of 24 Nov 2026.');
  });
  it('that a sign-off is not an approval of the regulation', () => {
    for (const template of ['endorsed', 'endorsed-with-conditions'] as const) {
      expect(indonesian(template).happened).toContain('Ini dukungan non-statutori, bukan persetujuan Perda.');
      expect(english(template).happened).toContain('This is non-statutory support, not approval of the regulation.');
    }
  });
  it('that a role has no holder, as the administrator', () => {
    expect(indonesian('no-holder').happened).toBe('Peran Biro Hukum di Kab. Seluma tidak ada pemegangnya sejak 2 Nov 2026. RPIK Kab. Seluma 2027–2047 pada tahap Penelaahan provinsi menunggu peran ini.');
  });
  it('what waits today, the first tasks by name and how many more', () => {
    const said = english('digest');
    expect(said.subject).toBe('What you need to do: 3 (1 late, 0 today)');
    expect(said.lines).toEqual([
      'Kab. Seluma · RPIK Kab. Seluma 2027–2047 · Provincial review · 23 Nov 2026 (1 working day late)',
      'Kab. Kaur · RPIK Kab. Kaur 2027–2047 · Provincial review · 25 Nov 2026 (1 working day left)',
      'and 1 more task',
    ]);
  });
});

describe('a notice with a hole', () => {
  const needs = everyTemplate.flatMap((template) => ['regionName', 'path', ...catalogue[template].needs].map((fact): [TemplateName, FactName] => [template, fact as FactName]));
  it.each(needs)('is not sent: %s without %s', (template, fact) => {
    expect(() => indonesian(template, { [fact]: undefined })).toThrow(new UnreadableNotice(template, [fact], 'missing'));
    expect(() => indonesian(template, { [fact]: null })).toThrow(`notice "${template}": missing ${fact}`);
  });
  it.each([
    ['dueOn', '25-11-2026'], ['dueOn', '2026-11-25T00:00:00Z'], ['workingDaysLeft', 1.5], ['workingDaysLeft', '3'], ['stage', { id: 'Telaah' }], ['stage', ''],
    ['path', 'https://elsewhere.example'], ['path', '//elsewhere.example'], ['path', '/\\elsewhere.example'], ['path', '/a\r\nb'], ['regionName', { id: 'a', en: 'b' }],
    ['documents', []], ['provisional', 'yes'], ['digest', { late: 0, soon: 0, open: 0, items: [{}] }],
  ])('is not sent: %s = %j', (fact, value) => {
    expect(() => indonesian('reminder', { [fact]: value })).toThrow(`notice "reminder": malformed ${fact}`);
  });
  it.each(['unheard-of', 'toString', '__proto__'])('is not sent: there is no template %s', (template) => {
    expect(() => say({ ...aNotice('endorsed'), template } as never)).toThrow('there is no such template');
  });
  it('does not compile', () => {
    // @ts-expect-error a reminder without its due day
    const hole: NoticeData<'reminder'> = { regionName: 'Kab. Seluma', path: '/', caseTitle: 'RPIK', stage: 'Telaah', workingDaysLeft: 3 };
    expect(hole).toBeDefined();
  });
});
