import { may, useRole } from '../../shared/session';
import { Board } from './Board';
import { OwnYear } from './OwnYear';

/** A school sees its own year; who looks after many units sees the board. */
export default function ObligationsPage() {
  const role = useRole();
  return may.ofSchool(role) ? <OwnYear /> : <Board />;
}
