import { createZodValidationPipe } from 'nestjs-zod';
import type { ZodError } from 'zod';
import { id as indonesian, en as english } from 'zod/locales';
import { problem } from '../problems/catalogue';
import type { FieldError } from '../problems/problem';

const inIndonesian = indonesian().localeError;
const inEnglish = english().localeError;
const mostErrors = 50;

/** Every field that does not fit, by JSON pointer, in both languages. */
export function fieldErrors({ issues }: Pick<ZodError, 'issues'>): FieldError[] {
  return issues.slice(0, mostErrors).map((issue) => ({
    pointer: issue.path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    message: issue.code === 'custom' ? { id: issue.message, en: issue.message } : { id: said(inIndonesian(issue as never), issue.message), en: said(inEnglish(issue as never), issue.message) },
  }));
}

/** What was sent instead is not kept with an issue, so that the sentence would call everything undefined. */
const said = (message: string | { message: string } | undefined | null, otherwise: string): string => (typeof message === 'string' ? message : (message?.message ?? otherwise)).replace(/, (diterima|received) undefined$/, '');

/** Judges shapes only; whether something may be done is for the ledger to say. */
export const ShapePipe = createZodValidationPipe({
  createValidationException: (failure: unknown) => problem('validation-failed', { errors: fieldErrors(failure as ZodError) }),
});
