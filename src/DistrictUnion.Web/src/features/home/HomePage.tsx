import { may, useRole } from '../../shared/session';
import DistrictHome from './DistrictHome';
import SchoolHome from './SchoolHome';

/** The first page of a role: what lies before it. */
export default function HomePage() {
  const role = useRole();
  return may.seeProgress(role) ? <DistrictHome /> : <SchoolHome />;
}
