import { Alert } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../../shared/words';
import { useCalendarYears } from './queries';

/** Says for which years obligations have no due day, because nobody has told their working days yet. */
export function MissingYears() {
  const words = useWords();
  const years = useCalendarYears();
  const missing = years.data?.filter((y) => !y.isKnown && y.waiting > 0) ?? [];
  if (missing.length === 0) return null;
  return (
    <Alert
      type="warning" showIcon style={{ marginBottom: 16 }} title={missing.map((y) => words.calendar.waiting(y.year, y.waiting)).join(' ')}
      action={<Link to="/calendar">{words.calendar.nav}</Link>}
    />
  );
}
