import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { Problem } from './api/ask';
import { me } from './api/questions';
import { isNoScreen, servedProblem } from './api/served-problem';
import { ErrorPage } from './home/error-page';
import { SignInPage } from './home/sign-in-page';
import { Loading } from './pieces/loading';
import { NotFound } from './home/not-found';
import { Trouble } from './pieces/trouble';
import { Shell } from './shell/shell';
import { WorkPage } from './work/work-page';
import { comfortRooms } from './comfort/rooms';
import { compareRooms } from './compare/rooms';
import { gateRooms } from './gate/rooms';
import { officeRooms } from './office/rooms';
import { openRooms } from './open/rooms';
import { planRooms } from './plan/rooms';
import { radarRooms } from './radar/rooms';
import { signRooms } from './sign/rooms';
import { page } from './pieces/page';

const CasesPage = page(() => import('./case/cases-page'), 'acts', 'case', 'matters', 'plan');
const CasePage = page(() => import('./case/case-page'), 'acts', 'case', 'compare', 'decide', 'matters', 'open', 'plan', 'sign');
const NoticesPage = page(() => import('./home/notices-page'));

const rooms = [...gateRooms, ...radarRooms, ...officeRooms, ...signRooms, ...compareRooms, ...planRooms, ...comfortRooms];

export function App() {
  const { pathname } = useLocation();
  if (servedProblem?.at === pathname && isNoScreen(servedProblem)) return <main className="welcome"><ErrorPage body={servedProblem.body} /></main>;
  return (
    <Routes>
      {openRooms.map(({ path, Page }) => (
        <Route key={path} path={path} element={<Suspense fallback={<Loading />}><Page /></Suspense>} />
      ))}
      <Route path="*" element={<SignedIn />} />
    </Routes>
  );
}

function SignedIn() {
  const { isPending, isSuccess, data, error, refetch } = useQuery(me);
  if (isPending) return <Loading />;
  // Whoever was signed in stays on their page when the session ends; the shell asks them to sign in over it.
  if (error instanceof Problem && error.status === 401 && !data) return <SignInPage />;
  if (!isSuccess && !data) return <main className="welcome"><Trouble failure={error} again={() => void refetch()} /></main>;
  return (
    <Shell>
      <Suspense fallback={<Loading />}>
        <Routes>
          <Route path="/" element={<Navigate to="/kerja" replace />} />
          <Route path="/kerja" element={<WorkPage />} />
          <Route path="/kasus" element={<CasesPage />} />
          <Route path="/kasus/:caseId/*" element={<CasePage />} />
          <Route path="/notifikasi" element={<NoticesPage />} />
          {rooms.map(({ path, Page }) => (
            <Route key={path} path={path} element={<Page />} />
          ))}
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </Shell>
  );
}
