import { matchRoutes, type RouteObject } from 'react-router';
import { type Matter, matters, pages } from '#process';
import { caseParts, decidePlace } from './case/places';
import { cohortPlaces } from './gate/places';
import { roomOf } from './matters/room-of';
import { openRooms } from './open/rooms';
import { rooms, workRoom } from './rooms';

/** Pages that have pages within them, as the screens nest them. */
const within: Record<string, readonly string[]> = {
  '/kasus/:caseId/*': [...caseParts, decidePlace],
  '/provinsi/:cohortId/*': cohortPlaces,
  '/provinsi/:province/gerbang/:cohortId/*': cohortPlaces,
};

const routes: RouteObject[] = [
  { path: workRoom },
  ...[...rooms, ...openRooms].map(({ path }): RouteObject => {
    const inner = within[path];
    return inner ? { path: path.replace(/\/\*$/, ''), children: inner.map((one) => (one === '' ? { index: true } : { path: one })) } : { path };
  }),
];

const leadsSomewhere = (address: string): boolean => matchRoutes(routes, address) !== null;

/** One task of every matter, as the record keeps them. */
const tasks: Record<Matter, Parameters<typeof roomOf>[0]> = {
  desk: { subject: { kind: 'case', id: 'rpik-1705-2027' }, matter: 'desk', about: null },
  reopening: { subject: { kind: 'case', id: 'rpik-1705-2027' }, matter: 'reopening', about: 'C02' },
  damage: { subject: { kind: 'case', id: 'rpik-1705-2027.2' }, matter: 'damage', about: 'plan-annex' },
  condition: { subject: { kind: 'case', id: 'rpik-1705-2027' }, matter: 'condition', about: '1' },
  hold: { subject: { kind: 'case', id: 'rpik-1705-2027' }, matter: 'hold', about: '2' },
  correction: { subject: { kind: 'case', id: 'rpik-1705-2027' }, matter: 'correction', about: 'jointApprovedOn' },
  recheck: { subject: { kind: 'case', id: 'rpik-1705-2027' }, matter: 'recheck', about: 'C02' },
  founding: { subject: { kind: 'cohort', id: 'cohort-17-2028' }, matter: 'founding', about: null },
  waiver: { subject: { kind: 'cohort', id: 'cohort-17-2027' }, matter: 'waiver', about: '1' },
  finding: { subject: { kind: 'cohort', id: 'cohort-17-2027' }, matter: 'finding', about: 'X02.1701-1705.kpi-pino-raya' },
  criterion: { subject: { kind: 'readiness', id: 'readiness-1705' }, matter: 'criterion', about: 'land' },
  funding: { subject: { kind: 'readiness', id: 'readiness-1705' }, matter: 'funding', about: null },
  vacancy: { subject: { kind: 'office', id: 'ministry-signer@nation' }, matter: 'vacancy', about: 'ministry-signer' },
};

describe('every address that leads an official to work', () => {
  it('is one of a page: an address nobody has made leads nowhere', () => {
    expect(['/cases/rpik-1705-2027', '/kasus/rpik-1705-2027/hal', '/provinsi/cohort-17-2027/hal', '/provinsi/17/gerbang/cohort-17-2027/hal', '/work'].filter(leadsSomewhere)).toEqual([]);
  });

  it('opens a page, for every page that notices, mails and digests can name', () => {
    const named = [pages.work, pages.register, pages.case('rpik-1705-2027'), pages.case('rpik-1705-2027.2'), pages.cohort('17', 'cohort-17-2027'), pages.meetings('17', 'cohort-17-2027'), pages.readiness('1705')];
    expect(named.filter((address) => !leadsSomewhere(address))).toEqual([]);
    expect(new Set(named.map((address) => address.split('/')[1]))).toEqual(new Set(Object.values(pages).map((page) => (typeof page === 'string' ? page : page('17', 'x')).split('/')[1])));
  });

  it('opens a page from every kind of task', () => {
    expect(matters.filter((matter) => !leadsSomewhere(roomOf(tasks[matter]).replace(/\?.*$/, '')))).toEqual([]);
  });
});
