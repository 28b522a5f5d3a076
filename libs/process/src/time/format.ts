import type { Language } from './both-languages';
import { type CivilDate, type Zone, civil, datePartsOf, dayAt, dayOf, msOf, weekday, zoneOffsetHours } from './civil-day';

const shortMonths: Record<Language, string[]> = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};
const months: Record<Language, string[]> = {
  id: ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};
const weekdays: Record<Language, string[]> = {
  id: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

/** '25 Nov 2026'. */
export function shortDate(date: CivilDate, lang: Language): string {
  return written(date, shortMonths[lang]);
}

/** 'Rab 25 Nov 2026' / 'Wed 25 Nov 2026', as rows of a worklist show it. */
export function rowDate(date: CivilDate, lang: Language): string {
  return `${weekdays[lang][weekday(dayOf(date))]!.slice(0, 3)} ${shortDate(date, lang)}`;
}

/** 'Rabu, 25 November 2026' / 'Wednesday 25 November 2026'. */
export function fullDate(date: CivilDate, lang: Language): string {
  return `${weekdays[lang][weekday(dayOf(date))]}${lang === 'id' ? ',' : ''} ${written(date, months[lang])}`;
}

/**
 * 'Rabu, 25 November 2026 pukul 10.17 WIB' / 'Wednesday 25 November 2026, 10:17 WIB', on the wall clock of the zone.
 * The instant is epoch milliseconds or an RFC 3339 text; seconds are cut off.
 */
export function longDate(instant: number | string, zone: Zone, lang: Language): string {
  const ms = typeof instant === 'string' ? msOf(instant) : instant;
  return `${fullDate(civil(dayAt(ms, zone)), lang)}${lang === 'id' ? ' pukul' : ','} ${clockTime(ms, zone, lang)}`;
}

/** 'Rab 25 Nov 2026, 10.17 WIB' / 'Wed 25 Nov 2026, 10:17 WIB': the same moment where there is little room. */
export function rowMoment(instant: number | string, zone: Zone, lang: Language): string {
  const ms = typeof instant === 'string' ? msOf(instant) : instant;
  return `${rowDate(civil(dayAt(ms, zone)), lang)}, ${clockTime(ms, zone, lang)}`;
}

function clockTime(ms: number, zone: Zone, lang: Language): string {
  const minuteOfDay = Math.floor((ms + zoneOffsetHours[zone] * 3_600_000) / 60_000) - dayAt(ms, zone) * 1_440;
  const [hour, minute] = [Math.floor(minuteOfDay / 60), minuteOfDay % 60].map((part) => String(part).padStart(2, '0'));
  return `${hour}${lang === 'id' ? '.' : ':'}${minute} ${zone}`;
}

function written(date: CivilDate, monthNames: string[]): string {
  const { year, month, dayOfMonth } = datePartsOf(dayOf(date));
  return `${dayOfMonth} ${monthNames[month - 1]} ${year}`;
}
