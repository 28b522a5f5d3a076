import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawMermaid, drawSvg, permissionMatrix, permissionTable, rpikV1 } from '.';

const page = (name: string) => readFileSync(join(__dirname, '../../../docs/process', name), 'utf8');
const svg = drawSvg(rpikV1, { language: 'id' });

describe('the drawn process', () => {
  it.each([
    ['rpik.v1.mmd', drawMermaid(rpikV1)],
    ['rpik.v1.svg', svg],
    ['permissions.md', permissionTable(rpikV1)],
  ])('in docs/process/%s is the process as it is (else: npm run build, node scripts/draw-process.mjs)', (name, drawn) => {
    expect(page(name)).toBe(drawn);
  });
  it('shows every desk in both languages, by number and name', () => {
    const english = drawSvg(rpikV1, { language: 'en' });
    Object.values(rpikV1.stages).forEach(({ label }, index) => {
      expect(svg).toContain(`<title>${index + 1} ${label.id} — `);
      expect(english).toContain(`<title>${index + 1} ${label.en.replaceAll("'", '&#39;')} — `);
    });
  });
  it('says in words what it shows, and where the case lies', () => {
    const now = drawSvg(rpikV1, { language: 'en', at: 'review' });
    expect(now).toContain('The case is at: Provincial review. 22 stages: 1 Legislative programme; ');
    expect(now.match(/aria-current="step"/g)).toHaveLength(1);
    expect(svg).not.toContain('aria-current');
  });
  it('is well-formed, whole in itself, and takes nothing from elsewhere', () => {
    expect(svg.match(/<g[ >]/g)!.length).toBe(svg.match(/<\/g>/g)!.length);
    expect(svg).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)/);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script|<style|@import|href/);
  });
  it('escapes what a definition might say', () => {
    const odd = { ...rpikV1, label: { id: '<b>"A" & B</b>', en: 'x' } };
    expect(drawSvg(odd, { language: 'id' })).toContain('<title id="rpik-v1-title">&lt;b&gt;&quot;A&quot; &amp; B&lt;/b&gt;</title>');
  });
  it('has a line for every transition that moves a case', () => {
    const mermaid = drawMermaid(rpikV1);
    for (const [name, { transitions }] of Object.entries(rpikV1.stages)) {
      for (const [transition, one] of Object.entries(transitions)) if (['advance', 'return', 'exit'].includes(one.kind)) expect(mermaid).toMatch(new RegExp(`  ${name.replaceAll('-', '_')} --> \\w+: .*\\b${transition}\\b`));
    }
    expect(mermaid).toContain('  enactment --> promulgation: deemed-valid');
    expect(mermaid).toContain('  synchronization --> recommendation: gate');
    expect(mermaid).toContain('  review --> synchronization: close-review, quorum');
  });
});

describe('who may do what', () => {
  const matrix = permissionMatrix(rpikV1);

  it('gives the administrator and the observer no act on a case', () => {
    expect(matrix['administrator']).toEqual({});
    expect(matrix['observer']).toEqual({});
    expect(matrix['provincial-secretary']).toEqual({});
  });
  it('gives the ministry its two desks and no other', () => {
    expect(matrix['ministry-reviewer']).toEqual({ endorsement: ['propose-endorsement', 'return-to-province'] });
    expect(matrix['ministry-signer']).toEqual({ 'sign-off': ['endorse', 'endorse-with-conditions', 'return-to-reviewer', 'decline'] });
  });
  it('gives no regency a word in the provincial review but its correction', () => {
    for (const role of ['regency-drafter', 'regency-secretary', 'regency-head', 'council-secretariat'])
      expect(matrix[role]!['review'] ?? []).toEqual({ 'regency-drafter': ['provide-correction'], 'regency-head': ['withdraw', 'lapse'], 'council-secretariat': ['record-supersession', 'relist'] }[role] ?? []);
  });
  it('lets the secretary promulgate and nobody else', () => {
    const who = Object.entries(matrix).filter(([, row]) => row['promulgation']?.includes('promulgate')).map(([role]) => role);
    expect(who).toEqual(['regency-secretary']);
  });
});
