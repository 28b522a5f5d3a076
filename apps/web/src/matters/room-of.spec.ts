import { type SubjectKind, taskMatter } from '#process';
import { roomOf } from './room-of';

const room = (kind: SubjectKind, id: string, key: string, transition: string | null = null) => {
  const subject = { kind, id };
  return roomOf({ subject, ...taskMatter({ subject, key, transition }) });
};
const ofCase = (key: string, transition: string | null = null) => room('case', 'rpik-1705-2027', key, transition);

describe('where the work of a task is done', () => {
  it('is the page of the case, or the place for what stands beside its way', () => {
    expect(ofCase('review.provincial-planner', 'favourable')).toBe('/kasus/rpik-1705-2027');
    expect(['condition.1', 'hold.2', 'recheck.C02', 'correct-fact:jointApprovedOn.provincial-legal'].map((key) => ofCase(key))).toEqual(Array(4).fill('/kasus/rpik-1705-2027/urusan'));
    expect(ofCase('recheck.C02', 'reopen')).toBe('/kasus/rpik-1705-2027');
    expect(ofCase('damaged.plan-annex')).toBe('/kasus/rpik-1705-2027/dokumen');
  });
  it('is the page of the province, of the zone, or of the register', () => {
    expect(room('cohort', 'cohort-17-2026', 'waiver.1.provincial-planner')).toBe('/provinsi/cohort-17-2026/anggota');
    expect(room('cohort', 'cohort-17-2026', 'recheck.X02.1701-1705.kpi-pino-raya.regency-drafter.1705')).toBe('/provinsi/cohort-17-2026/temuan/X02.1701-1705.kpi-pino-raya');
    expect(room('cohort', 'cohort-17-2028', 'create-cohort')).toBe('/provinsi');
    expect(room('readiness', 'readiness-1705', 'verify.land')).toBe('/kesiapan/1705');
    expect(room('office', 'regency-drafter@1707', 'appoint')).toBe('/pengelola/register?jabatan=regency-drafter&daerah=1707');
    expect(room('office', 'ministry-signer@nation', 'appoint')).toBe('/pengelola/register?jabatan=ministry-signer');
  });
});
