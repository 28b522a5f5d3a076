import { storyRegions } from '../regions';
import { matrixOf, referencePlans } from './claims';
import { DemoCase } from './demo-case';
import { EarlierYear } from './tell-earlier-year';
import { StageHands, together } from './stage-hands';
import { handInReadiness, proposeFunding, regionsWithEvidence } from './tell-readiness';

const cohort = '/v1/cohorts/cohort-17-2026';
/** The last act of the story, under a key of its own: whoever finds it recorded need not tell the story again. */
const lastAct = 'story-last-act';
const opening = { day: '2026-11-24', hour: '10:12' };

/** The morning on which the demo begins: Tue 24 Nov 2026 10.12 WIB. */
export const demoBegins = '2026-11-24T03:12:00.000Z';

/**
 * The story the demo opens with, from February 2025 to the morning of 24 November 2026, by the acts of its people through the public API.
 * Told again it changes nothing; cut short, it is taken up where it ended.
 */
export async function tellDemo(url: string, said: (line: string) => void): Promise<'told' | 'told before' | 'too late'> {
  const hands = new StageHands(url, said);
  const { as, reach } = { as: hands.as, reach: hands.reach.bind(hands) };
  const coordinator = as('coordinator-1700');
  if ((await coordinator.get(`/v1/commands/${lastAct}`)).status === 200) {
    await reach(opening.day, opening.hour);
    return 'told before';
  }
  await reach('2025-02-10', '09:00', 'Kohor 2025');
  if ((await hands.now()) > '2025-02-11' && (await coordinator.get('/v1/cohorts/cohort-17-2025')).status === 404) return 'too late';

  const earlier = new EarlierYear(hands);
  const story = (code: string) => new DemoCase(as, code, 2026);
  const [selatan, rejangLebong, kaur, seluma, mukomuko, lebong, kepahiang, tengah, city] = ['1701', '1702', '1704', '1705', '1706', '1707', '1708', '1709', '1771'].map(story) as [DemoCase, DemoCase, DemoCase, DemoCase, DemoCase, DemoCase, DemoCase, DemoCase, DemoCase];
  const nine = [selatan, rejangLebong, kaur, seluma, mukomuko, lebong, kepahiang, tengah, city];

  await earlier.begin();
  await reach('2025-05-05', '09:00', 'Tiga daerah selesai menyiapkan dokumen');
  await earlier.prepare();
  await reach('2025-06-23');
  await earlier.study();
  await reach('2025-08-11');
  await earlier.consult();
  await reach('2025-09-01');
  await earlier.submit();
  await reach('2025-09-04');
  await earlier.harmonize();
  await reach('2025-09-09');
  await earlier.accept();
  await reach('2025-09-22', '09:00', 'Dua daerah tiba di gerbang');
  await earlier.agree();

  await reach('2026-01-19', '09:00', 'Kohor 2026: sembilan daerah, Bengkulu Utara kendala tetap');
  await together([earlier.relist, () => openYear(hands, nine)], (chapter) => chapter());
  await reach('2026-02-23', '09:00', 'Gerbang 2025 dilepas');
  await earlier.release();
  await reach('2026-02-25');
  await earlier.recommend();
  await reach('2026-03-12');
  await earlier.propose();
  await reach('2026-03-17', '09:00', 'Kementerian memberi dukungan');
  await earlier.sign();
  await reach('2026-04-06');
  await earlier.submitToCouncil();

  const eight = nine.filter((one) => one !== lebong);
  await reach('2026-05-11');
  await together(eight, (one) => one.prepare());
  await reach('2026-06-08', '09:00', 'Bukti kesiapan lahan');
  await earlier.startDiscussion();
  await together(regionsWithEvidence, (code) => handInReadiness(hands, code), 3);
  await reach('2026-07-27');
  await together(eight, (one) => one.study());
  await reach('2026-08-10', '09:00', 'Konsultasi publik');
  await together([city, rejangLebong, kepahiang, tengah, seluma, mukomuko, earlier.kepahiang], (one) => one.consult());
  await reach('2026-09-03');
  await together([city, rejangLebong, kepahiang, tengah, earlier.kepahiang], (one) => one.submit());
  await reach('2026-09-08', '09:00', 'Harmonisasi');
  await together([city, kepahiang, tengah, earlier.kepahiang], (one) => one.completeHarmonization(3));
  await rejangLebong.returnFromHarmonization([{ text: 'Rumusan Pasal 3 ayat (1) belum sesuai Lampiran II UU 12/2011.', unit: 'Pasal 3 ayat (1)' }]);
  await together([seluma, mukomuko], (one) => one.submit());
  await reach('2026-09-11');
  await together([city, kepahiang, earlier.kepahiang], (one) => one.accept());
  await tengah.take(coordinator, 'request-correction', { documents: ['cover-letter'], note: 'Surat pengantar belum ditandatangani.' });
  await seluma.completeHarmonization(3);
  await mukomuko.returnFromHarmonization([{ text: 'Ketentuan umum memuat 14 istilah yang tidak dipakai lagi.', unit: 'Pasal 1' }]);
  await reach('2026-09-14');
  await lebong.prepare();
  await tengah.pdf(as('drafter-1709'), 'cover-letter', 'ditandatangani');
  await tengah.take(as('drafter-1709'), 'provide-correction');
  await tengah.accept();
  await seluma.accept();
  await reach('2026-09-21', '09:00', 'Dua daerah diserahkan ke pendanaan pusat');
  await proposeFunding(hands);
  await rejangLebong.resubmit({ text: 4 });
  await reach('2026-09-24', '09:00', 'Kota Bengkulu dan Kepahiang tiba di gerbang');
  await city.allAgree('Kerajinan kulit lantung belum tercantum dalam RIPIN; diterima sebagai kekhasan daerah (KIID).');
  await kepahiang.allAgree();
  await earlier.kepahiang.plannerAgrees();
  await rejangLebong.completeHarmonization(5);
  await mukomuko.resubmit({ text: 4 });
  await reach('2026-09-28');
  await rejangLebong.accept();
  await tengah.allAgree();
  await seluma.take(as('legal-1700'), 'unfavourable', { facts: { checks: { C05: 'not-conform' } }, remarks: [{ text: 'Pasal 9 mengatur perizinan yang bukan kewenangan kabupaten.', unit: 'Pasal 9' }] });
  await mukomuko.completeHarmonization(5);
  await reach('2026-10-01');
  await mukomuko.accept();
  await earlier.kepahiang.legalAgrees();
  await earlier.kepahiang.coordinatorAgrees();
  await reach('2026-10-08', '09:00', 'Rejang Lebong tiba: empat dari sembilan');
  await rejangLebong.allAgree();
  await reach('2026-10-12');
  await together([selatan, kaur], (one) => one.consult());
  await mukomuko.take(as('legal-1700'), 'unfavourable', { facts: { checks: { C05: 'not-conform' } }, remarks: [{ text: 'Pasal 12 membebankan kewajiban kepada provinsi.', unit: 'Pasal 12' }] });
  await reach('2026-10-20');
  await seluma.take(coordinator, 'return-to-regency', { reasonCode: 'outside-authority' });
  await reach('2026-10-27', '09:00', 'Putaran kedua kohor 2025: Kepahiang');
  await earlier.secondRound();
  await reach('2026-11-02', '09:00', 'Lebong tanpa penyusun; Mukomuko tanpa surel Sekda');
  await together([() => leaveOffices(hands), () => coffeeSettled(hands), () => earlier.kepahiang.recommend()], (chapter) => chapter());
  await reach('2026-11-03');
  await mukomuko.take(coordinator, 'return-to-regency', { reasonCode: 'outside-authority' });
  await kaur.submit();
  await reach('2026-11-06');
  await seluma.resubmit();
  await reach('2026-11-09', '09:00', 'Kota Bengkulu: persetujuan bersama (T0)');
  await selatan.submit();
  await earlier.city.approveJointly('2026-11-09');
  await reach('2026-11-11');
  await seluma.accept();
  await earlier.city.sendForEvaluation({ handedOverOn: '2026-11-11', sentOn: '2026-11-11' });
  await reach('2026-11-13', '09:00', 'Rapat sinkronisasi');
  await earlier.city.received('2026-11-13');
  await meeting(hands);
  await reach('2026-11-16');
  await selatan.completeHarmonization(3);
  await reach('2026-11-18');
  await readBells(hands);
  await seluma.plannerAgrees();
  await reach('2026-11-19');
  await selatan.accept();
  await earlier.kepahiang.propose();
  await reach('2026-11-20');
  await seluma.legalAgrees();
  await seluma.cast.legal.must('POST', `/v1/cases/${seluma.caseId}/remarks`, { text: 'Sebutkan nomor Perda RTRW pada Pasal 7 ayat (2).', unit: 'Pasal 7 ayat (2)', visibility: 'counterpart' });
  await coordinator.must('POST', `${cohort}/waivers`, { regionCode: '1707', reason: 'Lebong tanpa penyusun sejak 2 November; naskah akademik belum ada.' });
  await reach('2026-11-24', '09:30', 'Pagi hari');
  await coordinator.must('POST', `/v1/cases/${selatan.caseId}/remarks`, { text: 'Bahas bersama Kaur dan Seluma sebelum memberi suara: tenun bumpak.', visibility: 'internal' }, { key: lastAct });
  await reach(opening.day, opening.hour);
  await hands.mailIsOut();
  return 'told';
}

/** The cohort of this year, and nine cases in their councils' programme. */
async function openYear({ as }: StageHands, nine: readonly DemoCase[]): Promise<void> {
  await as('coordinator-1700').must('POST', '/v1/cohorts', {
    province: '17',
    programmeYear: 2026,
    referencePlans,
    members: storyRegions.map(({ code }) => (code === '1703' ? { regionCode: code, state: 'fixed', regulationNumber: 'Perda Kabupaten Bengkulu Utara 6/2022 (contoh)', matrix: matrixOf(code, 2026) } : code)),
    policy: { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness: false },
    cutOffOn: '2027-01-29',
  });
  await together(nine, async (story) => {
    await story.file();
    await story.enterProgramme();
  });
}

/** Lebong's drafter has left and nobody has followed; Mukomuko's secretary acts without an address anybody has registered. */
async function leaveOffices({ as }: StageHands): Promise<void> {
  const admin = as('admin');
  const termOf = async (role: string, scope: string) => (await admin.get<{ items: { id: string; person: string }[] }>(`/v1/holders?role=${role}&scope=${scope}`)).body.items.find(({ person }) => person.endsWith(`-${scope}`))!.id;
  await admin.must('POST', `/v1/holders/${await termOf('regency-drafter', '1707')}/end`, { on: '2026-11-01' });
  await admin.must('POST', `/v1/holders/${await termOf('regency-secretary', '1706')}/end`, { on: '2026-11-01' });
  const { person } = await admin.must<{ person: { id: string } }>('POST', '/v1/people', { subject: 'demo|acting-secretary-1706', name: 'Plt. Sekretaris Daerah Mukomuko (contoh)' });
  await admin.must('POST', '/v1/holders', { person: person.id, role: 'regency-secretary', scope: '1706', capacity: 'Plt', from: '2026-11-02', decree: 'SK Bupati Mukomuko 821/2026 (contoh)' });
}

/** Coffee: Rejang Lebong roasts, Kepahiang grows; both have said so. */
async function coffeeSettled({ as }: StageHands): Promise<void> {
  const { body } = await as('coordinator-1700').get<{ items: { key: string; check: string; members: string[] }[] }>(`${cohort}/conflicts`);
  for (const { key } of body.items.filter(({ check, members }) => check === 'X01' && members.join() === '1702,1708')) {
    const note = 'Rejang Lebong mengolah kopi bubuk dan sangrai; Kepahiang biji hijau dan pembibitan.';
    for (const who of ['drafter-1702', 'head-1708']) await as(who).must('POST', `${cohort}/conflicts/${key}/resolution`, { kind: 'differentiate', note });
  }
}

/** The meeting of November: who came, and what only had to be noted. */
async function meeting({ as }: StageHands): Promise<void> {
  const coordinator = as('coordinator-1700');
  const all = storyRegions.map(({ code }) => code);
  await coordinator.must('POST', `${cohort}/meetings`, { heldOn: '2026-11-12', invited: all, attended: all.filter((code) => code !== '1707'), minutes: 'Tenun bumpak diklaim tiga daerah; Seluma, Bengkulu Selatan, dan Kaur diminta membagi peran sebelum akhir November.' });
  const { body } = await coordinator.get<{ items: { key: string; check: string; settledBy: string | null }[] }>(`${cohort}/conflicts`);
  for (const { key } of body.items.filter(({ check, settledBy }) => check === 'X06' && !settledBy))
    await coordinator.must('POST', `${cohort}/conflicts/${key}/acknowledgement`, { note: 'Pulau Enggano dilayani pada perubahan RPIP berikutnya; dicatat.' });
}

/** Whoever works here has read what came in before last Wednesday. */
export async function readBells({ as }: StageHands): Promise<void> {
  const drafters = storyRegions.filter(({ code }) => code !== '1707').map(({ code }) => `drafter-${code}`);
  await together(['coordinator-1700', 'planner-1700', 'legal-1700', 'harmonizer-1700', 'ministry-reviewer', 'ministry-signer', 'admin', ...drafters], (persona) => as(persona).must('POST', '/v1/notices/read', {}));
}
