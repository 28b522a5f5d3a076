import { csvText } from './csv-text';

it('writes a table for a spreadsheet, and nothing that would run there', () => {
  expect(csvText([['Tahap', 'Kasus'], ['Telaah, "provinsi"', 3], ['=1+1', -2]])).toBe('Tahap,Kasus\r\n"Telaah, ""provinsi""",3\r\n\'=1+1,-2\r\n');
});
