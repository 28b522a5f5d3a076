import { type Area, areas, id, type WordKey } from './id';

const names = Object.keys(areas) as Area[];
const halves = (area: Area) => jest.requireActual<Record<'id' | 'en', Record<string, string>>>(`./areas/${area}`);
const en = Object.assign({}, ...names.map((area) => halves(area).en)) as Record<WordKey, string>;
const keys = Object.keys(id) as WordKey[];
const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe('the words of the screens', () => {
  it('are there in both languages', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort());
    expect(keys.filter((key) => id[key].trim() === '' || en[key].trim() === '')).toEqual([]);
  });
  it('take the same values in both', () => {
    expect(keys.filter((key) => String(placeholders(id[key])) !== String(placeholders(en[key])))).toEqual([]);
  });
  it('never say that a regulation is approved by signing off, and raise no voice', () => {
    expect(keys.filter((key) => /disahkan|pengesahan|!/i.test(id[key]) || /!/.test(en[key]))).toEqual([]);
  });
  it('stand each in one area', () => {
    expect(keys.length).toBe(names.reduce((sum, area) => sum + Object.keys(areas[area]).length, 0));
  });
});
