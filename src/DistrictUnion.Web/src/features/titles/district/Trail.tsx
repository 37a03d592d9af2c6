import { Tag } from 'antd';
import type { TrailEntry } from '../../../api/schema';
import { moment } from '../../../shared/time';
import { useWords } from '../../../shared/words';

/** Steps whose reason is the points of a re-inspection. */
const scored = ['retain', 'rectify', 'downgrade', 'revoke'];

/** What happened, the latest first. */
export function Trail({ entries, states }: { entries: TrailEntry[]; states: Record<string, string> }) {
  const words = useWords();
  if (entries.length === 0) return <p style={{ margin: 0 }}>{words.titlesDistrict.noTrail}</p>;
  return (
    <ol style={{ margin: 0, paddingLeft: 0, listStyle: 'none' }}>
      {entries.toReversed().map((entry, i) => (
        <li key={i} style={{ padding: '6px 0', borderBottom: '1px solid rgba(128, 140, 150, .25)' }}>
          <span className="numeric">{moment(entry.at)}</span> <b>{words.titlesDistrict.step[entry.step] ?? entry.step}</b> → <Tag>{states[entry.to] ?? entry.to}</Tag>
          {entry.actor && entry.actor !== 'public' && <small>{words.titlesDistrict.by} {entry.actor}</small>}
          {entry.reason && <div>{scored.includes(entry.step) ? `${words.titlesDistrict.result} ${entry.reason} ${words.common.points}` : entry.reason}</div>}
        </li>
      ))}
    </ol>
  );
}
