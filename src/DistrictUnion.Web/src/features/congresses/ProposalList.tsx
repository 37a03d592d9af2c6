import { Button, Space } from 'antd';
import type { ProposalView } from '../../api/schema';
import { useWords } from '../../shared/words';
import { ProposalTag } from './StateTag';

/** Proposals with their number and where they stand; a press opens one. */
export function ProposalList({ proposals, onOpen }: { proposals: ProposalView[]; onOpen: (proposal: ProposalView) => void }) {
  const words = useWords().congresses;
  return (
    <ul className="activities">
      {proposals.map((p) => (
        <li key={p.id} className="activity">
          <Button type="link" style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'start' }} onClick={() => onOpen(p)}>{p.number ? `${words.number(p.number)} ` : ''}{p.title}</Button>
          <Space wrap size={[12, 4]} className="facts" style={{ display: 'flex' }}>
            <ProposalTag state={p.state} isReopened={p.isReopened} />
            <span>{p.proposer.name}{p.coSigners.length > 0 && ` ${words.signed(p.coSigners.length)}`}</span>
            {p.rating && <span>{words.rating[p.rating]}</span>}
            {!p.congress && p.state !== 'draft' && <span>{words.waits}</span>}
            {p.assignment && p.state === 'assigned' && <span>{words.due(p.assignment.department, p.assignment.dueOn)}</span>}
          </Space>
        </li>
      ))}
    </ul>
  );
}
