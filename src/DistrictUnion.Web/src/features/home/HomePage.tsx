import { may, useRole } from '../../shared/session';
import JudgeHome from '../panels/JudgeHome';
import DistrictHome from './DistrictHome';
import SchoolHome from './SchoolHome';

/** The first page of a role: what lies before it. */
export default function HomePage() {
  const role = useRole();
  if (may.judge(role)) return <JudgeHome />;
  return may.seeProgress(role) ? <DistrictHome /> : <SchoolHome />;
}
