/** What each of the ten regions claims in the story: lines spread so that nobody stands in another's way. Sample data. */
export interface StoryRegion {
  code: string;
  name: string;
  kind: 'kabupaten' | 'kota';
  kbli: string;
  commodity: string;
  turn: 'straight' | 'returned-from-harmonization' | 'corrected-at-intake' | 'vetoed';
}

export const storyRegions: StoryRegion[] = [
  { code: '1701', name: 'Bengkulu Selatan', kind: 'kabupaten', kbli: '10614', commodity: 'tepung', turn: 'straight' },
  { code: '1702', name: 'Rejang Lebong', kind: 'kabupaten', kbli: '10761', commodity: 'kopi', turn: 'returned-from-harmonization' },
  { code: '1703', name: 'Bengkulu Utara', kind: 'kabupaten', kbli: '10431', commodity: 'minyak sawit', turn: 'straight' },
  { code: '1704', name: 'Kaur', kind: 'kabupaten', kbli: '10211', commodity: 'ikan olahan', turn: 'corrected-at-intake' },
  { code: '1705', name: 'Seluma', kind: 'kabupaten', kbli: '13121', commodity: 'tenun bumpak', turn: 'vetoed' },
  { code: '1706', name: 'Mukomuko', kind: 'kabupaten', kbli: '22121', commodity: 'karet remah', turn: 'straight' },
  { code: '1707', name: 'Lebong', kind: 'kabupaten', kbli: '10721', commodity: 'gula aren', turn: 'returned-from-harmonization' },
  { code: '1708', name: 'Kepahiang', kind: 'kabupaten', kbli: '10763', commodity: 'teh', turn: 'straight' },
  { code: '1709', name: 'Bengkulu Tengah', kind: 'kabupaten', kbli: '10773', commodity: 'minuman biofarmaka', turn: 'straight' },
  { code: '1771', name: 'Kota Bengkulu', kind: 'kota', kbli: '10750', commodity: 'makanan olahan', turn: 'straight' },
];
