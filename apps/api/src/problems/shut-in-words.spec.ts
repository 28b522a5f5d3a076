import { cohortProblems } from './record-problems';

const said = (...details: string[]) => cohortProblems['gate-shut'].detail(details);

describe('what keeps a gate shut', () => {
  it('is counted in words, and never told in codes', () => {
    expect(said('members-missing', '1701', '1704', 'conflicts-open', 'X01.1701-1704.commodity-tenun', 'conflicts-unacknowledged', 'X03.a', 'X03.b')).toEqual({
      id: 'Gerbang masih tertutup: 2 anggota belum tiba; 1 benturan belum diselesaikan; 2 temuan belum dicatat koordinator.',
      en: 'The gate is still shut: 2 members have not arrived; 1 conflict is not resolved; 2 findings are not acknowledged by the coordinator.',
    });
    expect(said('nobody-at-gate').id).toBe('Gerbang masih tertutup: belum ada yang tiba.');
  });
  it('says of a member that does not take part why', () => {
    expect(cohortProblems['member-not-active'].detail(['1703', 'fixed'])).toEqual({ id: '1703: Perda sudah ditetapkan; ikut sebagai kendala tetap.', en: '1703: its regulation is enacted; it takes part as a fixed constraint.' });
  });
});
