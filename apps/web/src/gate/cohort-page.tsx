import { useQuery } from '@tanstack/react-query';
import { type ComponentType, lazy, Suspense } from 'react';
import { Route, Routes, useParams } from 'react-router';
import { NotFound } from '../home/not-found';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { cohortOf } from './api/questions';
import type { Cohort } from './api/shapes';
import { BoardPage } from './board/board-page';
import { type CohortPlace, cohortPlaces } from './places';
import './gate.css';

const ConflictsPage = lazy(() => import('./conflicts/conflicts-page'));
const ConflictPage = lazy(() => import('./conflicts/conflict-page'));
const TogetherPage = lazy(() => import('./together/together-page'));
const MembersPage = lazy(() => import('./papers/members-page'));
const MeetingsPage = lazy(() => import('./papers/meetings-page'));
const PlansPage = lazy(() => import('./papers/plans-page'));
const ReadinessPage = lazy(() => import('./readiness/readiness-page'));
const ChartsPage = lazy(() => import('./charts/charts-page'));
const RegionPage = lazy(() => import('./readiness/region-page'));

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
