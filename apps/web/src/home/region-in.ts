/** The region or province that a subject is of, by its id: `rpik-1705-2027`, `cohort-17-2027`, `readiness-1705`, `regency-drafter@1705`; the nation where it names none. */
export const regionIn = (subject: string): string => /[-@](\d{4}|\d{2})(?=[-.]|$)/.exec(subject)?.[1] ?? '';
