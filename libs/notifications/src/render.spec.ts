import { aNotice, everyTemplate } from '../testing/sample-notices';
import { linkTo } from './link';
import { render } from './render';

const home = 'https://selaras.example.go.id';
const letters = everyTemplate.flatMap((template) => [[template, 'id'], [template, 'en']] as const);

/** What a reader of the HTML part sees, without tags. */
const visible = (html: string): string => html.replace(/<head>.*<\/head>/s, '').replace(/<[^>]+>/g, '\n')
  .replace(/&#x27;/g, "'").replace(/&#x3D;/g, '=').replace(/&#x60;/g, '`').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');

describe('a message', () => {
  it.each(letters)('%s (%s) has one link, no image, nothing remote, and the same facts in both parts', (template, language) => {
    const notice = aNotice(template, {}, { language });
    const { text, html, subject } = render(notice, home);
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(html.match(/https?:/g)).toHaveLength(1);
    expect(html).toContain(`href="${home}${notice.data.path}"`);
    expect(html).not.toMatch(/<img|<script|<link|url\(|@import/);
    expect(html).toContain(`<html lang="${language}">`);
    expect(text.match(/https?:/g)).toHaveLength(1);
    expect(text).toContain(`\n${home}${notice.data.path}\n`);
    const lines = text.split('\n').filter((line) => line !== '' && line !== '-- ').map((line) => line.replace(/^- /, ''));
    const seen = visible(html).replace(/\s+/g, ' ');
    for (const line of lines.filter((each) => !each.startsWith('http'))) {
      for (const part of line.split(/: ?(?=\S|$)/)) expect(seen).toContain(part.replace(/\s+/g, ' ').trim());
    }
    expect(subject.length).toBeLessThanOrEqual(160);
    expect(subject + text + html).not.toContain('!'.repeat(2));
    expect(text).toContain(notice.data.regionName);
  });
  it('reads as a letter', () => {
    expect(render(aNotice('reminder'), home).text).toBe(`Yth. Dewi Anggraini,

Tahap Penelaahan provinsi untuk RPIK Kab. Seluma 2027–2047 jatuh tempo pada 25 Nov 2026 (3 hari kerja lagi).

Yang perlu dilakukan: Selesaikan tahap ini sebelum tenggatnya lewat. Jika ada yang menghalangi, catat di halaman kasus agar pihak lain mengetahuinya.

Wilayah: Kab. Seluma
Kasus: RPIK Kab. Seluma 2027–2047
Tahap: Penelaahan provinsi
Tenggat: 25 Nov 2026 (3 hari kerja lagi)

Buka kasus:
https://selaras.example.go.id/kasus/rpik-1705-2027

-- 
Pesan ini dikirim otomatis oleh Selaras kepada Anda sebagai pemegang peran. Balasan atas pesan ini tidak dibaca.
`);
  });
  it('never tells the reader’s address or person id', () => {
    const { subject, text, html } = render(aNotice('task-opened'), home);
    expect(subject + text + html).not.toMatch(/dewi@|p_1\b/);
  });
});

describe('hostile facts', () => {
  const evil = `<script>alert("x")</script>\r\nBcc: all@example.com\r\n\r\n<img src=x onerror='y'> & \u202e{{constructor}}`;
  const hostile = aNotice('case-returned', { caseTitle: evil, regionName: evil, reason: evil, actorOffice: { id: evil, en: evil } },
    { recipient: { personId: 'p_1', name: `Dewi\r\nX-Evil: 1\n\n${evil}`, email: 'dewi@bengkulu.example', role: 'regency-drafter', region: '1705' } });

  it('stay text in the HTML part', () => {
    const { html } = render(hostile, home);
    expect(html).not.toMatch(/<script|<img|onerror='/);
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; Bcc: all@example.com');
    expect(html).toContain('&amp;');
    expect(html).not.toContain('&amp;lt;');
    expect(html.match(/<a /g)).toHaveLength(1);
  });
  it('cannot add a header line or a paragraph', () => {
    const { subject, text } = render(hostile, home);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text).not.toMatch(/^(Bcc|X-Evil)/m);
    expect(text).not.toMatch(/[\r\u202e]/);
  });
  it('are not read as a template, and not escaped in the plain part', () => {
    const { text } = render(hostile, home);
    expect(text).toContain('{{constructor}}');
    expect(text).toContain('<script>alert("x")</script>');
  });
  it('of ten thousand characters do not fill a mailbox', () => {
    expect(render(aNotice('case-returned', { reason: 'panjang '.repeat(1250) }), home).text.length).toBeLessThan(1500);
  });
});

describe('the link', () => {
  it('keeps the installation’s own path and escapes what a query needs', () => {
    expect(linkTo('/kasus/rpik-1705-2027?tab=remarks&n=2', 'https://prov.example/selaras/')).toBe('https://prov.example/selaras/kasus/rpik-1705-2027?tab=remarks&n=2');
    expect(render(aNotice('endorsed', { path: '/cases/x?a=1&b="2"' }), home).html).toContain('href="https://selaras.example.go.id/cases/x?a&#x3D;1&amp;b&#x3D;%222%22"');
  });
  it.each([['@evil.example/', home], ['.evil.example/', home], ['/x', 'javascript:alert(1)'], ['/x', 'not a url']])('leads nowhere else (%s on %s)', (path, publicUrl) => {
    expect(() => linkTo(path, publicUrl)).toThrow();
  });
});
