import { dayOf, dueOf, rpikV1, weekday } from '.';
import { type StageName, Life, aCaseAt, rulesFor, road, walk } from '../testing';

type Rule = keyof typeof rpikV1.clocks;

/**
 * Counted by hand on the joint decrees for 2026 and 2027; the day of the start event is never counted. Free in 2026 besides
 * weekends: 1 and 16 Jan; 16, 17 Feb; 18–20, 23, 24 Mar; 3 Apr; 1, 14, 15, 27, 28 May; 1, 16 Jun; 17, 25 Aug; 24, 25 Dec.
 * In 2027: 1, 5 Jan; 5 Feb; 8–12, 15, 25, 26 Mar; 6, 17–20 May; 1 Jun; 17 Aug; 24 Dec.
 */
const cases: [rule: Rule, start: string, due: string, count: string][] = [
  ['intake', 'Fri 2026-03-13', 'Wed 2026-03-25', '16, 17, then over Nyepi and Idul Fitri 25'],
  ['intake', 'Tue 2026-03-17', 'Fri 2026-03-27', 'the last day before the leave: 25, 26, 27'],
  ['intake', 'Wed 2026-03-18', 'Fri 2026-03-27', 'entered on a leave day: 25, 26, 27'],
  ['intake', 'Sat 2026-03-21', 'Fri 2026-03-27', 'entered on Idul Fitri: 25, 26, 27'],
  ['intake', 'Mon 2026-03-02', 'Thu 2026-03-05', '3, 4, 5'],
  ['intake', 'Thu 2026-04-02', 'Wed 2026-04-08', 'Good Friday; 6, 7, 8'],
  ['intake', 'Wed 2026-05-13', 'Wed 2026-05-20', 'Ascension and its leave; 18, 19, 20'],
  ['intake', 'Tue 2026-05-26', 'Wed 2026-06-03', 'Idul Adha and its leave; 29, Pancasila Day, 2, 3'],
  ['intake', 'Fri 2026-08-14', 'Thu 2026-08-20', 'Independence Day; 18, 19, 20'],
  ['intake', 'Mon 2026-08-24', 'Fri 2026-08-28', 'Maulid; 26, 27, 28'],
  ['intake', 'Wed 2026-12-23', 'Wed 2026-12-30', 'Christmas and its leave; 28, 29, 30'],
  ['intake', 'Wed 2026-12-30', 'Wed 2027-01-06', '31, New Year, 4, Isra Mikraj, 6'],
  ['intake', 'Fri 2027-03-05', 'Thu 2027-03-18', 'Nyepi and Idul Fitri 1448; 16, 17, 18'],
  ['harmonization', 'Mon 2026-01-05', 'Mon 2026-01-12', '6, 7, 8, 9, 12'],
  ['harmonization', 'Mon 2026-01-12', 'Tue 2026-01-20', '13, 14, 15, Isra Mikraj, 19, 20'],
  ['harmonization', 'Wed 2026-02-11', 'Fri 2026-02-20', '12, 13, Lunar New Year, 18, 19, 20'],
  ['harmonization', 'Fri 2026-03-13', 'Fri 2026-03-27', '16, 17, 25, 26, 27'],
  ['harmonization', 'Tue 2026-11-24', 'Tue 2026-12-01', '25, 26, 27, 30, 1'],
  ['harmonization', 'Mon 2026-12-21', 'Wed 2026-12-30', '22, 23, 28, 29, 30'],
  ['recommendation', 'Fri 2026-04-24', 'Mon 2026-05-04', '27, 28, 29, 30, Labour Day, 4'],
  ['recommendation', 'Thu 2026-06-11', 'Fri 2026-06-19', '12, 15, 1 Muharam, 17, 18, 19'],
  ['sign-off', 'Fri 2026-05-29', 'Mon 2026-06-08', 'Pancasila Day; 2, 3, 4, 5, 8'],
  ['sign-off', 'Mon 2027-01-04', 'Tue 2027-01-12', 'Isra Mikraj; 6, 7, 8, 11, 12'],
  ['sign-off', 'Thu 2027-03-04', 'Fri 2027-03-19', '5, then 16, 17, 18, 19'],
  ['review', 'Mon 2026-03-02', 'Mon 2026-03-16', '3–6, 9–13, 16'],
  ['review', 'Fri 2026-03-13', 'Mon 2026-04-06', '16, 17, 25–27, 30–2, Good Friday, 6'],
  ['review', 'Mon 2026-08-10', 'Wed 2026-08-26', '11–14, 18–21, 24, Maulid, 26'],
  ['review', 'Mon 2026-12-14', 'Wed 2026-12-30', '15–18, 21–23, 28–30'],
  ['review', 'Mon 2027-05-03', 'Mon 2027-05-24', '4, 5, Ascension, 7, 10–14, Idul Adha and Vesak, 21, 24'],
  ['endorsement', 'Mon 2026-03-02', 'Fri 2026-03-27', '3–6, 9–13, 16, 17, 25–27'],
  ['endorsement', 'Mon 2026-10-05', 'Fri 2026-10-23', '6–9, 12–16, 19–23'],
  ['endorsement', 'Mon 2026-05-11', 'Fri 2026-06-05', '12, 13, 18–22, 25, 26, 29, 2–5'],
  ['redrafting', 'Tue 2026-11-24', 'Mon 2026-12-14', '25–27, 30–4, 7–11, 14'],
  ['redrafting', 'Fri 2026-12-18', 'Wed 2027-01-13', '21–23, 28–31, 4, 6–8, 11–13'],
  ['consultation', 'Mon 2026-02-02', 'Wed 2026-03-04', '3–6, 9–13, 18–20, 23–27, 2–4'],
  ['consultation', 'Mon 2026-07-06', 'Mon 2026-08-03', '7–10, 13–17, 20–24, 27–31, 3'],
  ['consultation', 'Mon 2027-03-01', 'Thu 2027-04-08', '2–5, 16–19, 22–24, 29–2, 5–8'],
  ['programme', 'Mon 2026-01-05', 'Fri 2026-04-10', '18 in January, 18 in February, 17 in March, 7 in April'],
  ['academic-paper', 'Mon 2026-07-06', 'Wed 2026-09-30', '19 in July, 19 in August, 22 in September'],
  ['drafting', 'Mon 2026-03-02', 'Wed 2026-06-10', '16 in March, 21 in April, 16 in May, 7 in June'],
  ['preparation', 'Mon 2026-01-05', 'Fri 2026-05-29', '18, 18, 17, 21 and 16 in May'],
  ['preparation', 'Mon 2026-08-03', 'Wed 2026-12-09', '18, 22, 22, 21 and 7 in December'],
  ['hand-over', 'Mon 2026-03-02', 'Thu 2026-03-05', '3, 4, 5'],
  ['hand-over', 'Mon 2026-03-16', 'Thu 2026-03-26', '17, 25, 26'],
  ['hand-over', 'Fri 2026-12-18', 'Wed 2026-12-23', '21, 22, 23'],
  ['hand-over', 'Tue 2026-12-22', 'Tue 2026-12-29', '23, 28, 29'],
  ['sending', 'Wed 2026-04-29', 'Tue 2026-05-05', '30, Labour Day, 4, 5'],
  ['sending', 'Sat 2026-03-07', 'Wed 2026-03-11', 'a plenary on a Saturday: 9, 10, 11'],
  ['sending-after-hand-over', 'Thu 2026-03-05', 'Tue 2026-03-10', '6, 9, 10'],
  ['sending-after-hand-over', 'Mon 2026-06-15', 'Fri 2026-06-19', '1 Muharam; 17, 18, 19'],
  ['evaluation', 'Mon 2026-03-02', 'Mon 2026-03-30', '3–6, 9–13, 16, 17, 25–27, 30'],
  ['evaluation', 'Fri 2026-03-06', 'Mon 2026-04-06', '9–13, 16, 17, 25–27, 30–2, 6'],
  ['evaluation', 'Mon 2026-11-16', 'Mon 2026-12-07', '17–20, 23–27, 30–4, 7'],
  ['evaluation', 'Mon 2026-11-30', 'Mon 2026-12-21', '1–4, 7–11, 14–18, 21'],
  ['evaluation', 'Mon 2026-12-14', 'Fri 2027-01-08', '15–18, 21–23, 28–31, 4, 6–8'],
  ['refinement', 'Mon 2026-03-16', 'Wed 2026-04-01', '17, 25, 26, 27, 30, 31, 1'],
  ['refinement', 'Thu 2026-03-26', 'Tue 2026-04-07', '27, 30, 31, 1, 2, 6, 7'],
  ['refinement', 'Mon 2026-05-25', 'Mon 2026-06-08', '26, 29, 2–5, 8'],
  ['refinement-again', 'Mon 2026-03-02', 'Wed 2026-03-11', '3–6, 9–11'],
  ['refinement-again', 'Fri 2026-08-07', 'Wed 2026-08-19', '10–14, 18, 19'],
  ['number-request', 'Thu 2026-03-26', 'Tue 2026-03-31', '27, 30, 31'],
  ['number-request', 'Tue 2026-05-12', 'Tue 2026-05-19', '13, 18, 19'],
  ['number', 'Mon 2026-03-30', 'Thu 2026-04-09', '31, 1, 2, 6–9'],
  ['number', 'Tue 2027-02-09', 'Thu 2027-02-18', '10–12, 15–18'],
  ['number', 'Mon 2026-12-21', 'Mon 2027-01-04', '22, 23, 28–31, 4'],
  ['enactment', 'Mon 2026-03-02', 'Tue 2026-04-21', '16 in March, 14 in April'],
  ['enactment', 'Mon 2026-10-05', 'Mon 2026-11-16', '19 in October, 11 in November'],
  ['enactment', 'Mon 2026-11-16', 'Wed 2026-12-30', '10 in November, 20 in December'],
  ['enactment', 'Tue 2026-11-24', 'Mon 2027-01-11', '4 in November, 21 in December, 4, 6–8, 11'],
  ['enactment', 'Mon 2027-02-08', 'Thu 2027-04-01', '14 in February, 15 in March, 1 April'],
  ['reporting', 'Thu 2026-04-09', 'Mon 2026-04-20', '10, 13–17, 20'],
  ['reporting', 'Wed 2026-04-22', 'Mon 2026-05-04', '23, 24, 27–30, 4'],
  ['reporting', 'Fri 2026-08-14', 'Thu 2026-08-27', '18–21, 24, 26, 27'],
];

const names = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const withName = (date: string) => `${names[weekday(dayOf(date))]} ${date}`;

describe('the due days of the process', () => {
  it.each(cases)('%s from %s is due on %s: %s', (rule, start, due) => {
    const startedOn = start.slice(4);
    expect(withName(startedOn)).toBe(start);
    const found = dueOf(rulesFor('1705'), rpikV1.clocks[rule], { startedOn, pauses: [], extensions: [] });
    expect(found && withName(found.dueOn)).toBe(due);
    expect(found!.provisional).toBe(false);
  });
  it('stand on at least seventy dates', () => {
    expect(cases.length).toBeGreaterThanOrEqual(70);
  });
  it('leaves no clock with a term of its own without such a day', () => {
    const timed = Object.entries(rpikV1.clocks).filter(([, rule]) => 'amount' in rule && rule.amount !== undefined).map(([name]) => name);
    expect([...new Set(cases.map(([rule]) => rule))].sort()).toEqual(timed.sort());
  });
  it('is provisional where the term runs into a year without a decree', () => {
    expect(dueOf(rulesFor('1705'), rpikV1.clocks.review, { startedOn: '2027-12-27', pauses: [], extensions: [] })).toMatchObject({ provisional: true, provisionalYears: [2028] });
    expect(aCaseAt('review', { on: '2027-12-27', programmeYear: 2027 }).clock('review')).toMatchObject({ provisional: true });
  });

  /** Every policy clock of a desk as the case meets it there, when everything before happened on Mon 2 March 2026. */
  const desks: [StageName, string, string][] = [
    ['programme', 'programme', '2026-06-10'], ['academic-paper', 'academic-paper', '2026-06-10'], ['drafting', 'drafting', '2026-06-10'],
    ['public-consultation', 'consultation', '2026-04-07'], ['harmonization', 'harmonization', '2026-03-09'], ['intake', 'intake', '2026-03-05'],
    ['review', 'review', '2026-03-16'], ['synchronization', 'cut-off', '2026-12-30'], ['recommendation', 'recommendation', '2026-03-09'],
    ['endorsement', 'endorsement', '2026-03-27'], ['sign-off', 'sign-off', '2026-03-09'], ['registration', 'number-request', '2026-03-05'],
  ];
  it.each(desks)('runs at %s under %s until %s', (stage, rule, due) => {
    const life = aCaseAt(stage, { on: '2026-03-02' });
    expect(life.clock(rule)).toMatchObject({ status: 'running', startedOn: '2026-03-02', dueOn: due });
  });
  it('counts an arrival on the civil day of the region, to the minute', () => {
    const arrival = (region: string, day: string, time: string) => {
      const life = walk(Life.filed({ region, on: '2026-03-02' }), 'harmonization').on(day, time);
      return road.harmonization(life).clock('intake')!.startedOn;
    };
    expect(arrival('1705', '2026-03-12', '23:59')).toBe('2026-03-12');
    expect(arrival('1705', '2026-03-13', '00:01')).toBe('2026-03-13');
    expect(arrival('7371', '2026-03-13', '00:01')).toBe('2026-03-13');
    expect(arrival('9471', '2026-03-13', '00:01')).toBe('2026-03-13');
  });
});
