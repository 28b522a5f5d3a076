import { personas } from '#identity';
import { errorPage, languageOf, personaPage } from './pages';

const people = personas([{ bps: '1705', name: 'Kabupaten "Seluma" <b>' }]);

describe('the page on which a persona is chosen', () => {
  it.each([
    ['id', 'Masuk sebagai siapa?', 'Penyusun'], ['en', 'Sign in as whom?', 'Drafter'],
  ] as const)('speaks %s', (language, title, office) => {
    const page = personaPage(people, language);
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain(`<h1>${title}</h1>`);
    expect(page).toContain(`<strong>${office}, `);
  });

  it('has one button for everybody, and no script', () => {
    const page = personaPage(people, 'id');
    expect(page.match(/<button name="persona" value="[^"]+"/g)).toHaveLength(people.length);
    expect(page).not.toContain('<script');
  });

  it('prints names as text, never as markup', () => {
    expect(personaPage(people, 'id')).toContain('Kabupaten &quot;Seluma&quot; &lt;b&gt;');
    expect(errorPage('<img src=x>')).not.toContain('<img');
  });

  it.each([
    ['id', [undefined, undefined, '']], ['en', [undefined, undefined, 'en-GB,en;q=0.9']], ['id', ['id', undefined, 'en']],
    ['en', [undefined, 'fr en', 'id']], ['id', [undefined, undefined, 'fr-FR']],
  ] as const)('chooses %s for %j', (language, wishes) => {
    expect(languageOf(...wishes)).toBe(language);
  });
});
