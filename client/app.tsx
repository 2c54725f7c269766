// Chooses the page that belongs to the address.
import { Suspense, lazy } from 'react';
import { Announcer, Boundary, EmptyState, Link, Progress } from './design/index.ts';
import { t } from './locales/text.ts';
import { routeOf, usePath } from './router.ts';

const Home = lazy(() => import('./pages/home.tsx'));
const Join = lazy(() => import('./pages/join.tsx'));
const Exercise = lazy(() => import('./pages/exercise.tsx'));
const Wall = lazy(() => import('./pages/wall.tsx'));
const Replay = lazy(() => import('./replay/replay-page.tsx'));
const Back = lazy(() => import('./pages/back.tsx'));
const Staff = lazy(() => import('./pages/staff.tsx'));
const Instructor = lazy(() => import('./pages/instructor.tsx'));
const Cohort = lazy(() => import('./cohort/cohort-page.tsx'));

function Page() {
  const route = routeOf(usePath());
  switch (route.page) {
    case 'home':
      return <Home />;
    case 'exercise':
      return <Exercise id={route.id} />;
    case 'join':
      return <Join key={route.code} code={route.code} />;
    case 'wall':
      return <Wall code={route.code} />;
    case 'replay':
      return <Replay id={route.id} />;
    case 'staff':
      return <Staff key={route.token} token={route.token} />;
    case 'back':
      return <Back key={route.token} token={route.token} />;
    case 'instructor':
      return <Instructor />;
    case 'cohort':
      return <Cohort key={route.id} id={route.id} />;
    default:
      return (
        <main className="page-centre">
          <EmptyState title={t('page.unknown.title')} action={<Link to="/">{t('page.unknown.home')}</Link>}>
            {t('page.unknown.text')}
          </EmptyState>
        </main>
      );
  }
}

export function App() {
  return (
    <>
      <Boundary>
        <Suspense fallback={<main className="page-centre"><Progress label={t('page.loading')} /></main>}>
          <Page />
        </Suspense>
      </Boundary>
      <Announcer />
    </>
  );
}
