import { Tag } from 'antd';
import { points } from '../../shared/format';
import { useWords } from '../../shared/words';
import type { Gap } from './gapsOf';

/** Where a school can still gain, the most first; each line leads to its leaf. */
export function Gaps({ gaps }: { gaps: Gap[] }) {
  const words = useWords();
  if (gaps.length === 0) return null;
  return (
    <details className="gaps" style={{ marginBottom: 16 }}>
      <summary style={{ cursor: 'pointer', fontWeight: 600 }}>{words.gaps.title}</summary>
      <ol style={{ margin: '8px 0 0', paddingLeft: 22 }}>
        {gaps.map(({ leaf, points: gap, lacksData, lacksProof }) => (
          <li key={leaf.node.code} style={{ marginBottom: 4 }}>
            <a href={`#leaf-${leaf.node.code}`}>{leaf.node.code} {leaf.node.name}</a> {gap > 0 && <b className="numeric">{words.gaps.upTo(points(gap))}</b>}{' '}
            {lacksData && <Tag color="warning">{words.evaluation.missing}</Tag>}
            {lacksProof && <Tag color="warning">{words.evidence.required}</Tag>}
          </li>
        ))}
      </ol>
    </details>
  );
}
