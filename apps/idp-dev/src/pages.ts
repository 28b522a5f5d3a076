import type { Persona } from '#identity';

export type Language = 'id' | 'en';

const words = {
  id: { title: 'Masuk sebagai siapa?', lead: 'Ini peragaan. Semua nama rekaan; siapa pun dapat masuk sebagai siapa pun.', nation: 'Kementerian dan administrator', province: 'Provinsi', other: 'English', enter: 'Masuk sebagai' },
  en: { title: 'Sign in as whom?', lead: 'This is a demonstration. All names are invented; anybody can sign in as anybody.', nation: 'Ministry and administrator', province: 'Province', other: 'Bahasa Indonesia', enter: 'Sign in as' },
};

/** `ui_locales` (OpenID Connect Core 3.1.2.1) or `Accept-Language`, in the sender's order; Indonesian otherwise. */
export function languageOf(...wishes: (string | undefined)[]): Language {
  const tags = wishes.flatMap((wish) => wish?.toLowerCase().split(/[\s,]+/) ?? []).map((tag) => tag.slice(0, 2));
  return (tags.find((tag) => tag === 'id' || tag === 'en') as Language | undefined) ?? 'id';
}

/** The page on which a persona is chosen: one form, one button per person, no script. */
export function personaPage(people: readonly Persona[], language: Language): string {
  const t = words[language];
  const other = language === 'id' ? 'en' : 'id';
  const groups = grouped(people, language).map(([heading, members]) => `
    <section><h2>${escaped(heading)}</h2><ul>${members.map((persona) => button(persona, language)).join('')}</ul></section>`);
  return page(language, t.title, `
    <p><a href="?lang=${other}" lang="${other}" hreflang="${other}">${t.other}</a></p>
    <h1>${t.title}</h1><p>${t.lead}</p>
    <form method="post">${groups.join('')}</form>`);
}

export function errorPage(detail: string): string {
  return page('id', 'Tidak dapat masuk', `
    <h1>Tidak dapat masuk</h1><p>Kembali ke Selaras dan masuk sekali lagi.</p>
    <h2 lang="en">Sign-in failed</h2><p lang="en">Return to Selaras and sign in again.</p><p lang="en"><code>${escaped(detail)}</code></p>`);
}

function button({ persona, name, office }: Persona, language: Language): string {
  return `<li><button name="persona" value="${escaped(persona)}"><span class="hidden">${words[language].enter} </span><strong>${escaped(office[language])}</strong><br>${escaped(name)}<br><code>${escaped(persona)}</code></button></li>`;
}

function grouped(people: readonly Persona[], language: Language): [string, Persona[]][] {
  const groups = new Map<string, Persona[]>();
  for (const persona of people) {
    const heading = headingOf(persona, language);
    groups.set(heading, [...(groups.get(heading) ?? []), persona]);
  }
  return [...groups];
}

function headingOf({ scope, office }: Persona, language: Language): string {
  if (scope === '') return words[language].nation;
  return scope.length === 2 ? `${words[language].province} ${scope}` : office[language].slice(office[language].indexOf(', ') + 2);
}

const style = `:root{color-scheme:light}body{font:1rem/1.5 system-ui,sans-serif;max-width:64rem;margin:0 auto;padding:1rem;color:#1b1b1b;background:#fff}
h2{font-size:1.1rem;margin:1.5rem 0 .5rem}ul{list-style:none;padding:0;margin:0;display:grid;gap:.5rem;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr))}
button{font:inherit;text-align:left;width:100%;height:100%;min-height:3rem;padding:.6rem .8rem;color:inherit;background:#f4f4f1;border:1px solid #767676;border-radius:.4rem;cursor:pointer}
button:hover{background:#e8e8e2}button:focus-visible,a:focus-visible{outline:3px solid #0b57a4;outline-offset:2px}a{color:#0b57a4}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}`;

function page(language: Language, title: string, main: string): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} · Selaras</title><style>${style}</style></head><body><main>${main}</main></body></html>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}
