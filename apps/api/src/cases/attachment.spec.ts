import { attachment } from './attachment';
import { sealedIn } from './sealed-in';
import { toCommand } from './to-command';

describe('what goes out and comes in with a case', () => {
  it('names a download without letting the name out of its quotes', () => {
    expect(attachment('Raperda "RPIK" Seluma.docx')).toBe(`attachment; filename="Raperda _RPIK_ Seluma.docx"; filename*=UTF-8''Raperda%20%22RPIK%22%20Seluma.docx`);
    expect(attachment('Peta ₁.pdf')).toContain("filename*=UTF-8''Peta%20%E2%82%81.pdf");
    expect(attachment('写')).toContain('filename="dokumen"');
  });

  it('finds the sealed texts of an event, wherever they stand', () => {
    expect(sealedIn({ note: { sha256: 'a', length: 3 }, remark: { text: { sha256: 'b', length: 4 } }, document: { sha256: 'c', size: 9 } })).toEqual(['a', 'b']);
  });

  it('takes the findings of a vote out of its facts', () => {
    expect(toCommand({ transition: 'favourable', facts: { checks: { C01: 'conform' } } })).toEqual({ type: 'take-transition', transition: 'favourable', checks: { C01: 'conform' } });
    expect(toCommand({ transition: 'recall', note: 'keliru' })).toEqual({ type: 'recall', note: 'keliru' });
    expect(() => toCommand({ transition: 'favourable', facts: { checks: { C01: 'maybe' } } })).toThrow('validation-failed');
    expect(() => toCommand({ transition: 'x', facts: { number: { a: 'b' } } })).toThrow('validation-failed');
  });
});
