import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Route, Routes, useParams } from 'react-router';
import { NotFound } from '../home/not-found';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { cohortOf } from './api/questions';
import { BoardPage } from './board/board-page';
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

/** One cohort: its gate, and everything that has to happen before it opens. */
export default function CohortPage() {
  const { cohortId = '' } = useParams();
  const { data: cohort, isPending, error, refetch } = useQuery(cohortOf(cohortId));
  if (isPending) return <Loading rows={10} />;
  if (!cohort) return <Trouble failure={error} again={() => void refetch()} />;
  return (
    <Suspense fallback={<Loading />}>
      <Routes>
        <Route path="temuan" element={<ConflictsPage cohort={cohort} />} />
        <Route path="temuan/:key" element={<ConflictPage cohort={cohort} />} />
        <Route path="putuskan/:action" element={<TogetherPage key={cohort.id} cohort={cohort} />} />
        <Route path="anggota" element={<MembersPage cohort={cohort} />} />
        <Route path="rapat" element={<MeetingsPage cohort={cohort} />} />
        <Route path="rujukan" element={<PlansPage cohort={cohort} />} />
        <Route path="kesiapan" element={<ReadinessPage cohort={cohort} />} />
        <Route path="kesiapan/:region" element={<RegionPage cohort={cohort} />} />
        <Route path="angka" element={<ChartsPage cohort={cohort} />} />
        <Route index element={<BoardPage cohort={cohort} />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Suspense>
  );
}
