import type { BothLanguages, Language } from './both-languages';
import type { CalendarDay } from './calendar';
import type { CivilDate } from './civil-day';
import type { Deadline, DeadlineRequest } from './deadline';
import { shortDate } from './format';
import { provisionalFor } from './provisional';

const MOST_NAMES = 12;

/**
 * The arithmetic of a deadline in one line: "Hari kerja ke-5 dari 7; mulai 16 Mar 2026 (tidak dihitung); 5 hari libur
 * dilewati (Hari Suci Nyepi, …); jatuh tempo 1 Apr 2026". Weekends are not mentioned, everything else that moved the day is.
 */
export function arithmetic(
  request: DeadlineRequest,
  result: Omit<Deadline, 'arithmetic'>,
  start: CivilDate,
  dueDayIsFree: CalendarDay | { kind: 'weekend' } | undefined,
): BothLanguages {
  return { id: sentence('id'), en: sentence('en') };

  function sentence(lang: Language): string {
    const say = (id: string, en: string) => (lang === 'id' ? id : en);
    const working = request.unit === 'working-day';
    const unit = (count: number) => (working ? say('hari kerja', plural(count, 'working day')) : say('hari kalender', plural(count, 'calendar day')));
    const on = (date: CivilDate) => shortDate(date, lang);
    const { nthDay, effectiveAmount, skipped, pausedDays, pausedSince, remaining, overdue, provisionalYears, dueOn } = result;
    const grounds = [...new Set((request.pauses ?? []).flatMap(({ ground }) => (ground ? [typeof ground === 'string' ? ground : ground[lang]] : [])))];
    const because = grounds.length > 0 ? say(` karena ${grounds.join(', ')}`, ` because of ${grounds.join(', ')}`) : '';
    const left = say(`, sisa ${remaining} ${unit(remaining)}`, `, ${remaining} ${unit(remaining)} left`);
    const late = remaining < 0 ? say(`terlambat ${-remaining} ${unit(-remaining)}`, `${-remaining} ${unit(-remaining)} late`) : say('lewat jatuh tempo', 'past due');
    const extended = effectiveAmount - request.amount;

    return [
      say(`${working ? 'Hari kerja' : 'Hari kalender'} ke-${nthDay} dari ${effectiveAmount}`, `${working ? 'Working' : 'Calendar'} day ${nthDay} of ${effectiveAmount}`),
      `${say('mulai', 'start')} ${on(start)} (${request.startDayCounts ? say('dihitung', 'counted') : say('tidak dihitung', 'not counted')})`,
      extended > 0 && say(`diperpanjang ${extended} ${unit(extended)}`, `extended by ${extended} ${unit(extended)}`),
      skipped.length > 0 && `${skipped.length} ${say('hari libur dilewati', `${plural(skipped.length, 'holiday')} skipped`)} (${names(skipped, lang)})`,
      pausedDays > 0 && say(`${pausedDays} ${unit(pausedDays)} dijeda${because}`, `${pausedDays} ${unit(pausedDays)} paused${because}`),
      pausedSince && say(`masih dijeda sejak ${on(pausedSince)}`, `still paused since ${on(pausedSince)}`) + (request.probe ? left : ''),
      `${pausedSince ? say('jatuh tempo paling cepat', 'due at the earliest') : say('jatuh tempo', 'due')} ${on(dueOn)}`,
      !working && dueDayIsFree && say(`bukan hari kerja (${reason(dueDayIsFree, lang)}), tidak digeser`, `not a working day (${reason(dueDayIsFree, lang)}), not moved`),
      overdue && late,
      provisionalFor(provisionalYears).provisionalBecause?.[lang],
    ]
      .filter(Boolean)
      .join('; ');
  }
}

/** Names in order, days of one name together ("Cuti Bersama Idul Fitri 1447 Hijriah ×3"); a term of years does not list them all. */
function names(skipped: Deadline['skipped'], lang: Language): string {
  const times = new Map<string, number>();
  for (const { name } of skipped) times.set(name[lang], (times.get(name[lang]) ?? 0) + 1);
  const listed = [...times].slice(0, MOST_NAMES).map(([name, count]) => (count > 1 ? `${name} ×${count}` : name));
  return times.size > MOST_NAMES ? `${listed.join(', ')}, …` : listed.join(', ');
}

function reason(free: CalendarDay | { kind: 'weekend' }, lang: Language): string {
  if ('name' in free) return free.name[lang];
  return lang === 'id' ? 'akhir pekan' : 'weekend';
}

function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}
