import { contentOf, linesOf } from './plan-lines';

describe('the content of a plan as lines', () => {
  const content = { flagships: [{ kbli: '13', commodity: 'tenun', role: 'main' }, { commodity: 'kopi' }], zones: [{ name: 'KPI Pulau Baai', regionCodes: ['1771', '1709'] }, { name: 'Sentra' }], portTonnesPerYear: 900, horizon: { from: 2018, to: 2038 } };

  it('comes back as it was when nothing is changed', () => {
    expect(contentOf(linesOf(content), content)).toEqual({ content });
    expect(contentOf(linesOf(), undefined)).toEqual({ content: {} });
  });
  it('is read as people write it', () => {
    expect(contentOf({ flagships: ' 13121 ; tenun bumpak \n\nteh', zones: 'KPI Ketahun; 1703 1709', port: '1.250,5' })).toEqual({
      content: { flagships: [{ kbli: '13121', commodity: 'tenun bumpak' }, { commodity: 'teh' }], zones: [{ name: 'KPI Ketahun', regionCodes: ['1703', '1709'] }], portTonnesPerYear: 1250.5 },
    });
  });
  it('names the lines that cannot be read', () => {
    expect(contentOf({ flagships: '1312a; tenun\n13;', zones: 'KPI; Seluma', port: 'banyak' })).toEqual({ unread: ['1312a; tenun', '13;', 'KPI; Seluma', 'banyak'] });
  });
});
