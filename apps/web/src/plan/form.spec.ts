import { validateMatrix } from '#process/matrix/validate-matrix';
import { fieldAt, formOf, idOf, matrixOf, readNumber, readPlace } from './form';

const matrix = {
  flagships: [{ kbli: '13121', commodity: 'tenun bumpak', role: 'main' as const, from: 2028, to: 2047, target: { unit: 'lembar', value: 1250.5 }, sharedWith: ['1701'], division: 'motif' }],
  zones: [{ name: 'Sentra Tais', kind: 'sentra' as const, areaHa: 0.5, rtrwRef: 'Pasal 31' }],
  materials: [], links: [{ from: '1705', to: 'pulau-baai', commodity: 'kain', tonnesPerYear: 12_000 }], port: { tonnesPerYear: 400 }, sentra: [{ name: 'Sentra tenun', units: 6, product: 'kain' }],
};

describe('the form of a plan matrix', () => {
  it('gives back what it was given, and passes the judgement of the server', () => {
    const sent = matrixOf(formOf(matrix));
    expect(sent).toEqual(matrix);
    expect(validateMatrix(sent, { region: '1705', planYears: { from: 2028, to: 2047 }, knownRegions: ['1701', '1705'] })).toMatchObject({ matrix });
    expect(matrixOf(formOf(undefined))).toEqual({ flagships: [], zones: [], materials: [], links: [], sentra: [] });
  });
  it('finds the field that the server complains about', () => {
    expect(fieldAt('/flagships/1/target.value')).toBe(idOf('flagships', 1, 'target.value'));
  });
});

describe('a number', () => {
  it.each([['12.000', 12_000], ['12000', 12_000], ['1.250,5', 1250.5], ['0,5', 0.5], ['0.5', 0.5], ['12.5', 12.5], [' 7 ', 7], ['', undefined], ['tiga', undefined], ['1,2,3', undefined]])('%s → %s', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });
});

describe('a parcel', () => {
  const ring = [[102.5, -4.1], [102.6, -4.1], [102.6, -4.2], [102.5, -4.1]];
  it('is read from GeoJSON of any wrapping and from lines of coordinates, and closed where it was open', () => {
    const polygon = { type: 'Polygon', coordinates: [ring] };
    const feature = { type: 'Feature', properties: {}, geometry: polygon };
    for (const text of [JSON.stringify(polygon), JSON.stringify(feature), JSON.stringify({ type: 'FeatureCollection', features: [feature] }), '102.5, -4.1\n102.6, -4.1\n102.6 -4.2']) expect(readPlace(text)).toEqual(polygon);
  });
  it('is nothing when it is no parcel', () => {
    for (const text of ['', 'Tais', '{', '{"type":"Point","coordinates":[1,2]}', '1,2\n3,4', '{"type":"Polygon","coordinates":[1]}']) expect(readPlace(text)).toBeUndefined();
  });
});
