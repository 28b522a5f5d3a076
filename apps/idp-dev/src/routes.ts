import type Provider from 'oidc-provider';
import type { Persona } from '#identity';
import { errorPage, languageOf, personaPage } from './pages';
import type { IssuePersonaToken } from './persona-tokens';
import { isLocalProgram, smallBody } from './request';

type Middleware = Parameters<Provider['use']>[0];
type Context = Parameters<Middleware>[0];

/** What the provider answers beside OpenID Connect itself. */
export function routes(provider: Provider, publicUrl: string, people: readonly Persona[], issue: IssuePersonaToken): Middleware {
  const byName = new Map(people.map((persona) => [persona.persona, persona]));

  const choose = async (ctx: Context): Promise<void> => {
    const interaction = await provider.interactionDetails(ctx.req, ctx.res).catch(() => undefined);
    if (!interaction) return html(ctx, publicUrl, errorPage('This sign-in has ended.'), 400);
    const form = ctx.method === 'POST' ? new URLSearchParams(await smallBody(ctx.req)) : undefined;
    // The demo's bar names whom to become, so that one click is enough.
    const persona = byName.get(form?.get('persona') ?? (form ? '' : interaction.params.login_hint?.toString() ?? ''));
    if (persona) {
      ctx.status = 303;
      return ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, { login: { accountId: persona.subject } }));
    }
    const language = languageOf(ctx.query.lang?.toString(), interaction.params.ui_locales?.toString(), ctx.get('accept-language'));
    html(ctx, publicUrl, personaPage(people, language), form ? 400 : 200);
  };

  const token = async (ctx: Context): Promise<void> => {
    ctx.set('cache-control', 'no-store');
    if (!isLocalProgram(ctx.req)) return json(ctx, 403, { error: 'not-from-here' });
    const asked = parsed(await smallBody(ctx.req));
    if (!asked) return json(ctx, 400, { error: 'malformed', expected: { persona: 'drafter-1705', authAgeSeconds: 0 } });
    const persona = byName.get(asked.persona);
    if (!persona) return json(ctx, 404, { error: 'unknown-persona' });
    json(ctx, 200, await issue(persona, asked.authAge));
  };

  return async (ctx, next) => {
    if (ctx.method === 'GET' && ctx.path === '/health/live') return json(ctx, 200, { status: 'ok' });
    if (ctx.method === 'GET' && ctx.path === '/personas') return json(ctx, 200, { items: people });
    if (ctx.method === 'POST' && ctx.path === '/token/persona') return token(ctx);
    if ((ctx.method === 'GET' || ctx.method === 'POST') && ctx.path.startsWith('/persona/')) return choose(ctx);
    return next();
  };
}

function parsed(body: string | undefined): { persona: string; authAge: number } | undefined {
  try {
    const { persona, authAgeSeconds: authAge = 0 } = JSON.parse(body ?? '') as Record<string, unknown>;
    return typeof persona === 'string' && typeof authAge === 'number' && Number.isInteger(authAge) && authAge >= 0 && authAge <= 86_400
      ? { persona, authAge } : undefined;
  } catch {
    return undefined;
  }
}

function json(ctx: Context, status: number, body: object): void {
  ctx.status = status;
  ctx.type = 'json';
  ctx.body = JSON.stringify(body);
}

/** `form-action` also governs the redirects after the form, which end at the client. */
function html(ctx: Context, publicUrl: string, body: string, status: number): void {
  ctx.status = status;
  ctx.type = 'html';
  ctx.set({
    'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer',
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; form-action 'self' ${new URL(publicUrl).origin}; frame-ancestors 'none'; base-uri 'none'`,
  });
  ctx.body = body;
}
