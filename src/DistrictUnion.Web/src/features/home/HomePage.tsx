import { lazy } from 'react';
import { may, useRole } from '../../shared/session';
import JudgeHome from '../panels/JudgeHome';
import DistrictHome from './DistrictHome';
import SchoolHome from './SchoolHome';

const CarePage = lazy(() => import('../care/CarePage'));

/** The first page of a role: what lies before it. */
export default function HomePage() {
  const role = useRole();
  if (may.judge(role)) return <JudgeHome />;
  if (role === 'careKeeper') return <CarePage />;
  return may.seeProgress(role) ? <DistrictHome /> : <SchoolHome />;
}
