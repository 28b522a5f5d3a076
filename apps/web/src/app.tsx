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
import { NotSeated } from './home/not-seated';
import { Trouble } from './pieces/trouble';
import { PlainFrame } from './shell/plain-frame';
import { Shell } from './shell/shell';
import { WorkPage } from './work/work-page';
import { openRooms } from './open/rooms';
import { rooms, workRoom } from './rooms';

export function App() {
  const { pathname } = useLocation();
  if (servedProblem?.at === pathname && isNoScreen(servedProblem)) return <PlainFrame><div className="welcome"><ErrorPage body={servedProblem.body} /></div></PlainFrame>;
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
  if (error instanceof Problem && error.status === 403 && !data) return <NotSeated failure={error} again={() => void refetch()} />;
  if (!isSuccess && !data) return <PlainFrame><div className="welcome"><Trouble failure={error} again={() => void refetch()} /></div></PlainFrame>;
  return (
    <Shell>
      <Suspense fallback={<Loading />}>
        <Routes>
          <Route path="/" element={<Navigate to={workRoom} replace />} />
          <Route path={workRoom} element={<WorkPage />} />
          {rooms.map(({ path, Page }) => (
            <Route key={path} path={path} element={<Page />} />
          ))}
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </Shell>
  );
}
