import { claimInWords, subjectOf } from './subject-of';

const of = (key: string, ...summaries: string[]) => subjectOf({ key, claims: summaries.map((id) => ({ summary: { id, en: id } })) }, ({ id }) => id);

describe('the subject of a finding', () => {
  it('is the commodity that two regions both claim', () => {
    expect(of('X01.1701-1704.commodity-tenun-bumpak', 'tenun bumpak (KBLI 13121), utama, 2027–2046', 'tenun bumpak (KBLI 13121), utama, 2027–2046')).toBe('Tenun bumpak');
  });
  it('is the two zones that cover the same ground, each with its kind once', () => {
    expect(of('X02.1701-1705.kpi-pino-raya.kpi-semidang', 'KPI KPI Pino Raya, 495 ha; RTRW', 'KPI Semidang, 495 ha')).toBe('KPI Pino Raya – KPI Semidang');
  });
  it('is what a supply link carries, without the codes of its ends', () => {
    expect(of('X03.1701-1704.from-1704.ikan', 'ikan 1704 → 1701: 700 ton per tahun')).toBe('Ikan');
  });
  it('is told with the names of the regions and not their codes', () => {
    expect(claimInWords('ikan 1704 → 1701: 700 ton per tahun', (code) => ({ 1704: 'Kab. Kaur', 1701: 'Kab. Bengkulu Selatan' })[code] ?? code)).toBe('ikan, Kab. Kaur → Kab. Bengkulu Selatan: 700 ton per tahun');
    expect(claimInWords('KPI KPI Pino Raya, 495 ha; Perda RTRW 1701', (code) => code)).toBe('KPI Pino Raya, 495 ha; Perda RTRW 1701');
  });
  it('is the place where nobody claims anything', () => {
    expect(of('X06.province.zone.nation.pulau-enggano')).toBe('Pulau Enggano');
  });
});
