import { Button, List, Tag } from 'antd';
import { Link } from 'react-router';
import type { OwnVisit } from '../../api/schema';
import { Panel } from '../../shared/Page';
import { day } from '../../shared/time';
import { useWords } from '../../shared/words';
import { stateColor } from './queries';

/** The inspections that wait for somebody, by day; nothing where none does. */
export function OwnVisits({ round, visits }: { round: string; visits: readonly OwnVisit[] }) {
  const words = useWords();
  if (visits.length === 0) return null;
  return (
    <Panel title={words.visits.waitingFor} extra={<Link to={`/rounds/${round}/visits`}>{words.visits.all}</Link>}>
      <List
        size="small" dataSource={[...visits]} rowKey={(v) => v.id ?? `${v.school} ${v.plannedOn}`}
        renderItem={(v) => (
          <List.Item actions={v.id ? [<Link key="open" to={`/rounds/${round}/schools/${v.school}/visits/${v.id}`}><Button type="primary" size="small">{v.state === 'inspected' ? words.visits.toConfirm : words.visits.enter}</Button></Link>] : undefined}>
            <span><b className="numeric">{day(v.plannedOn)}</b> {v.schoolName} <Tag color={stateColor[v.state]}>{words.visits.state[v.state]}</Tag></span>
          </List.Item>
        )}
      />
    </Panel>
  );
}
