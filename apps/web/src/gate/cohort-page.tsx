import { useQuery } from '@tanstack/react-query';
import { type ComponentType, Suspense } from 'react';
import { Route, Routes, useParams } from 'react-router';
import { NotFound } from '../home/not-found';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { cohortOf } from './api/questions';
import type { Cohort } from './api/shapes';
import { BoardPage } from './board/board-page';
import { page } from '../pieces/page';
import { type CohortPlace, cohortPlaces } from './places';
import './gate.css';

const ConflictsPage = page(() => import('./conflicts/conflicts-page'), 'gate');
const ConflictPage = page(() => import('./conflicts/conflict-page'), 'acts', 'gate', 'plan');
const TogetherPage = page(() => import('./together/together-page'), 'acts', 'decide', 'gate');
const MembersPage = page(() => import('./papers/members-page'), 'acts', 'gate', 'plan');
const MeetingsPage = page(() => import('./papers/meetings-page'), 'acts', 'case', 'gate', 'plan');
const PlansPage = page(() => import('./papers/plans-page'), 'acts', 'case', 'gate', 'plan');
const ReadinessPage = page(() => import('./readiness/readiness-page'), 'gate');
const ChartsPage = page(() => import('./charts/charts-page'), 'case', 'gate');
const RegionPage = page(() => import('./readiness/region-page'), 'acts', 'case', 'gate', 'plan');

const pages: Record<CohortPlace, ComponentType<{ cohort: Cohort }>> = {
  '': BoardPage,
  temuan: ConflictsPage,
  'temuan/:key': ConflictPage,
  'putuskan/:action': TogetherPage,
  anggota: MembersPage,
  rapat: MeetingsPage,
  rujukan: PlansPage,
  kesiapan: ReadinessPage,
  'kesiapan/:region': RegionPage,
  angka: ChartsPage,
};

/** One cohort: its gate, and everything that has to happen before it opens. */
export default function CohortPage() {
  const { cohortId = '' } = useParams();
  const { data: cohort, isPending, error, refetch } = useQuery(cohortOf(cohortId));
  if (isPending) return <Loading rows={10} />;
  if (!cohort) return <Trouble failure={error} again={() => void refetch()} />;
  return (
    <Suspense fallback={<Loading />}>
      <Routes>
        {cohortPlaces.map((place) => {
          const Page = pages[place];
          return <Route key={place} {...(place === '' ? { index: true } : { path: place })} element={<Page key={cohort.id} cohort={cohort} />} />;
        })}
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Suspense>
  );
}
